package eco.exchange.lab.trial;

import eco.exchange.market.PartyId;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The lots, the transferor and the bidders of a trial: the same names in each of its processes. */
public final class TrialLots {

  /** How many bidders there are; each is admitted to every lot. */
  public static final int BIDDERS = 32;

  /** The password of all bidders; the database lives no longer than the trial. */
  public static final String PASSWORD = "clear-water-green-hills";

  /** The lots that the load through the door is about. */
  public static final TradeId HOT_AT_THE_DOOR = trade(1);

  public static final TradeId GROWING = trade(2);
  public static final List<TradeId> SHORT_BOOKS = trades(10, 19);

  /** The lots that the load over HTTP is about. */
  public static final TradeId HOT = trade(3);

  public static final TradeId WATCHED = trade(4);
  public static final List<TradeId> HUNDRED = trades(101, 200);

  private static final Money RESERVE = Money.yuan("100.00");
  private static final Money INCREMENT = Money.yuan("1.00");
  private static final Duration OPEN_FOR = Duration.ofHours(6);

  private TrialLots() {}

  /** The lots on which bids come over HTTP. */
  public static List<TradeId> overHttp() {
    return Stream.concat(HUNDRED.stream(), Stream.of(HOT, WATCHED)).toList();
  }

  /** The terms of a lot that opens at a moment. This is the only place where terms are written. */
  public static LotTerms terms(Instant opensAt) {
    Instant opening = opensAt.truncatedTo(ChronoUnit.MILLIS);
    return new LotTerms(
        RESERVE,
        INCREMENT,
        Money.yuan("10.00"),
        opening,
        opening,
        opening,
        opening.plus(OPEN_FOR),
        new MethodTerms.English(Duration.ofMinutes(5), Optional.empty()),
        "2025-COLLECTIVE-ENGLISH_ONLINE");
  }

  /** The lawful price that is some increments above the reserve. */
  public static Money price(long increments) {
    return new Money(RESERVE.fen() + INCREMENT.fen() * increments);
  }

  public static List<PartyId> bidders() {
    return IntStream.range(0, BIDDERS).mapToObj(number -> new PartyId(id(number))).toList();
  }

  public static String login(int bidder) {
    return "trial-bidder-" + bidder;
  }

  public static UUID id(int number) {
    return new UUID(0x6563_6f00_0000_8000L, 0x8000_0000_0000_0000L | number);
  }

  private static List<TradeId> trades(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(TrialLots::trade).toList();
  }

  private static TradeId trade(int number) {
    return TradeId.of("640425", RightKind.CARBON_SINK, LocalDate.of(2026, 1, 1), number);
  }
}
