package eco.exchange.settlement.bank;

/** One line of a message of the bank: of an account, or the answer to a payment. */
public sealed interface BankLine permits AccountLine, OrderAnswer {

  /**
   * What it is about, in one line that needs no language: its amount with a sign, its day, and the
   * numbers by which the bank and the payer name it, as far as they are told.
   */
  String subject();
}
