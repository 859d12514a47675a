package eco.exchange.bidding.auction;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.MethodTerms.Scoring;
import eco.exchange.method.Offer;
import eco.exchange.method.Offer.Yearly;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares the folds of sealed bidding with a plain book, which reads all that was taken. */
class SealedOracleTest {

  @Test
  void one_sealed_offer() {
    agree(new MethodTerms.SealedOneShot(), Optional.empty());
  }

  @Test
  void one_offer_and_up_to_two_corrections() {
    Map<String, Integer> tally = agree(new MethodTerms.PriceTime(1), Optional.empty());
    assertThat(tally.get("TOO_MANY_CORRECTIONS")).isGreaterThan(Histories.COUNT / 2);
  }

  @Test
  void weighted_scoring() {
    Scoring scoring = OpeningSealedOffersTest.SCORING;
    Map<String, Integer> tally = agree(new MethodTerms.Weighted(scoring), Optional.of(scoring));
    assertThat(tally).containsKeys("SCORES_INVALID", "SCORES_MISSING", "SCORES_FROZEN");
  }

  @Test
  void a_tender() {
    Scoring scoring = OpeningSealedOffersTest.SCORING;
    Map<String, Integer> tally = agree(new MethodTerms.Tender(3, scoring), Optional.of(scoring));
    assertThat(tally.get("ended TOO_FEW_OFFERS")).isGreaterThan(Histories.COUNT / 100);
  }

  @Test
  void a_rent_and_a_share_of_the_revenue() {
    agree(
        new MethodTerms.ShareOfRevenue(
            Percentage.parse("5"),
            Percentage.parse("9"),
            Money.yuan("1.00"),
            Percentage.parse("4.9"),
            List.of(Money.yuan("100.00"), Money.yuan("0.07"), Money.yuan("333.33"))),
        Optional.empty());
  }

  private static Map<String, Integer> agree(MethodTerms how, Optional<Scoring> scoring) {
    LotTerms terms = AuctionTable.terms(how);
    Map<String, Integer> tally =
        Histories.play(
            random -> {
              SecretOffers secrets = new SecretOffers();
              return new Histories.Game(
                  soon(terms),
                  new SealedBook(soon(terms), secrets, scoring),
                  (drawn, hand, auction, now) -> act(drawn, hand, auction, how, secrets));
            });
    assertThat(tally.get("noted")).as("not all is refused").isGreaterThan(3 * Histories.COUNT);
    assertThat(tally.get("ended SOLD")).as("some sell").isGreaterThan(Histories.COUNT / 10);
    assertThat(tally)
        .containsKeys(
            "NOT_OPEN_YET",
            "TOO_LATE",
            "WRONG_ACT",
            "ENVELOPE_INVALID",
            "ENVELOPE_REPLAYED",
            "NOTHING_SEALED",
            "NOT_SEALED_YET",
            "OPENING_INCOMPLETE",
            "ALREADY_CLOSED");
    return tally;
  }

  /** The same terms, closing a quarter of an hour after the opening. */
  static LotTerms soon(LotTerms terms) {
    return new LotTerms(
        terms.reserve(),
        terms.increment(),
        terms.deposit(),
        terms.applicationsCloseAt(),
        terms.depositsDueAt(),
        terms.opensAt(),
        terms.opensAt().plusSeconds(900),
        terms.how(),
        terms.ruleEdition());
  }

  private static Act act(
      Random random, String hand, Auction auction, MethodTerms how, SecretOffers secrets) {
    Map<String, Envelopes.Sealed> live =
        auction instanceof SealedBidding sealed ? sealed.envelopes().live() : Map.of();
    boolean isCentre = hand.equals(PlacedAct.CENTRE);
    return switch (random.nextInt(12)) {
      case 0 -> new Act.Withdrawal();
      case 1 -> new Act.Bid(new Money(5_000));
      case 2 -> scores(random, live);
      case 3 -> secrets.open(random, live);
      default ->
          isCentre
              ? isToBeScored(auction) ? scores(random, live) : secrets.open(random, live)
              : secrets.seal(random, hand, offer(random, how));
    };
  }

  private static boolean isToBeScored(Auction auction) {
    return auction instanceof SealedBidding it
        && SealedBiddingRules.criteria(it.terms()) > 0
        && it.points().isEmpty();
  }

  private static Offer offer(Random random, MethodTerms how) {
    Money price =
        new Money(random.nextInt(30) == 0 ? random.nextLong() : 4_950 + 50L * random.nextInt(9));
    boolean isYearly = how instanceof MethodTerms.ShareOfRevenue ^ random.nextInt(15) == 0;
    Yearly yearly =
        new Yearly(
            new Money(50L * random.nextInt(9)), new Percentage(10_000 * (3 + random.nextInt(9))));
    return new Offer(
        isYearly && random.nextInt(15) > 0 ? new Money(5_000) : price,
        isYearly ? Optional.of(yearly) : Optional.empty());
  }

  private static Act.Scores scores(Random random, Map<String, Envelopes.Sealed> live) {
    Map<String, List<Integer>> points = new HashMap<>();
    int mistake = random.nextInt(8);
    live.keySet()
        .forEach(
            paddle ->
                points.put(
                    paddle,
                    mistake == 0
                        ? List.of(10_001, 5)
                        : mistake == 1
                            ? List.of(1)
                            : List.of(2_500 * random.nextInt(5), 2_500 * random.nextInt(5))));
    if (mistake == 2) {
      points.put("9999", List.of(1, 1));
    }
    return new Act.Scores(points);
  }
}
