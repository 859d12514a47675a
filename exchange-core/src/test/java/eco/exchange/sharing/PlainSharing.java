package eco.exchange.sharing;

import eco.exchange.money.Money;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each payee is entitled to, reckoned the long way round: in whole units so small that every
 * part of a fen is a whole number of them, one clause after another, and bands yuan by yuan.
 *
 * <p>Written from the wording of the clauses, and not from the code that it checks.
 */
final class PlainSharing {

  /** One fen in units: enough sixes of ten and the denominators of RandomTerms for two levels. */
  static final BigInteger FEN = BigInteger.TEN.pow(6).multiply(BigInteger.valueOf(4_620)).pow(3);

  private static final BigInteger MILLION = BigInteger.TEN.pow(6);

  private final DistributionBasis standing;
  private final Map<String, BigInteger> entitled = new HashMap<>();
  private final Map<String, BigInteger> recovered = new HashMap<>();
  private final Map<String, BigInteger> debts = new HashMap<>();

  private PlainSharing(DistributionBasis standing) {
    this.standing = standing;
  }

  static PlainSharing of(
      SharingTerms terms, Income income, Money whole, DistributionBasis standing) {
    PlainSharing plain = new PlainSharing(standing);
    for (Payee payee : terms.payees()) {
      plain.recovered.put(payee.key(), units(standing.recoupedBy(payee.key()).toString()));
      plain.debts.put(payee.key(), units(standing.owedTo(payee.key())));
    }
    plain.share(terms.waterfall(income).steps(), units(whole));
    return plain;
  }

  BigInteger entitled(String payee) {
    return entitled.getOrDefault(payee, BigInteger.ZERO);
  }

  BigInteger recovered(String payee) {
    return recovered.getOrDefault(payee, BigInteger.ZERO);
  }

  static BigInteger units(Money amount) {
    return BigInteger.valueOf(amount.fen()).multiply(FEN);
  }

  /** The units of an exact number of fen, as it is printed. */
  static BigInteger units(String fen) {
    int line = fen.indexOf('/');
    int point = fen.indexOf('.');
    if (line > 0) {
      return exactly(
          new BigInteger(fen.substring(0, line)), new BigInteger(fen.substring(line + 1)));
    }
    return point < 0
        ? new BigInteger(fen).multiply(FEN)
        : exactly(
            new BigInteger(fen.replace(".", "")), BigInteger.TEN.pow(fen.length() - point - 1));
  }

  private static BigInteger exactly(BigInteger parts, BigInteger of) {
    BigInteger[] units = parts.multiply(FEN).divideAndRemainder(of);
    if (units[1].signum() != 0) {
      throw new IllegalStateException("the units are too large for %s/%s".formatted(parts, of));
    }
    return units[0];
  }

  private void share(List<Step> steps, BigInteger whole) {
    BigInteger given = BigInteger.ZERO;
    for (Step step : steps) {
      BigInteger wish = wish(step, whole, whole.subtract(given));
      if (wish.compareTo(units(step.least())) < 0) {
        wish = units(step.least());
      }
      if (step.most().isPresent() && wish.compareTo(units(step.most().get())) > 0) {
        wish = units(step.most().get());
      }
      if (given.add(wish).compareTo(whole) > 0) {
        wish = whole.subtract(given);
      }
      given = given.add(wish);
      hand(step, wish);
    }
    if (!given.equals(whole)) {
      throw new IllegalStateException("something is left over");
    }
  }

  private BigInteger wish(Step step, BigInteger whole, BigInteger left) {
    if (step.measure() instanceof Measure.Fixed fixed) {
      return units(fixed.amount());
    } else if (step.measure() instanceof Measure.Rest) {
      return left;
    } else if (step.measure() instanceof Measure.Owed) {
      return debts.getOrDefault(step.taker().name(), BigInteger.ZERO);
    } else if (step.measure() instanceof Measure.Percent percent) {
      return partsOf(whole, percent.share().ppm(), MILLION);
    } else if (step.measure() instanceof Measure.Fraction fraction) {
      return partsOf(whole, fraction.numerator(), BigInteger.valueOf(fraction.denominator()));
    } else if (step.measure() instanceof Measure.Rising rising) {
      boolean isWatched = standing.erosion().isPresent();
      boolean isBad = !isWatched || standing.erosion().get() > rising.threshold();
      int ppm = rising.share().ppm() + (isBad ? rising.rise().ppm() : 0);
      return partsOf(whole, ppm, MILLION);
    }
    return bandByBand(((Measure.Tiers) step.measure()).tiers(), whole);
  }

  // All that is over a band's beginning at its share, less the same at the share of the band below.
  private static BigInteger bandByBand(List<Measure.Tier> tiers, BigInteger whole) {
    BigInteger sum = BigInteger.ZERO;
    int below = 0;
    for (Measure.Tier tier : tiers) {
      BigInteger over = whole.subtract(units(tier.from()));
      if (over.signum() > 0) {
        sum = sum.add(partsOf(over, tier.share().ppm() - below, MILLION));
      }
      below = tier.share().ppm();
    }
    return sum;
  }

  private static BigInteger partsOf(BigInteger whole, long parts, BigInteger of) {
    BigInteger[] part = whole.multiply(BigInteger.valueOf(parts)).divideAndRemainder(of);
    if (part[1].signum() != 0) {
      throw new IllegalStateException("the units are too large");
    }
    return part[0];
  }

  private void hand(Step step, BigInteger amount) {
    if (step.taker() instanceof Taker.One one) {
      entitled.merge(one.payee(), amount, BigInteger::add);
      if (step.measure() instanceof Measure.Owed) {
        debts.merge(one.payee(), amount.negate(), BigInteger::add);
      }
    } else if (step.taker() instanceof Taker.Recoup recoup) {
      BigInteger missing = units(recoup.until()).subtract(recovered(recoup.payee()));
      BigInteger first = amount.min(missing.max(BigInteger.ZERO));
      entitled.merge(recoup.payee(), first, BigInteger::add);
      recovered.merge(recoup.payee(), first, BigInteger::add);
      share(recoup.steps(), amount.subtract(first));
    } else {
      share(step.taker().steps(), amount);
    }
  }
}
