package eco.exchange.event;

import java.time.Instant;

/** The events of the link to the bank that a person must see to. */
public sealed interface BankEvent extends MarketEvent {

  /** By which the exception is known; at most 150 characters. */
  String exception();

  @Override
  default String story() {
    return "bank/" + exception();
  }

  /**
   * Something that the bank has told, or has not paid, needs a person.
   *
   * @param kind what it is, by its code
   * @param subject what it is about, in one line that needs no language
   * @param detail what was told, and why nothing can follow from it by itself
   * @param dueAt by when somebody must have seen to it
   */
  record BankExceptionRaised(
      String exception, String kind, String subject, String detail, Instant dueAt)
      implements BankEvent {}

  /** It needs nobody any more. */
  record BankExceptionEnded(String exception, String words) implements BankEvent {}
}
