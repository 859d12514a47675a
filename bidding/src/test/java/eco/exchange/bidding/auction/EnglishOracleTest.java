package eco.exchange.bidding.auction;

import static eco.exchange.bidding.desk.Hall.LOT;
import static eco.exchange.bidding.desk.Hall.TERMS;
import static eco.exchange.bidding.desk.Hall.worded;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.auction.Auction.Outcome;
import eco.exchange.bidding.auction.AuctionStanding.Lead;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.money.Money;
import eco.exchange.testing.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares the fold with an auction as one would keep it by hand: a list, read from the start. */
class EnglishOracleTest {

  private static final int HISTORIES = 10_000;
  private static final int ACTS = 30;
  private static final Duration OVERTIME = Duration.ofMinutes(20);
  private static final List<String> PADDLES = List.of("1001", "1002", "P1-1003", "P2-1004");

  @Test
  void the_fold_and_a_plain_book_of_bids_always_agree() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    int accepted = 0;
    int raised = 0;
    for (int history = 0; history < HISTORIES; history++) {
      PlainBook book = play(random, "seed %d, history %d".formatted(seed, history));
      accepted += book.log.size();
      raised += book.raises;
    }
    assertThat(accepted).as("the histories are not all refusals").isGreaterThan(3 * HISTORIES);
    assertThat(raised).as("ceilings have raised").isGreaterThan(HISTORIES / 2);
  }

  private static PlainBook play(Random random, String name) {
    boolean stopsHard = random.nextBoolean();
    Auction auction = Auction.of(LOT, terms(stopsHard));
    PlainBook book = new PlainBook(stopsHard);
    Instant now =
        TERMS.closesAt().minusSeconds(random.nextInt(random.nextBoolean() ? 7_200 : 90_000));
    for (int i = 0; i < ACTS; i++) {
      now = now.plusSeconds(random.nextInt(random.nextBoolean() ? 60 : 500));
      Money price = new Money(4_900 + 50L * random.nextInt(4) + 100L * random.nextInt(i + 1));
      Act act = random.nextInt(3) == 0 ? new Act.Ceiling(price) : new Act.Bid(price);
      PlacedAct placed = new PlacedAct(PADDLES.get(random.nextInt(PADDLES.size())), act, now);
      Outcome outcome = auction.judge(placed);
      assertThat(worded(outcome.answer())).as("%s, %s", name, placed).isEqualTo(book.says(placed));
      auction = outcome.next();
      AuctionStanding standing = auction.standing(now);
      assertThat(standing.leading()).as("%s, %s", name, placed).isEqualTo(book.leading());
      assertThat(standing.endsAt()).as("%s, %s", name, placed).isEqualTo(book.closing());
    }
    assertThat(((English) auction).runnerUp().map(Lead::paddle)).as(name).isEqualTo(book.second());
    return book;
  }

  private static LotTerms terms(boolean stopsHard) {
    return new LotTerms(
        TERMS.reserve(),
        TERMS.increment(),
        TERMS.deposit(),
        TERMS.applicationsCloseAt(),
        TERMS.depositsDueAt(),
        TERMS.opensAt(),
        TERMS.closesAt(),
        new MethodTerms.English(
            Duration.ofMinutes(5), stopsHard ? Optional.of(OVERTIME) : Optional.empty()),
        TERMS.ruleEdition());
  }

  /** Keeps the whole log, and reads everything from it anew. */
  private static final class PlainBook {
    private final List<Lead> log = new ArrayList<>();
    private final Instant hardStop;
    private long ceiling;
    private int raises;

    PlainBook(boolean stopsHard) {
      hardStop = stopsHard ? TERMS.closesAt().plus(OVERTIME) : Instant.MAX;
    }

    String says(PlacedAct placed) {
      long price =
          placed.act() instanceof Act.Bid bid
              ? bid.price().fen()
              : ((Act.Ceiling) placed.act()).price().fen();
      if (placed.at().isBefore(TERMS.opensAt())) {
        return "NOT_OPEN_YET";
      }
      if (!placed.at().isBefore(closing())) {
        return "TOO_LATE";
      }
      boolean leads = !log.isEmpty() && log.getLast().paddle().equals(placed.hand());
      if (leads && placed.act() instanceof Act.Bid) {
        return "ALREADY_LEADING";
      }
      if (price < 5_000) {
        return "BELOW_RESERVE";
      }
      if (price % 100 != 0) {
        return "OFF_GRID";
      }
      if (price < (leads ? log.getLast().price().fen() : lowest(placed.hand()))) {
        return "TOO_LOW";
      }
      if (leads) {
        ceiling = price;
        return "noted";
      }
      contend(placed, price);
      return placed.act() instanceof Act.Bid ? "accepted" : "noted";
    }

    /** Counts upwards, price by price, to the first at which the other has nothing left to say. */
    private void contend(PlacedAct placed, long most) {
      String newcomer = placed.hand();
      long first = placed.act() instanceof Act.Bid ? most : lowest(newcomer);
      String keeper = log.isEmpty() ? newcomer : log.getLast().paddle();
      if (keeper.equals(newcomer) || beats(newcomer, most, keeper, ceiling)) {
        raise(keeper, placed, most > first ? ceiling : 0);
        long price = first;
        while (!keeper.equals(newcomer) && !beats(newcomer, price, keeper, ceiling)) {
          price += 100;
        }
        bid(newcomer, price, placed.at());
        ceiling = most;
      } else {
        bid(newcomer, most, placed.at());
        long price = most;
        while (price < ceiling && !beats(keeper, price, newcomer, most)) {
          price += 100;
        }
        bid(keeper, price, placed.at());
        raises++;
      }
    }

    private void raise(String keeper, PlacedAct placed, long price) {
      if (!log.isEmpty() && price > log.getLast().price().fen()) {
        bid(keeper, price, placed.at());
        raises++;
      }
    }

    private static boolean beats(String paddle, long price, String other, long most) {
      return price > most || (price == most && outranks(paddle, other));
    }

    private void bid(String paddle, long price, Instant at) {
      log.add(new Lead(paddle, new Money(price), at));
    }

    private long lowest(String paddle) {
      if (log.isEmpty()) {
        return 5_000;
      }
      long price = log.getLast().price().fen();
      return outranks(paddle, log.getLast().paddle()) ? price : price + 100;
    }

    private static boolean outranks(String paddle, String other) {
      return (paddle.startsWith("P") && !other.startsWith("P"))
          || (paddle.startsWith("P1") && other.startsWith("P2"));
    }

    Instant closing() {
      return log.stream()
          .map(bid -> bid.placedAt().plusSeconds(300))
          .map(end -> end.isBefore(hardStop) ? end : hardStop)
          .filter(TERMS.closesAt()::isBefore)
          .max(Instant::compareTo)
          .orElse(TERMS.closesAt());
    }

    Optional<Lead> leading() {
      return log.isEmpty() ? Optional.empty() : Optional.of(log.getLast());
    }

    Optional<String> second() {
      return log.reversed().stream()
          .map(Lead::paddle)
          .filter(paddle -> !paddle.equals(log.getLast().paddle()))
          .findFirst();
    }
  }
}
