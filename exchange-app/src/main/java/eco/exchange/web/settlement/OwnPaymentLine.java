package eco.exchange.web.settlement;

import eco.exchange.money.Money;
import eco.exchange.settlement.banking.PaymentState;
import eco.exchange.settlement.ownpayment.OwnPaymentView;
import eco.exchange.wording.PaymentWording;
import java.time.Instant;
import java.util.Optional;

/**
 * A payment to the party that asks.
 *
 * @param payee the account of the ledger from which it is paid; to be named where its account is
 *     told
 * @param trade the trade to which it belongs
 * @param amount how much
 * @param text what the party reads on the statement of its bank
 * @param state where it stands
 * @param words the same in English, with what the party can do
 * @param wordsZh the same in Chinese
 * @param isHeld whether it waits, because the bank has taken back money of the trade, or may have
 * @param reason what the bank has said to it; else empty
 * @param account the end of the account to which it goes, if one is known
 * @param awaitedAccount the end of an account that was told and waits to be confirmed
 * @param orderedAt when it was ordered
 * @param dueAt by when it is to have been paid, where the law sets a day
 */
record OwnPaymentLine(
    String payee,
    String trade,
    Money amount,
    String text,
    PaymentState state,
    String words,
    String wordsZh,
    boolean isHeld,
    String reason,
    Optional<String> account,
    Optional<String> awaitedAccount,
    Instant orderedAt,
    Optional<Instant> dueAt) {

  static OwnPaymentLine of(OwnPaymentView view) {
    PaymentWording words = PaymentWording.of(view);
    return new OwnPaymentLine(
        view.payee(),
        view.trade(),
        view.amount(),
        view.text(),
        view.state(),
        words.en(),
        words.zh(),
        view.isHeld(),
        view.reason(),
        view.to(),
        view.noted(),
        view.orderedAt(),
        view.dueAt());
  }
}
