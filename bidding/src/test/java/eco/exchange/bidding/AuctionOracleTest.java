package eco.exchange.bidding;

import static eco.exchange.bidding.Hall.TERMS;
import static eco.exchange.bidding.Hall.worded;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.Auction.Bid;
import eco.exchange.bidding.Auction.Outcome;
import eco.exchange.money.Money;
import eco.exchange.testing.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares the fold with an auction as one would keep it by hand: a list, read from the start. */
class AuctionOracleTest {

  private static final int HISTORIES = 10_000;
  private static final int BIDS = 30;

  @Test
  void the_fold_and_a_plain_book_of_bids_always_agree() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    int accepted = 0;
    for (int history = 0; history < HISTORIES; history++) {
      accepted += play(random, "seed %d, history %d".formatted(seed, history));
    }
    assertThat(accepted).as("the histories are not all refusals").isGreaterThan(3 * HISTORIES);
  }

  private static int play(Random random, String name) {
    Auction auction = new Auction.Scheduled(TERMS);
    PlainBook book = new PlainBook();
    Instant now =
        TERMS.closesAt().minusSeconds(random.nextInt(random.nextBoolean() ? 7_200 : 90_000));
    for (int i = 0; i < BIDS; i++) {
      now = now.plusSeconds(random.nextInt(random.nextBoolean() ? 60 : 500));
      long price = 4_900 + 50L * random.nextInt(4) + 100L * random.nextInt(i + 1);
      Bid bid = new Bid("p" + random.nextInt(3), new Money(price), now);
      Outcome outcome = auction.judge(bid);
      assertThat(worded(outcome.answer())).as("%s, %s", name, bid).isEqualTo(book.says(bid));
      auction = outcome.next();
    }
    Standing standing = auction.standing();
    assertThat(standing.seq()).as(name).isEqualTo(book.accepted.size());
    assertThat(standing.closesAt()).as(name).isEqualTo(book.closing());
    assertThat(standing.leading().stream().toList()).as(name).isEqualTo(book.last());
    return book.accepted.size();
  }

  /** Keeps no state but the accepted bids, and works everything out anew for each bid. */
  private static final class PlainBook {
    private final List<Bid> accepted = new ArrayList<>();

    String says(Bid bid) {
      if (bid.placedAt().isBefore(TERMS.opensAt())) {
        return "NOT_OPEN_YET";
      }
      if (bid.placedAt().compareTo(closing()) >= 0) {
        return "TOO_LATE";
      }
      if (!accepted.isEmpty() && accepted.getLast().paddle().equals(bid.paddle())) {
        return "ALREADY_LEADING";
      }
      if (bid.price().fen() < 5_000) {
        return "BELOW_RESERVE";
      }
      if (bid.price().fen() % 100 != 0) {
        return "OFF_GRID";
      }
      if (accepted.stream().anyMatch(it -> it.price().fen() >= bid.price().fen())) {
        return "TOO_LOW";
      }
      accepted.add(bid);
      return "accepted";
    }

    Instant closing() {
      return accepted.stream()
          .map(bid -> bid.placedAt().plusSeconds(300))
          .filter(TERMS.closesAt()::isBefore)
          .max(Instant::compareTo)
          .orElse(TERMS.closesAt());
    }

    List<Bid> last() {
      return accepted.isEmpty() ? List.of() : List.of(accepted.getLast());
    }
  }
}
