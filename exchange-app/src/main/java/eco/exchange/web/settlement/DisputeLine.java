package eco.exchange.web.settlement;

import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.OrderAnswer;
import eco.exchange.settlement.banking.BankDisputeView;
import java.time.Instant;
import java.util.Optional;

/**
 * A dispute with the bank: something that it has told and that cannot be true by the books.
 *
 * @param message the bank's number of the message
 * @param place its place in the message, from 0
 * @param reference the bank's number of the movement, if it is one
 * @param amount what is said to have come in, or to have left if it is below nothing
 * @param endToEnd the id of the payment that it is about, if it is about one
 * @param dispute why it cannot be true
 * @param notedAt when that was noted
 */
record DisputeLine(
    String message,
    int place,
    Optional<String> reference,
    Optional<Money> amount,
    Optional<String> endToEnd,
    String dispute,
    Instant notedAt) {

  static DisputeLine of(BankDisputeView view) {
    return new DisputeLine(
        view.message(),
        view.place(),
        movement(view).map(BankEntry::reference),
        movement(view).map(BankEntry::effect),
        payment(view),
        view.dispute(),
        view.notedAt());
  }

  private static Optional<BankEntry> movement(BankDisputeView view) {
    return view.told() instanceof BankEntry entry ? Optional.of(entry) : Optional.empty();
  }

  private static Optional<String> payment(BankDisputeView view) {
    return switch (view.told()) {
      case BankEntry.Incoming in -> Optional.empty();
      case BankEntry.Outgoing out -> out.endToEnd();
      case BankEntry.Returned back -> Optional.of(back.endToEnd());
      case OrderAnswer answer -> Optional.of(answer.endToEnd());
    };
  }
}
