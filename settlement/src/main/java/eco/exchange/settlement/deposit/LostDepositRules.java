package eco.exchange.settlement.deposit;

import eco.exchange.answer.Decision;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksChange;
import eco.exchange.settlement.books.Payout;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.settlement.receipt.SubAccountView;
import java.time.Instant;
import java.util.List;

/** The rules of deposits that their bidders have lost (R-QUA-8). */
final class LostDepositRules {

  // No payee of a contract has such a key.
  private static final String FEES = "~lost-deposit-fees";
  private static final String REST = "~lost-deposit-rest";

  private LostDepositRules() {}

  /**
   * Takes a deposit that its bidder has lost: first for the service fees of both sides, the rest
   * for the transferor (R-QUA-8). What was never whole is awaited no longer, and what came in of it
   * goes back.
   */
  static Decision<Books, List<SubAccountView>> forfeit(
      Books books, PartyId bidder, Forfeit forfeit, Instant now) {
    if (DepositRules.of(bidder, books).stream().anyMatch(LostDepositRules::isFrozen)) {
      String detail = "a complaint is open about the trade";
      return Decision.refused(SettlementRefusal.DEPOSIT_FROZEN, detail, books);
    }
    Books taken = books;
    for (SubAccountView deposit : DepositRules.of(bidder, books)) {
      taken =
          switch (deposit.state()) {
            case AWAITED -> DepositRules.closed(taken, deposit, now);
            case HELD -> forfeited(taken, deposit, forfeit, now);
            case APPLIED,
                FROZEN,
                TO_BE_RELEASED,
                RELEASED,
                FORFEITED,
                RECEIVED,
                TAKEN_BACK,
                CLOSED ->
                taken;
          };
    }
    return Decision.done(DepositRules.of(bidder, taken), taken);
  }

  private static Books forfeited(
      Books books, SubAccountView deposit, Forfeit forfeit, Instant now) {
    Money fees = forfeit.feesOf(deposit.expected());
    Money rest = deposit.expected().minus(fees);
    AccountName account = books.account(AccountPurpose.DEPOSIT, deposit.number());
    Transfer held = books.ledger().pending(DepositRules.holdOf(deposit));
    Books next =
        books
            .with(held.voided("forfeit/" + deposit.number(), now))
            .with(deposit.in(SubAccountView.State.FORFEITED));
    if (fees.isPositive()) {
      Payout payout =
          new Payout(
              "forfeit-fees/" + deposit.number(),
              forfeit.centre(),
              "没收保证金抵扣服务费 " + books.ofTrade());
      next = lost(next, account, FEES, fees, payout, now);
    }
    if (rest.isPositive()) {
      Payout payout =
          new Payout(
              "forfeit-rest/" + deposit.number(),
              forfeit.transferor().name(),
              "没收保证金 " + books.ofTrade());
      next =
          lost(next, account, REST, rest, payout, now)
              .with(new BooksChange.DepositLost(deposit.number(), forfeit.transferor().id()));
    }
    return next;
  }

  // By way of an account of its own: who is paid from the deposit's is the bidder.
  private static Books lost(
      Books books, AccountName deposit, String payee, Money amount, Payout payout, Instant now) {
    AccountName account = books.account(AccountPurpose.PAYEE, payee);
    Transfer given =
        Transfer.moving(
            "lost/" + payout.key(), deposit, account, amount, TransferCode.DEPOSIT, now);
    return payout.from(account, amount, books.with(given), now);
  }

  private static boolean isFrozen(SubAccountView deposit) {
    return switch (deposit.state()) {
      case FROZEN, TO_BE_RELEASED -> true;
      case AWAITED, HELD, APPLIED, RELEASED, FORFEITED, RECEIVED, TAKEN_BACK, CLOSED -> false;
    };
  }
}
