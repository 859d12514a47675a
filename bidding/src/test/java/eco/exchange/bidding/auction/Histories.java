package eco.exchange.bidding.auction;

import static eco.exchange.bidding.desk.Hall.LOT;
import static eco.exchange.bidding.desk.Hall.worded;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.auction.Auction.Closed;
import eco.exchange.bidding.auction.Auction.Outcome;
import eco.exchange.method.LotTerms;
import eco.exchange.testing.Seeds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Random histories, played on a fold and told to a plain book, which must always agree. */
final class Histories {

  static final int COUNT = 10_000;
  static final List<String> HANDS =
      List.of("1001", "1002", "P1-1003", "P2-1004", "1005", PlacedAct.CENTRE);

  private static final int ACTS = 24;

  /** An auction as one would keep it by hand: a list of what was taken, read from the start. */
  interface Book {

    /** The answer in one word; what is not refused is taken down. */
    String says(PlacedAct placed);

    /** Phase, leader and price, number of public bids, and end of the phase. */
    String standing(Instant now);

    /** How it has ended when the bell has rung at this moment; empty if it waits for somebody. */
    Optional<String> ending(Instant now);
  }

  /** Draws what somebody does next. */
  interface Drawing {
    Act act(Random random, String hand, Auction auction, Instant now);
  }

  /** A kind of auction, drawn anew for each history. */
  record Game(LotTerms terms, Book book, Drawing drawing) {}

  private Histories() {}

  /** Plays them all, and counts the answers and the endings by their words. */
  static Map<String, Integer> play(Function<Random, Game> games) {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    Map<String, Integer> tally = new TreeMap<>();
    for (int i = 0; i < COUNT; i++) {
      play(games.apply(random), random, "seed %d, history %d".formatted(seed, i), tally);
    }
    return tally;
  }

  private static void play(Game game, Random random, String name, Map<String, Integer> tally) {
    Auction auction = Auction.of(LOT, game.terms);
    Instant now = game.terms.opensAt().minusSeconds(30);
    for (int i = 0; i < ACTS; i++) {
      now = now.plusSeconds(random.nextInt(random.nextInt(5) == 0 ? 400 : 40));
      // The bell may be late, or on time: it makes no difference to anybody's answer.
      auction = random.nextInt(4) == 0 ? auction.ring(now) : auction;
      // After the deadline it is mostly the centre's turn.
      boolean isCentre = !now.isBefore(game.terms.closesAt()) && random.nextBoolean();
      String hand = isCentre ? PlacedAct.CENTRE : HANDS.get(random.nextInt(HANDS.size()));
      PlacedAct placed = new PlacedAct(hand, game.drawing.act(random, hand, auction, now), now);
      auction = judged(game, auction, placed, name, tally);
    }
    Instant later = now.plusSeconds(100_000);
    Optional<String> ending =
        auction.ring(later) instanceof Closed closed ? Optional.of(told(closed)) : Optional.empty();
    assertThat(ending).as(name).isEqualTo(game.book.ending(later));
    String word = ending.map(it -> it.split(" ")[0]).orElse("not");
    tally.merge("ended " + word, 1, Integer::sum);
  }

  private static Auction judged(
      Game game, Auction auction, PlacedAct placed, String name, Map<String, Integer> tally) {
    Outcome outcome = auction.judge(placed);
    Auction next = outcome.next();
    String told = worded(outcome.answer());
    String expected = auction instanceof Closed ? "ALREADY_CLOSED" : game.book.says(placed);
    agree(told, expected, name, placed);
    if (outcome.answer() instanceof BidAnswer.Refused) {
      agree(next, auction, name, placed);
    }
    if (!(next instanceof Closed) && next.ring(placed.at()).equals(next)) {
      agree(told(next.standing(placed.at())), game.book.standing(placed.at()), name, placed);
    }
    tally.merge(told, 1, Integer::sum);
    return next;
  }

  // Asked half a million times, so that only a difference is put into words.
  private static void agree(Object fold, Object book, String name, PlacedAct placed) {
    if (!fold.equals(book)) {
      assertThat(fold).as("%s, %s", name, placed).isEqualTo(book);
    }
  }

  private static String told(AuctionStanding standing) {
    return told(
        standing.phase().name(),
        standing.leading().map(it -> it.paddle() + "@" + it.price().fen()).orElse("nobody"),
        standing.seq(),
        standing.endsAt());
  }

  /** The standing in the words of a book. */
  static String told(String phase, String leading, long seq, Instant endsAt) {
    return phase + " " + leading + " " + seq + " " + endsAt.getEpochSecond();
  }

  private static String told(Closed closed) {
    String rejected =
        closed.rejected().stream()
            .map(it -> it.paddle() + " " + it.why())
            .collect(Collectors.joining(", ", " [", "]"));
    return switch (closed.ending()) {
      case Ending.Unsold unsold -> unsold.cause() + rejected;
      case Ending.Sold sold ->
          sold.ranking().stream()
              .map(it -> it.paddle() + "@" + it.offer() + it.score().map(" "::concat).orElse(""))
              .collect(Collectors.joining("; ", "SOLD ", rejected));
    };
  }
}
