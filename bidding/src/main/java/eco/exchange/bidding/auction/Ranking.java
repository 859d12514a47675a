package eco.exchange.bidding.auction;

import eco.exchange.bidding.auction.Ending.Ranked;
import eco.exchange.bidding.auction.Envelopes.Candidate;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.MethodTerms.Scoring;
import eco.exchange.method.Offer.Yearly;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The ranking of the opened offers, from the best downwards.
 *
 * <p>Worth is compared exactly: all offers of a lot are brought to one denominator, so that whole
 * numbers decide, and nothing is rounded but what is shown. Of equal ones the higher price wins,
 * then the better right of priority, then whoever handed in earlier.
 */
final class Ranking {

  // An offer of equal worth is better the higher its price, the first its rank, the earlier it
  // came.
  private static final Comparator<Candidate> OF_EQUAL_WORTH =
      Comparator.<Candidate, Money>comparing(it -> it.offer().price())
          .reversed()
          .thenComparing(it -> Paddles.rank(it.paddle()))
          .thenComparing(it -> it.sealed().number());

  private static final BigInteger WHOLE = BigInteger.valueOf(Percentage.WHOLE_PPM);
  private static final int POINTS_MAX = 100;
  private static final int HUNDREDTHS = 100;
  private static final int SCALE_OF_SCORES = 4;

  private Ranking() {}

  /** Ranks by price alone. */
  static List<Ranked> byPrice(List<Candidate> candidates) {
    return candidates.stream()
        .sorted(OF_EQUAL_WORTH)
        .map(it -> new Ranked(it.paddle(), it.offer(), Optional.empty()))
        .toList();
  }

  /**
   * Ranks by score: a hundred points times the weight of the price for the highest price, for
   * others in proportion, and the points of each criterion times its weight.
   *
   * @param points hundredths of points for each criterion, by paddle
   */
  static List<Ranked> byScore(
      Scoring scoring, Map<String, List<Integer>> points, List<Candidate> candidates) {
    BigInteger highest =
        candidates.stream()
            .map(it -> BigInteger.valueOf(it.offer().price().fen()))
            .reduce(BigInteger.ONE, BigInteger::max);
    // In hundredths of a millionth of a point, over the highest price.
    BigInteger perFen = BigInteger.valueOf((long) POINTS_MAX * HUNDREDTHS * scoring.price().ppm());
    Function<Candidate, BigInteger> score =
        it ->
            perFen
                .multiply(BigInteger.valueOf(it.offer().price().fen()))
                .add(
                    highest.multiply(
                        quality(scoring, points.getOrDefault(it.paddle(), List.of()))));
    BigInteger unit = highest.multiply(WHOLE).multiply(BigInteger.valueOf(HUNDREDTHS));
    return byWorth(candidates, score, worth -> shown(worth, unit, SCALE_OF_SCORES));
  }

  private static BigInteger quality(Scoring scoring, List<Integer> points) {
    long sum = 0;
    for (int i = 0; i < points.size(); i++) {
      sum += (long) scoring.criteria().get(i).weight().ppm() * points.get(i);
    }
    return BigInteger.valueOf(sum);
  }

  /**
   * Ranks by present value: the rent and the share of each year's expected revenue, divided once
   * for each year by one and the discount rate.
   */
  static List<Ranked> byPresentValue(MethodTerms.ShareOfRevenue how, List<Candidate> candidates) {
    BigInteger growth = WHOLE.add(BigInteger.valueOf(how.discount().ppm()));
    int years = how.revenues().size();
    BigInteger perRent = BigInteger.ZERO;
    BigInteger perShare = BigInteger.ZERO;
    for (int year = 1; year <= years; year++) {
      BigInteger discounted = WHOLE.pow(year).multiply(growth.pow(years - year));
      BigInteger revenue = BigInteger.valueOf(how.revenues().get(year - 1).fen());
      perRent = perRent.add(discounted.multiply(WHOLE));
      perShare = perShare.add(discounted.multiply(revenue));
    }
    BigInteger ofRent = perRent;
    BigInteger ofShare = perShare;
    Function<Candidate, BigInteger> value =
        it -> {
          Yearly yearly = it.offer().yearly().orElseThrow();
          return ofRent
              .multiply(BigInteger.valueOf(yearly.rent().fen()))
              .add(ofShare.multiply(BigInteger.valueOf(yearly.share().ppm())));
        };
    BigInteger yuan = growth.pow(years).multiply(WHOLE).multiply(BigInteger.valueOf(HUNDREDTHS));
    return byWorth(candidates, value, worth -> shown(worth, yuan, 2));
  }

  private static List<Ranked> byWorth(
      List<Candidate> candidates,
      Function<Candidate, BigInteger> worth,
      Function<BigInteger, String> shown) {
    return candidates.stream()
        .sorted(Comparator.comparing(worth).reversed().thenComparing(OF_EQUAL_WORTH))
        .map(it -> new Ranked(it.paddle(), it.offer(), Optional.of(shown.apply(worth.apply(it)))))
        .toList();
  }

  private static String shown(BigInteger worth, BigInteger unit, int scale) {
    return new BigDecimal(worth)
        .divide(new BigDecimal(unit), scale, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
