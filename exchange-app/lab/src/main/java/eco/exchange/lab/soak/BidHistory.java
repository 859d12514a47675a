package eco.exchange.lab.soak;

import eco.exchange.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The history of the bids on one lot: everything that was heard about them, held against the book
 * of the lot.
 *
 * <p>It knows nothing of how the exchange judges: prices must rise by at least the increment,
 * numbers must have no gap, and every answer must stand in the book.
 *
 * @param reserve the lowest first price
 * @param increment the least raise
 * @param book the bids as the database keeps them, in order
 * @param heard what the bidders heard, by key
 * @param paddles the paddle of each key
 */
record BidHistory(
    Money reserve,
    Money increment,
    List<BookEntry> book,
    Map<String, AttemptAnswer> heard,
    Map<String, String> paddles) {

  /** What is wrong; empty if nothing is. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    Map<String, BookEntry> byKey = new HashMap<>();
    for (BookEntry entry : book) {
      if (byKey.put(entry.key(), entry) != null) {
        faults.add("entered twice: " + entry);
      }
      if (!entry.paddle().equals(paddles.get(entry.key()))) {
        faults.add("nobody sent, or another did: " + entry);
      }
    }
    order(faults);
    heard.forEach((key, told) -> answer(key, told, byKey, faults));
    return faults;
  }

  private void order(List<String> faults) {
    Money next = reserve;
    String leader = "";
    long seq = 0;
    for (BookEntry entry : book) {
      boolean leads = !entry.price().isBelow(next) && !entry.paddle().equals(leader);
      if (leads != entry.seq().isPresent()) {
        faults.add("judged wrongly, when %s was the lowest price: %s".formatted(next, entry));
      }
      if (entry.seq().isEmpty()) {
        continue;
      }
      seq++;
      if (entry.seq().getAsLong() != seq) {
        faults.add("a gap before " + entry);
      }
      next = entry.price().plus(increment);
      leader = entry.paddle();
    }
  }

  private static void answer(
      String key, AttemptAnswer told, Map<String, BookEntry> byKey, List<String> faults) {
    BookEntry entry = byKey.get(key);
    boolean stands =
        switch (told) {
          case AttemptAnswer.Accepted accepted ->
              entry != null
                  && entry.seq().equals(OptionalLong.of(accepted.seq()))
                  && entry.price().equals(accepted.price());
          // A bid on a lot that is over, or of a bidder without a paddle, is not entered.
          case AttemptAnswer.Refused refused ->
              entry == null || entry.refusal().equals(refused.code());
          case AttemptAnswer.Nothing nothing -> false;
        };
    if (!stands) {
      faults.add(
          "%s was told %s, and the book has %s".formatted(key, told, Objects.toString(entry)));
    }
  }
}
