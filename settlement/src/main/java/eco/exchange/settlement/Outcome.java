package eco.exchange.settlement;

import eco.exchange.answer.Answer;

/**
 * What a rule decides: the answer, and the books it leaves; a refusal leaves them as they were.
 *
 * @param <T> what is answered when the thing was done
 */
record Outcome<T>(Answer<T> answer, Books books) {

  static <T> Outcome<T> done(T value, Books books) {
    return new Outcome<>(Answer.done(value), books);
  }

  static <T> Outcome<T> refused(SettlementRefusal reason, String detail, Books books) {
    return new Outcome<>(Answer.refused(reason, detail), books);
  }
}
