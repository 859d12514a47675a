package eco.exchange.contracts.deal;

/** The faults of an amendment, in the order in which they are told. */
enum AmendmentFault {
  /** Incomes are yearly, so a version begins with a year. */
  NOT_FROM_NEW_YEAR("it must apply from 1 January of a year"),
  /** The terms are those of the version before. */
  NOTHING_CHANGED("the sharing terms are those of the version before"),
  /** The price was agreed, and mostly paid and shared, before. */
  PRICE_CHANGED("how the price is shared cannot be amended"),
  /** What was carried for a payee would be lost with it. */
  PAYEE_LEFT_OUT("a payee of the version before is left out or renamed"),
  /** What belongs to the state or a collective is amended by a decision (企业国有资产法 30, R-REG-8). */
  DECISION_MISSING("what the state or a collective owns needs a decision with its SHA-256 digest"),
  /** A collective's members vote (农村集体经济组织法 26-27). */
  VOTE_MISSING("what a collective owns needs a vote of its members"),
  /** A vote of more members than there are. */
  VOTE_SENSELESS("the numbers or days of the vote contradict each other"),
  /** A meeting is announced ten days before (农村集体经济组织法 27). */
  ANNOUNCED_TOO_LATE("the meeting was announced less than ten days before"),
  /** Two thirds of the members must be there (农村集体经济组织法 27). */
  TOO_FEW_PRESENT("fewer than two thirds of the members were there"),
  /** Two thirds of all members must agree (农村集体经济组织法 27). */
  TOO_FEW_IN_FAVOUR("fewer than two thirds of the members agreed");

  private final String words;

  AmendmentFault(String words) {
    this.words = words;
  }

  /** What is wrong, in words. */
  String words() {
    return words;
  }
}
