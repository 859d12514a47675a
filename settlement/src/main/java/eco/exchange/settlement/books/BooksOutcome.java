package eco.exchange.settlement.books;

import eco.exchange.answer.Answer;

/**
 * What a rule decides: the answer, and the books it leaves; a refusal leaves them as they were.
 *
 * @param <T> what is answered when the thing was done
 */
public record BooksOutcome<T>(Answer<T> answer, Books books) {

  public static <T> BooksOutcome<T> done(T value, Books books) {
    return new BooksOutcome<>(Answer.done(value), books);
  }

  public static <T> BooksOutcome<T> refused(SettlementRefusal reason, String detail, Books books) {
    return new BooksOutcome<>(Answer.refused(reason, detail), books);
  }
}
