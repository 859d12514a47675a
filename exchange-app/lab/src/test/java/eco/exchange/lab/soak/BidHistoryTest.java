package eco.exchange.lab.soak;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The checker of the long runs finds what it is there to find. */
class BidHistoryTest {

  static final List<BookEntry> BOOK =
      List.of(
          accepted(5, "1001", "a", 100, 1),
          refused(6, "1002", "b", 100, "TOO_LOW"),
          accepted(7, "1002", "c", 101, 2),
          refused(8, "1002", "d", 109, "ALREADY_LEADING"),
          accepted(9, "1001", "e", 110, 3));
  static final Map<String, String> PADDLES =
      Map.of("a", "1001", "b", "1002", "c", "1002", "d", "1002", "e", "1001");

  @Test
  void an_honest_book_has_no_fault() {
    assertThat(faults(BOOK, heard(BOOK))).isEmpty();
  }

  @Test
  void an_acknowledged_bid_that_is_not_in_the_book_is_found() {
    assertThat(faults(BOOK.subList(0, 4), heard(BOOK))).hasSize(1);
  }

  @Test
  void a_bid_that_was_never_answered_is_found() {
    Map<String, AttemptAnswer> heard = heard(BOOK);
    heard.put("c", new AttemptAnswer.Nothing());

    assertThat(faults(BOOK, heard)).hasSize(1);
  }

  @Test
  void an_answer_that_differs_from_the_book_is_found() {
    Map<String, AttemptAnswer> heard = heard(BOOK);
    heard.put("c", new AttemptAnswer.Refused("TOO_LOW"));
    heard.put("b", new AttemptAnswer.Accepted(2, Money.yuan("1.00"), "", ""));

    assertThat(faults(BOOK, heard)).hasSize(2);
  }

  @Test
  void a_bid_entered_twice_or_by_nobody_is_found() {
    assertThat(faults(with(accepted(10, "1002", "a", 120, 4)), heard(BOOK))).isNotEmpty();
    assertThat(faults(with(accepted(10, "1002", "z", 120, 4)), heard(BOOK))).isNotEmpty();
  }

  @Test
  void a_gap_and_a_price_that_does_not_rise_are_found() {
    assertThat(faults(changed(4, accepted(9, "1001", "e", 110, 4)), Map.of())).isNotEmpty();
    assertThat(faults(changed(4, accepted(9, "1001", "e", 101, 3)), Map.of())).isNotEmpty();
    assertThat(faults(changed(4, accepted(9, "1002", "e", 110, 3)), Map.of())).isNotEmpty();
  }

  @Test
  void a_lawful_bid_that_was_refused_is_found() {
    assertThat(faults(changed(4, refused(9, "1001", "e", 110, "TOO_LOW")), Map.of())).hasSize(1);
  }

  private static List<String> faults(List<BookEntry> book, Map<String, AttemptAnswer> heard) {
    return new BidHistory(new Money(100), new Money(1), book, heard, PADDLES).faults();
  }

  private static Map<String, AttemptAnswer> heard(List<BookEntry> book) {
    Map<String, AttemptAnswer> heard = new HashMap<>();
    for (BookEntry entry : book) {
      heard.put(
          entry.key(),
          entry.seq().isPresent()
              ? new AttemptAnswer.Accepted(entry.seq().getAsLong(), entry.price(), "", "")
              : new AttemptAnswer.Refused(entry.refusal()));
    }
    return heard;
  }

  private static List<BookEntry> with(BookEntry entry) {
    List<BookEntry> book = new ArrayList<>(BOOK);
    book.add(entry);
    return book;
  }

  private static List<BookEntry> changed(int place, BookEntry entry) {
    List<BookEntry> book = new ArrayList<>(BOOK);
    book.set(place, entry);
    return book;
  }

  private static BookEntry accepted(long version, String paddle, String key, long fen, long seq) {
    return new BookEntry(version, paddle, key, new Money(fen), OptionalLong.of(seq), "");
  }

  private static BookEntry refused(long version, String paddle, String key, long fen, String code) {
    return new BookEntry(version, paddle, key, new Money(fen), OptionalLong.empty(), code);
  }
}
