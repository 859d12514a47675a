package eco.exchange.bidding.auction;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares the fold with a listing kept by hand. */
class ListingThenTimedOracleTest {

  private static final LotTerms TERMS =
      SealedOracleTest.soon(
          AuctionTable.terms(
              new MethodTerms.ListingThenTimed(
                  Duration.ofSeconds(200), Duration.ofSeconds(300), Duration.ofSeconds(600))));
  private static final Instant CLOSES = TERMS.closesAt();
  private static final Instant ASKED_UNTIL = CLOSES.plusSeconds(200);

  @Test
  void the_fold_and_a_plain_book_always_agree() {
    Map<String, Integer> tally =
        Histories.play(random -> new Histories.Game(TERMS, new Book(), this::act));
    assertThat(tally.get("accepted")).isGreaterThan(2 * Histories.COUNT);
    assertThat(tally.get("noted")).isGreaterThan(Histories.COUNT / 2);
    assertThat(tally.get("ended SOLD")).isGreaterThan(Histories.COUNT / 4);
    assertThat(tally.get("ended BELOW_FLOOR")).isGreaterThan(Histories.COUNT / 100);
    assertThat(tally)
        .containsKeys(
            "NOT_OPEN_YET",
            "TOO_LATE",
            "NOT_JOINED",
            "ALREADY_LEADING",
            "BELOW_RESERVE",
            "TOO_HIGH",
            "OFF_GRID",
            "TOO_LOW",
            "ALREADY_CLOSED");
  }

  private Act act(Random random, String hand, Auction auction, Instant now) {
    if (hand.equals(PlacedAct.CENTRE)) {
      return new Act.Floor(new Money(4_900 + 50L * random.nextInt(60)));
    }
    boolean isAsked = !now.isBefore(CLOSES) && now.isBefore(ASKED_UNTIL);
    long leading = auction.standing(now).leading().map(it -> it.price().fen()).orElse(4_900L);
    long price =
        random.nextInt(20) == 0 ? random.nextLong() : leading - 50 + 50L * random.nextInt(8);
    return switch (random.nextInt(8)) {
      case 0 -> new Act.Joining();
      case 1 -> new Act.Ceiling(new Money(price));
      default -> isAsked ? new Act.Joining() : new Act.Bid(new Money(price));
    };
  }

  private static final class Book implements Histories.Book {
    private final List<PlacedAct> taken = new ArrayList<>();

    @Override
    public String says(PlacedAct placed) {
      String word =
          switch (placed.act()) {
            case Act.Bid bid when !placed.hand().equals("CENTRE") -> bid(placed, bid.price().fen());
            case Act.Joining joining -> joining(placed);
            case Act.Floor floor when placed.hand().equals("CENTRE") ->
                floor(placed.at(), floor.price().fen());
            default -> "WRONG_ACT";
          };
      if (word.equals("accepted") || word.equals("noted")) {
        taken.add(placed);
      }
      return word;
    }

    /** The phase at a moment, and after the end the last one. */
    private String phase(Instant at) {
      if (at.isBefore(CLOSES) || bids(it -> true).isEmpty()) {
        return "FREE";
      }
      return at.isBefore(ASKED_UNTIL) || joined().isEmpty() ? "ASKING" : "TIMED";
    }

    private Instant endOf(String phase) {
      return switch (phase) {
        case "FREE" -> CLOSES;
        case "ASKING" -> ASKED_UNTIL;
        default -> {
          List<PlacedAct> timed = bids(it -> !it.at().isBefore(ASKED_UNTIL));
          yield (timed.isEmpty() ? ASKED_UNTIL : timed.getLast().at()).plusSeconds(300);
        }
      };
    }

    private List<PlacedAct> bids(Predicate<PlacedAct> which) {
      return taken.stream().filter(it -> it.act() instanceof Act.Bid).filter(which).toList();
    }

