package eco.exchange.settlement.banking;

/** The states of a payment order. */
public enum PaymentState {
  /** No account is known to which it could be paid: the money is kept until one is confirmed. */
  LACKS_ACCOUNT,
  /** It goes to the bank with the next file. */
  WAITING,
  /** It stands in a file for the bank. */
  SENT,
  /** The bank will pay it. */
  ACCEPTED,
  /** The bank holds it back, and a person must ask why. */
  STOPPED,
  /** The bank has booked it. */
  PAID,
  /** The bank has rejected or returned it: the money is with the payee in the ledger again. */
  CAME_BACK,
  /** The money was set off against what its payee owes anew. */
  SET_OFF
}
