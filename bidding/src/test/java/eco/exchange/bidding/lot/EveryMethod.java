package eco.exchange.bidding.lot;

import static eco.exchange.bidding.desk.Hall.LOT;
import static eco.exchange.bidding.desk.Hall.PENGYANG;
import static eco.exchange.bidding.desk.Hall.TERMS;
import static eco.exchange.bidding.desk.Hall.await;
import static eco.exchange.bidding.desk.Hall.party;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.Act.Opened;
import eco.exchange.bidding.auction.Act.Opened.Unsealed;
import eco.exchange.bidding.auction.Auction;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.auction.Commitments;
import eco.exchange.bidding.auction.PlacedAct;
import eco.exchange.bidding.desk.Hall;
import eco.exchange.market.PartyId;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.MethodTerms.Scoring;
import eco.exchange.method.MethodTerms.Scoring.Criterion;
import eco.exchange.method.Offer;
import eco.exchange.method.Offer.Yearly;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.rulebook.BiddingBounds;
import eco.exchange.rulebook.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Terms of every method, and acts of all kinds drawn for any of them. */
public final class EveryMethod {

  static final List<String> HANDS = List.of("1001", "1002", "P1-1003", "P2-1004", PlacedAct.CENTRE);

  static final BiddingBounds BOUNDS = Rulebook.published().edition(TERMS.ruleEdition()).bounds();

  private static final Map<PartyId, String> PADDLES =
      HANDS.stream()
          .filter(hand -> !hand.equals(PlacedAct.CENTRE))
          .collect(Collectors.toMap(Hall::party, Function.identity()));

  private final Map<String, Unsealed> secrets = new HashMap<>();
  private final Map<String, String> live = new TreeMap<>();
  private final MethodTerms how;
  private final Random random;

  EveryMethod(MethodTerms how, Random random) {
    this.how = how;
    this.random = random;
  }

  public static List<MethodTerms> all() {
    Duration minute = Duration.ofMinutes(1);
    Duration five = Duration.ofMinutes(5);
    Scoring scoring =
        new Scoring(
            Percentage.parse("70"), List.of(new Criterion("水土保持方案", Percentage.parse("30"))));
    return List.of(
        new MethodTerms.English(five, Optional.of(Duration.ofMinutes(20))),
        new MethodTerms.ListingThenTimed(five, five, five),
        new MethodTerms.SealedOneShot(),
        new MethodTerms.PriceTime(1),
        new MethodTerms.Weighted(scoring),
        new MethodTerms.Descending(Money.yuan("60.50"), minute, five, five),
        new MethodTerms.Tender(3, scoring),
        new MethodTerms.Negotiated(),
        new MethodTerms.ShareOfRevenue(
            Percentage.parse("5"),
            Percentage.parse("100"),
            Money.ZERO,
            Percentage.parse("4"),
            List.of(Money.yuan("100.00")),
            Optional.of(List.of(Money.yuan("20.00")))));
  }

  /**
   * Plays an auction of a method to its end.
   *
   * @param stores where it is scheduled, and every batch committed
   * @param each is shown every state on the way
   */
  public static Lot played(
      LotStore stores, MethodTerms how, Random random, String name, Consumer<Lot> each) {
    LotTerms terms = terms(how);
    EveryMethod acts = new EveryMethod(how, random);
    Lot lot =
        new Lot(
            LOT,
            PENGYANG,
            7 + random.nextInt(64),
            Auction.of(LOT, terms),
            Instant.EPOCH,
            4,
            // An agreement is for one.
            how instanceof MethodTerms.Negotiated ? Map.of(party("1001"), "1001") : PADDLES,
            Set.of());
    await(stores.schedule(lot));
    Instant now = terms.opensAt().minusSeconds(20);
    for (int i = 0; i < 30 || !lot.isClosed(); i++) {
      now = now.plusSeconds(random.nextInt(i > 60 ? 10_000 : 90));
      boolean isLate = !now.isBefore(terms.closesAt());
      String hand =
          isLate && random.nextBoolean() ? PlacedAct.CENTRE : hand(how, random.nextInt(5));
      Money asked = lot.auction().standing(now).priceMin().orElse(terms.reserve());
      Act act = acts.draw(hand, asked);
      Auction before = lot.auction();
      ActBatch batch = ActBatch.of(lot, List.of(offer(hand, act, "key " + i, now)), now, BOUNDS);
      if (batch.answers().getFirst() instanceof BidAnswer.Refused) {
        assertThat(batch.after().auction())
            .as("%s: %s by %s", name, act, hand)
            .isEqualTo(before.ring(now));
      } else {
        acts.taken(hand, act);
      }
      await(stores.commit(batch, Optional.empty()));
      lot = batch.after();
      each.accept(lot);
    }
    return lot;
  }

