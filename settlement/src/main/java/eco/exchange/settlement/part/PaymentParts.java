package eco.exchange.settlement.part;

import eco.exchange.money.Money;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.Payout;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.SubAccountView;
import java.time.Instant;
import java.util.List;

/**
 * The rules of payments that come in parts: each part counts when it comes, and what is too much
 * goes back to whoever has paid it (Civil Code arts. 531, 985).
 */
public final class PaymentParts {

  private PaymentParts() {}

  /** The account of the ledger on which stands what came in on a sub-account. */
  public static AccountName accountOf(Books books, SubAccountView account) {
    AccountPurpose purpose =
        switch (account.purpose()) {
          case DEPOSIT -> AccountPurpose.DEPOSIT;
          case PRICE, INSTALMENT -> AccountPurpose.PRICE;
          case REVENUE, PENALTY -> AccountPurpose.REVENUE;
          case RECOURSE -> AccountPurpose.RECOURSE;
        };
    return books.account(purpose, account.number());
  }

  /** Gives back what the last part of a payment has brought beyond what was awaited. */
  public static Books surplusBack(Books books, SubAccountView whole, Instant now) {
    Money surplus = whole.surplus();
    return surplus.isPositive()
        ? back(books, whole, whole.filledBy().orElseThrow(), surplus, now)
        : books;
  }

  /** Gives back every part of what is awaited no more. */
  public static Books givenBack(Books books, SubAccountView closed, Instant now) {
    Books after = books;
    for (BankReceipt part : closed.parts()) {
      after = back(after, closed, part, part.amount(), now);
    }
    return after;
  }

  private static Books back(
      Books books, SubAccountView account, BankReceipt from, Money amount, Instant now) {
    String key = "surplus/%s/%s".formatted(account.number(), from.reference());
    return new Payout(key, from.payer(), "退还多付款项 " + books.ofTrade())
        .from(accountOf(books, account), amount, books, now);
  }

  /** Takes a part off what is not whole yet, because the bank has taken it back. */
  public static Books takenBack(
      Books books, SubAccountView account, BankReceipt part, Instant now) {
    List<BankReceipt> others =
        account.parts().stream().filter(one -> !one.reference().equals(part.reference())).toList();
    return books.with(left(books, account, part, now)).with(account.with(others));
  }

  /** What the bank takes back leaves the account on which it came in. */
  public static Transfer left(
      Books books, SubAccountView account, BankReceipt receipt, Instant now) {
    return Transfer.moving(
        "reversal/" + receipt.reference(),
        accountOf(books, account),
        books.account(AccountPurpose.BANK),
        receipt.amount(),
        TransferCode.REVERSAL,
        now);
  }

  /**
   * Counts parts of what is awaited no more on the sub-account that takes its place, as far as they
   * are awaited there; the others go back.
   */
  public static Books carried(
      Books books, SubAccountView old, SubAccountView anew, List<BankReceipt> parts, Instant now) {
    Books after = books;
    SubAccountView account = anew;
    for (BankReceipt part : parts) {
      if (account.isAwaited()) {
        account = account.filled(part);
        after = after.with(moved(books, old, anew, part, now));
      } else {
        after = back(after, old, part, part.amount(), now);
      }
    }
    return after.with(account);
  }

  private static Transfer moved(
      Books books, SubAccountView old, SubAccountView anew, BankReceipt part, Instant now) {
    return Transfer.moving(
        "carried/%s/%s".formatted(anew.number(), part.reference()),
        accountOf(books, old),
        accountOf(books, anew),
        part.amount(),
        TransferCode.ASSIGNMENT,
        now);
  }
}
