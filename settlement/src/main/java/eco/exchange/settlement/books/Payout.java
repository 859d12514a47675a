package eco.exchange.settlement.books;

import eco.exchange.money.Money;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.settlement.receipt.BankReceipt;
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

  /** The return of a receipt that belongs to no sub-account, to whoever has paid it. */
  public static Payout returning(BankReceipt receipt, Optional<Instant> dueAt) {
    String reference = receipt.reference();
    return new Payout(returnOf(reference), receipt.payer(), "退回款项 " + reference, dueAt);
  }

  /** The key of the return of a receipt, by the bank's number. */
  public static String returnOf(String receipt) {
    return "return/" + receipt;
  }

  /** Sets the amount aside and orders it to be paid. */
  public Books from(AccountName account, Money amount, Books books, Instant now) {
    AccountName payout = AccountName.of(account.story(), AccountPurpose.PAYOUT);
    return books
        .with(Transfer.moving(key, account, payout, amount, TransferCode.PAYOUT, now))
        .with(new PaymentOrderView(key, account.story(), beneficiary, amount, text, now, dueAt));
  }
}