  private static String hand(MethodTerms how, int number) {
    boolean isAgreed = how instanceof MethodTerms.Negotiated;
    return isAgreed && number < HANDS.size() - 1 ? HANDS.getFirst() : HANDS.get(number);
  }

  private static ActBatch.Arrival offer(String hand, Act act, String key, Instant at) {
    Optional<PartyId> bidder =
        hand.equals(PlacedAct.CENTRE) ? Optional.empty() : Optional.of(party(hand));
    return new ActBatch.Arrival(bidder, act, key, true, at);
  }

  /** Terms that close a quarter of an hour after the opening. */
  public static LotTerms terms(MethodTerms how) {
    return new LotTerms(
        TERMS.reserve(),
        TERMS.increment(),
        TERMS.deposit(),
        TERMS.applicationsCloseAt(),
        TERMS.depositsDueAt(),
        TERMS.opensAt(),
        TERMS.opensAt().plusSeconds(900),
        how,
        TERMS.ruleEdition());
  }

  /** An act that has a chance to be taken, knowing the price that is asked. */
  Act draw(String hand, Money asked) {
    Money price =
        random.nextInt(12) == 0
            ? new Money(random.nextLong())
            : asked.plus(new Money(50L * (random.nextInt(7) - 1)));
    if (hand.equals(PlacedAct.CENTRE)) {
      return switch (random.nextInt(4)) {
        case 0 -> new Act.Floor(price);
        case 1 -> scores();
        default -> opening();
      };
    }
    return switch (random.nextInt(9)) {
      case 0, 1 -> new Act.Bid(price);
      case 2 -> new Act.Ceiling(price);
      case 3 -> new Act.Joining();
      case 4 -> new Act.Taking(asked);
      case 5 -> new Act.Withdrawal();
      default -> sealing(hand);
    };
  }

  private Act sealing(String paddle) {
    Optional<Yearly> yearly =
        how instanceof MethodTerms.ShareOfRevenue
            ? Optional.of(new Yearly(new Money(random.nextInt(900)), new Percentage(90_000)))
            : Optional.empty();
    Money price = new Money(yearly.isPresent() ? 5_000 : 4_900 + random.nextInt(3_000));
    Offer offer = new Offer(price, yearly);
    String nonce = "%032x".formatted(random.nextLong() & Long.MAX_VALUE);
    String commitment = Commitments.of(LOT, paddle, offer, nonce);
    secrets.put(commitment, new Unsealed(offer, nonce));
    return new Act.Sealing(commitment, "envelope " + commitment);
  }

  private Act scores() {
    return new Act.Scores(
        live.keySet().stream()
            .collect(Collectors.toMap(paddle -> paddle, it -> List.of(random.nextInt(10_000)))));
  }

  private Act opening() {
    Map<String, Opened> all = new HashMap<>();
    live.forEach((paddle, commitment) -> all.put(paddle, opened(commitment)));
    return new Act.Opening(all);
  }

  private Opened opened(String commitment) {
    return random.nextInt(8) == 0
        ? new Opened(Optional.empty(), Optional.of("wrong key"))
        : new Opened(Optional.ofNullable(secrets.get(commitment)), Optional.empty());
  }

  /** Is told what was taken. */
  void taken(String hand, Act act) {
    if (act instanceof Act.Sealing offer) {
      live.put(hand, offer.commitment());
    }
    if (act instanceof Act.Withdrawal) {
      live.remove(hand);
    }
  }
}
