package eco.exchange.lab.soak.rent;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.Auction;
import eco.exchange.bidding.auction.Commitments;
import eco.exchange.bidding.auction.Ending;
import eco.exchange.bidding.auction.PlacedAct;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import eco.exchange.rulebook.CompulsorySharing;
import eco.exchange.rulebook.Rulebook;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Entitlement;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.RevenueBid;
import eco.exchange.sharing.SharingTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Random sales by rent and share, each played to its end: nobody wins whose offer an expected year
 * cannot carry, nobody is turned away whose offer all can, the worthiest wins, nobody else gets
 * less of an expected year for it, and by lawful terms something always goes back into the
 * watershed.
 */
final class RentRounds {

  private static final String EDITION = "2025-COLLECTIVE-SHARE_OF_REVENUE";
  private static final CompulsorySharing RULES = Rulebook.published().edition(EDITION).compulsory();
  private static final TradeId LOT =
      TradeId.of("640425", RightKind.TOURISM_RIGHT, LocalDate.of(2026, 3, 2), 1);
  private static final Instant OPENS = Instant.parse("2026-03-02T01:00:00Z");
  private static final Instant CLOSES = OPENS.plusSeconds(3_600);
  private static final Money RESERVE = Money.yuan("50.00");
  private static final BigDecimal HAIR = new BigDecimal("1e-30");

  private final RandomGenerator random;
  private final List<String> faults = new ArrayList<>();
  private long sold;
  private long turnedAway;
  private long lawful;

  RentRounds(RandomGenerator random) {
    this.random = random;
  }

  /** What was wrong; nothing, if all is right. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** How many sales found a buyer, and how many offers were turned away. */
  String told() {
    return "%d sold, %d offers turned away, %d by lawful terms".formatted(sold, turnedAway, lawful);
  }

  /** Plays so many sales. */
  void play(long sales) {
    for (long i = 0; i < sales; i++) {
      RentSale sale = RentSale.drawn(random);
      Auction.Closed closed = closed(sale);
      judge(sale, closed);
    }
  }

  /** Hands in every offer under a paddle of its own, and opens them all. */
  private static Auction.Closed closed(RentSale sale) {
    Auction auction = Auction.of(LOT, terms(sale));
    Map<String, Act.Opened> opened = new HashMap<>();
    for (int i = 0; i < sale.offers().size(); i++) {
      String paddle = paddle(i);
      Offer offer = new Offer(RESERVE, Optional.of(sale.offers().get(i)));
      String nonce = "%032x".formatted(i);
      String commitment = Commitments.of(LOT, paddle, offer, nonce);
      Act sealing = new Act.Sealing(commitment, "envelope");
      auction = auction.judge(new PlacedAct(paddle, sealing, OPENS.plusSeconds(i))).next();
      opened.put(
          paddle,
          new Act.Opened(Optional.of(new Act.Opened.Unsealed(offer, nonce)), Optional.empty()));
    }
    PlacedAct opening = new PlacedAct(PlacedAct.CENTRE, new Act.Opening(opened), CLOSES);
    return (Auction.Closed) auction.ring(CLOSES).judge(opening).next();
  }

  private static LotTerms terms(RentSale sale) {
    return new LotTerms(
        RESERVE, RESERVE, RESERVE, OPENS, OPENS, OPENS, CLOSES, sale.how(), EDITION);
  }

  private static String paddle(int offer) {
    return Integer.toString(1_001 + offer);
  }

  private void judge(RentSale sale, Auction.Closed closed) {
    RentOracle oracle = new RentOracle(sale);
    closed.rejected().forEach(it -> rightlyTurnedAway(sale, oracle, it));
    if (closed.ending() instanceof Ending.Sold won) {
      sold++;
      Offer.Yearly winner = won.winner().offer().yearly().orElseThrow();
      must(oracle.missing(winner).signum() <= 0, "cannot be carried", sale, winner);
      worthiest(sale, oracle, winner);
      nobodyElseGetsLess(sale, winner);
      somethingGoesBack(sale, winner);
    }
  }

  // What a year leaves is told in whole fen, so that an offer may miss it by less than one.
  private void rightlyTurnedAway(RentSale sale, RentOracle oracle, Ending.Rejected rejected) {
    turnedAway++;
    Offer.Yearly offer = sale.offers().get(Integer.parseInt(rejected.paddle()) - 1_001);
    boolean isTooHigh = oracle.missing(offer).compareTo(BigDecimal.ONE.negate()) > 0;
    must(isTooHigh, "is turned away although it can be carried", sale, offer);
  }

  private void worthiest(RentSale sale, RentOracle oracle, Offer.Yearly winner) {
    BigDecimal worth = oracle.presentValue(winner).add(HAIR);
    sale.offers().stream()
        .filter(other -> oracle.missing(other).compareTo(BigDecimal.ONE.negate()) <= 0)
        .filter(other -> oracle.presentValue(other).compareTo(worth) > 0)
        .forEach(other -> must(false, "wins although another is worth more", sale, winner));
  }

  private void nobodyElseGetsLess(RentSale sale, Offer.Yearly winner) {
    SharingTerms bid = RevenueBid.into(sale.terms(), winner.rent(), winner.share());
    for (Money revenue : sale.how().revenues()) {
      Distribution before =
          sale.terms().distribute(Income.REVENUE, revenue, DistributionBasis.NONE);
      Distribution after = bid.distribute(Income.REVENUE, revenue, DistributionBasis.NONE);
      for (String payee : List.of("watershed", "investor", "villagers")) {
        must(
            given(after, payee).compareTo(given(before, payee)) >= 0,
            "costs " + payee,
            sale,
            winner);
      }
      must(given(after, "owner").equals(winner.of(revenue)), "is not paid in full", sale, winner);
    }
  }

  private void somethingGoesBack(RentSale sale, Offer.Yearly winner) {
    Money some = sale.how().rentMin().plus(Money.yuan("1.00"));
    SharingTerms rented = RevenueBid.into(sale.terms(), some, sale.how().shareMin());
    CompulsorySharing.Sale asked =
        new CompulsorySharing.Sale(RightKind.TOURISM_RIGHT, sale.how().revenues().size(), RESERVE);
    if (!RULES.faultsOf(rented, asked).isEmpty()) {
      return;
    }
    lawful++;
    SharingTerms bid = RevenueBid.into(sale.terms(), winner.rent(), winner.share());
    for (int year = 0; year < 3; year++) {
      Money revenue = new Money(100 + random.nextInt(100_000_000));
      DistributionBasis facts =
          DistributionBasis.NONE.knowing(Map.of(), Optional.of(random.nextInt(5_000)));
      Distribution shared = bid.distribute(Income.REVENUE, revenue, facts);
      must(given(shared, "watershed").signum() > 0, "gives nothing back", sale, winner);
    }
  }

  private static Rational given(Distribution distribution, String payee) {
    return distribution.entitlements().stream()
        .filter(given -> given.payee().equals(payee))
        .map(Entitlement::exact)
        .reduce(Rational.ZERO, Rational::plus);
  }

  private void must(boolean holds, String what, RentSale sale, Offer.Yearly offer) {
    if (!holds) {
      faults.add("%s and %s %s: %s".formatted(offer.rent(), offer.share(), what, sale));
    }
  }
}
