package eco.exchange.operations.soak;

import eco.exchange.money.Money;

/** What was heard about an attempt. */
sealed interface Heard {

  /** It stands in the public log under this number. */
  record Accepted(long seq, Money price, String placedAt, String closesAt) implements Heard {}

  /** It was refused, by this code. */
  record Refused(String code) implements Heard {}

  /** There was no answer, or none that tells what became of it. */
  record Nothing() implements Heard {}
}
