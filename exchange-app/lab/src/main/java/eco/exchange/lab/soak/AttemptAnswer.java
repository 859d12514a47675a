package eco.exchange.lab.soak;

import eco.exchange.money.Money;

/** The answer that was heard to an attempt. */
sealed interface AttemptAnswer {

  /** It stands in the public log under this number. */
  record Accepted(long seq, Money price, String placedAt, String closesAt)
      implements AttemptAnswer {}

  /** It was refused, by this code. */
  record Refused(String code) implements AttemptAnswer {}

  /** There was no answer, or none that tells what became of it. */
  record Nothing() implements AttemptAnswer {}
}
