package eco.exchange.rulebook;

/** The faults of a payment plan, in the order in which they are checked and told. */
public enum PaymentPlanFault {
  /** The first part is less than the least (R-POST-5). */
  FIRST_TOO_SMALL("the first part is less than the rules demand"),
  /** There is no later part, or later parts do not follow one another, each more than nothing. */
  OUT_OF_ORDER("there are no later parts, or they do not follow one another"),
  /** The parts do not make the whole price. */
  NOT_WHOLE("the parts do not make the whole price"),
  /** The last part is due later than the rules allow (R-POST-5). */
  TOO_LONG("the last part is due later than the rules allow"),
  /** No kind of guarantee is named, or one twice (R-POST-5). */
  NO_GUARANTEE("no kind of guarantee is named, or one is named twice"),
  /** There is no interest, or one that can only be a mistake (R-POST-5). */
  RATE_OUT_OF_BOUNDS("the yearly rate is outside what the rules allow"),
  /** The price is not large (R-POST-5). */
  PRICE_NOT_LARGE("the price is too small to be paid in instalments"),
  /** The clauses for the price would count fixed sums or bounds anew for every instalment. */
  CLAUSES_COUNT_ANEW(
      "the clauses for the price have fixed sums, tiers or bounds; instalments need their own");

  private final String words;

  PaymentPlanFault(String words) {
    this.words = words;
  }

  /** What is wrong, in words. */
  public String words() {
    return words;
  }
}
