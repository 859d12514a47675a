package eco.exchange.settlement.books;

import eco.exchange.money.Money;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.settlement.receipt.PaymentOrderView;
import java.time.Instant;
import java.util.Optional;

/**
 * A payment that is to be ordered: money is set aside for it, and the bank is told.
 *
 * @param key the business key, of the transfer and of the order
 * @param beneficiary who is paid
 * @param text what the beneficiary reads on the statement of the bank
 * @param dueAt by when it is to have been paid, where the law sets a day
 */
public record Payout(String key, String beneficiary, String text, Optional<Instant> dueAt) {

  public Payout(String key, String beneficiary, String text) {
    this(key, beneficiary, text, Optional.empty());
  }

  /** Sets the amount aside and orders it to be paid. */
  public Books from(AccountName account, Money amount, Books books, Instant now) {
    AccountName payout = AccountName.of(account.story(), AccountPurpose.PAYOUT);
    return books
        .with(Transfer.moving(key, account, payout, amount, TransferCode.PAYOUT, now))
        .with(new PaymentOrderView(key, account.story(), beneficiary, amount, text, now, dueAt));
  }
}
