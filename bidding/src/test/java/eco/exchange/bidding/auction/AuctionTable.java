package eco.exchange.bidding.auction;

import static eco.exchange.bidding.desk.Hall.LOT;
import static eco.exchange.bidding.desk.Hall.worded;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.auction.Act.Opened;
import eco.exchange.bidding.auction.Act.Opened.Unsealed;
import eco.exchange.bidding.auction.Auction.Closed;
import eco.exchange.bidding.auction.Auction.Outcome;
import eco.exchange.bidding.auction.BidAnswer.Refused;
import eco.exchange.bidding.desk.Hall;
import eco.exchange.calendar.Deadline;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.Offer;
import eco.exchange.method.Offer.Yearly;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Plays tables of acts: time, hand, what is done, with what, and the answer that is expected.
 *
 * <p>Bidding runs from 09:00 to 10:00; the reserve is 50.00, the increment 1.00. The table knows
 * what was sealed, so that {@code opens} opens it honestly; {@code -} stands for nothing.
 */
final class AuctionTable {

  private static final Map<String, String> HANDS = Map.of("centre", PlacedAct.CENTRE);

  Auction auction;
  private final Map<String, Unsealed> sealed = new TreeMap<>();
  private final Map<String, String> commitments = new HashMap<>();
  private int nonces;

  AuctionTable(MethodTerms how) {
    auction = Auction.of(LOT, terms(how));
  }

  static LotTerms terms(MethodTerms how) {
    return new LotTerms(
        Money.yuan("50.00"),
        Money.yuan("1.00"),
        Hall.TERMS.deposit(),
        Hall.TERMS.applicationsCloseAt(),
        Hall.TERMS.depositsDueAt(),
        at("09:00"),
        at("10:00"),
        how,
        Hall.TERMS.ruleEdition());
  }

  void hears(String table) {
    for (String row : table.lines().toList()) {
      String[] words = row.trim().split(" +");
      PlacedAct placed =
          new PlacedAct(HANDS.getOrDefault(words[1], words[1]), act(words), at(words[0]));
      Outcome outcome = auction.judge(placed);
      assertThat(worded(outcome.answer())).as(row).isEqualTo(words[4]);
      if (outcome.answer() instanceof Refused) {
        assertThat(outcome.next()).as(row).isEqualTo(auction);
      } else {
        remember(placed);
      }
      auction = outcome.next();
    }
  }

  private Act act(String... words) {
    return switch (words[2]) {
      case "bids" -> new Act.Bid(Money.yuan(words[3]));
      case "ceiling" -> new Act.Ceiling(Money.yuan(words[3]));
      case "joins" -> new Act.Joining();
      case "takes" -> new Act.Taking(Money.yuan(words[3]));
      case "floor" -> new Act.Floor(Money.yuan(words[3]));
      case "seals" -> sealing(words[1], words[3]);
      case "replays" ->
          new Act.Sealing(Optional.ofNullable(commitments.get(words[3])).orElseThrow(), "again");
      case "misshapes" -> new Act.Sealing(words[3], "envelope");
      case "withdraws" -> new Act.Withdrawal();
      case "scores" -> new Act.Scores(points(words[3]));
      case "opens" -> new Act.Opening(opening(words[3]));
      default -> throw new IllegalArgumentException(words[2]);
    };
  }

  private Act.Sealing sealing(String paddle, String offer) {
    String nonce = "%032x".formatted(++nonces);
    Unsealed unsealed = new Unsealed(offer(offer), nonce);
    String commitment = Commitments.of(LOT, paddle, unsealed.offer(), nonce);
    sealed.put(commitment, unsealed);
    return new Act.Sealing(commitment, "envelope of " + offer);
  }

  /** A price, or 'price+rent+percent'. */
  static Offer offer(String text) {
    String[] parts = text.split("\\+");
    return parts.length == 1
        ? Offer.of(Money.yuan(text))
        : new Offer(
            Money.yuan(parts[0]),
            Optional.of(new Yearly(Money.yuan(parts[1]), Percentage.parse(parts[2]))));
  }

  private void remember(PlacedAct placed) {
    if (placed.act() instanceof Act.Sealing sealing) {
      commitments.put(placed.hand(), sealing.commitment());
    }
    if (placed.act() instanceof Act.Withdrawal) {
      commitments.remove(placed.hand());
    }
  }

  /** 'paddle=8000,9000;paddle=...' in hundredths of points. */
  private static Map<String, List<Integer>> points(String text) {
    return Arrays.stream(text.split(";"))
        .map(entry -> entry.split("="))
        .collect(
            Collectors.toMap(
                entry -> entry[0],
                entry -> Arrays.stream(entry[1].split(",")).map(Integer::valueOf).toList()));
  }

  /** All that is sealed, changed as told: 'paddle:missing', 'paddle:broken' or 'paddle:other'. */
  private Map<String, Opened> opening(String change) {
    Map<String, Opened> all = new HashMap<>();
    commitments.forEach(
        (paddle, commitment) ->
            all.put(
                paddle, new Opened(Optional.ofNullable(sealed.get(commitment)), Optional.empty())));
    String[] changed = change.split(":");
    if (changed.length == 2) {
      switch (changed[1]) {
        case "missing" -> all.remove(changed[0]);
        case "broken" ->
            all.put(changed[0], new Opened(Optional.empty(), Optional.of("wrong key")));
        case "other" ->
            all.put(
                changed[0],
                new Opened(
                    Optional.of(new Unsealed(offer("99.00"), "f".repeat(32))), Optional.empty()));
        default -> throw new IllegalArgumentException(change);
      }
    }
    return all;
  }

  void rings(String time) {
    auction = auction.ring(at(time));
  }

  /** How it has ended, for example 'sold to 4711 60.00, 1002 55.00' or 'NO_BID'. */
  String ending() {
    return switch (((Closed) auction).ending()) {
      case Ending.Unsold unsold -> unsold.cause().name();
      case Ending.Sold sold ->
          sold.ranking().stream()
              .map(
                  it ->
                      it.paddle()
                          + " "
                          + it.offer().price().decimal()
                          + it.score().map(score -> " (" + score + ")").orElse(""))
              .collect(Collectors.joining(", ", "sold to ", ""));
    };
  }

  List<String> rejected() {
    return ((Closed) auction).rejected().stream().map(it -> it.paddle() + " " + it.why()).toList();
  }

  AuctionStanding standing(String time) {
    return auction.standing(at(time));
  }

  static Instant at(String time) {
    LocalDate day = LocalDate.of(2026, 3, 28);
    return day.atTime(LocalTime.parse(time)).atZone(Deadline.ZONE).toInstant();
  }
}
