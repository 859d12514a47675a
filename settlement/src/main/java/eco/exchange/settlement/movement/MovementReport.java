package eco.exchange.settlement.movement;

import eco.exchange.settlement.bank.BankEntry;

/**
 * What a message has told of a movement.
 *
 * @param message the number of the message
 * @param source what kind of message it is
 * @param told what it told
 */
public record MovementReport(String message, Source source, BankEntry told) {

  /** The kinds of messages that tell movements. */
  public enum Source {
    /** A notice, as it happens (camt.054). */
    NOTICE,
    /** The statement, which tells every movement once (camt.053). */
    STATEMENT,
    /** A statement of days that another has told before it, let pass by two persons. */
    CORRECTION
  }
}
