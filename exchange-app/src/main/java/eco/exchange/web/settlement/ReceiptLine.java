package eco.exchange.web.settlement;

import eco.exchange.market.AccountId;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.UnmatchedCause;
import java.time.Instant;
import java.util.Optional;

/**
 * A receipt, and what became of it.
 *
 * @param receipt what the bank told
 * @param state whether it fitted, waits for a decision, or has had one
 * @param cause why it fitted nothing
 * @param subAccount the sub-account to which it was assigned by hand
 * @param settled the receipt that it pays anew
 * @param decidedBy who decided about it
 * @param decidedAt when
 * @param recordedAt when it was recorded here
 */
record ReceiptLine(
    BankReceipt receipt,
    ReceiptView.State state,
    Optional<UnmatchedCause> cause,
    Optional<String> subAccount,
    Optional<String> settled,
    Optional<AccountId> decidedBy,
    Optional<Instant> decidedAt,
    Instant recordedAt) {

  static ReceiptLine of(ReceiptView view) {
    return new ReceiptLine(
        view.receipt(),
        view.state(),
        view.cause(),
        view.decision().flatMap(decision -> decision.resolution().target()),
        view.decision().flatMap(decision -> decision.resolution().settled()),
        view.decision().map(ReceiptView.Decision::by),
        view.decision().map(ReceiptView.Decision::at),
        view.recordedAt());
  }
}