    private List<String> joined() {
      return taken.stream()
          .filter(it -> it.act() instanceof Act.Joining)
          .map(PlacedAct::hand)
          .toList();
    }

    private String bid(PlacedAct placed, long price) {
      String phase = phase(placed.at());
      if (phase.equals("ASKING")) {
        return "WRONG_ACT";
      }
      if (placed.at().isBefore(TERMS.opensAt())) {
        return "NOT_OPEN_YET";
      }
      if (!placed.at().isBefore(endOf(phase))) {
        return "TOO_LATE";
      }
      if (phase.equals("TIMED") && !joined().contains(placed.hand())) {
        return "NOT_JOINED";
      }
      List<PlacedAct> bids = bids(it -> true);
      if (!bids.isEmpty() && bids.getLast().hand().equals(placed.hand())) {
        return "ALREADY_LEADING";
      }
      if (price < 5_000) {
        return "BELOW_RESERVE";
      }
      if (price > 100_000_000_000_000L) {
        return "TOO_HIGH";
      }
      if (price % 100 != 0) {
        return "OFF_GRID";
      }
      return bids.isEmpty() || beats(placed.hand(), price, bids.getLast()) ? "accepted" : "TOO_LOW";
    }

    private static boolean beats(String hand, long price, PlacedAct leading) {
      return price > price(leading)
          || (price == price(leading) && rank(hand) < rank(leading.hand()));
    }

    private static int rank(String hand) {
      return hand.startsWith("P") ? hand.charAt(1) - '0' : 9;
    }

    private String joining(PlacedAct placed) {
      if (!phase(placed.at()).equals("ASKING") || placed.hand().equals("CENTRE")) {
        return "WRONG_ACT";
      }
      if (!placed.at().isBefore(ASKED_UNTIL)) {
        return "TOO_LATE";
      }
      return bids(it -> it.hand().equals(placed.hand())).isEmpty() ? "NOT_JOINED" : "noted";
    }

    private String floor(Instant at, long price) {
      if (!phase(at).equals("FREE")) {
        return "WRONG_ACT";
      }
      if (at.isBefore(CLOSES.minusSeconds(600))) {
        return "NOT_OPEN_YET";
      }
      if (!at.isBefore(CLOSES)) {
        return "TOO_LATE";
      }
      return price < 5_000 ? "BELOW_RESERVE" : "noted";
    }

    private static long price(PlacedAct bid) {
      return ((Act.Bid) bid.act()).price().fen();
    }

    @Override
    public String standing(Instant now) {
      List<PlacedAct> bids = bids(it -> true);
      String phase = now.isBefore(TERMS.opensAt()) ? "SCHEDULED" : phase(now);
      return Histories.told(
          phase,
          bids.isEmpty() ? "nobody" : bids.getLast().hand() + "@" + price(bids.getLast()),
          bids.size(),
          endOf(phase(now)));
    }

    @Override
    public Optional<String> ending(Instant now) {
      List<PlacedAct> bids = bids(it -> true);
      if (bids.isEmpty()) {
        return Optional.of("NO_BID []");
      }
      long floor =
          taken.stream()
              .filter(it -> it.act() instanceof Act.Floor)
              .map(it -> ((Act.Floor) it.act()).price().fen())
              .reduce(0L, (former, latter) -> latter);
      PlacedAct best = bids.getLast();
      Optional<PlacedAct> second =
          bids.reversed().stream().filter(it -> !it.hand().equals(best.hand())).findFirst();
      String ranking =
          Optional.of(best).stream()
              .mapMulti(
                  (PlacedAct it, java.util.function.Consumer<PlacedAct> all) -> {
                    all.accept(it);
                    second.ifPresent(all);
                  })
              .filter(it -> price(it) >= floor)
              .map(it -> it.hand() + "@" + Offer.of(new Money(price(it))))
              .collect(Collectors.joining("; "));
      return Optional.of(ranking.isEmpty() ? "BELOW_FLOOR []" : "SOLD " + ranking + " []");
    }
  }
}
