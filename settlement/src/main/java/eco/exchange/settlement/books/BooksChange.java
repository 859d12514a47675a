package eco.exchange.settlement.books;

import eco.exchange.event.MarketEvent;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.FactsView;
import eco.exchange.settlement.distribution.GuaranteeView;
import eco.exchange.settlement.distribution.RevenueView;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.receipt.FreezeView;
import eco.exchange.settlement.receipt.PaymentOrderView;
import eco.exchange.settlement.receipt.ReceiptReversal;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.sharing.SealedAmendment;
import java.time.Instant;

/** One thing that a decision changes in the books. */
public sealed interface BooksChange {

  /** A sub-account is opened, or stands otherwise than before. */
  record SubAccountChanged(SubAccountView subAccount) implements BooksChange {}

  /** Deposits are frozen, or thawed. */
  record FreezeOrdered(FreezeView order) implements BooksChange {}

  /** A bidder has lost a deposit, of which something goes to the transferor. */
  record DepositLost(String subAccount, PartyId transferor) implements BooksChange {}

  /** A receipt is kept. */
  record ReceiptTaken(ReceiptView receipt) implements BooksChange {}

  /** The bank has told more of a receipt. */
  record ReceiptCompleted(ReceiptView receipt, Instant at) implements BooksChange {}

  /** A receipt is none any more. */
  record ReceiptReversed(ReceiptView receipt, ReceiptReversal reversal) implements BooksChange {}

  /** Somebody has decided about a stray receipt. */
  record ReceiptDecided(ReceiptView receipt, ReceiptView.Decision decision)
      implements BooksChange {}

  /** A contract is in effect. */
  record EscrowOpened(EscrowView escrow) implements BooksChange {}

  /** The transferor has accepted a guarantee for what is paid later. */
  record GuaranteeAccepted(GuaranteeView guarantee) implements BooksChange {}

  /** A contract is amended. */
  record ContractAmended(SealedAmendment amendment) implements BooksChange {}

  /** A year's revenue is reported. */
  record RevenueTold(RevenueView revenue) implements BooksChange {}

  /** The facts of a year are noted. */
  record FactsNoted(FactsView facts) implements BooksChange {}

  /** An income is shared. */
  record IncomeShared(DistributionView distribution) implements BooksChange {}

  /** An amount moves, is held, or is freed. */
  record Moved(Transfer transfer) implements BooksChange {}

  /** The bank is ordered to pay. */
  record Ordered(PaymentOrderView order) implements BooksChange {}

  /** The market is told. */
  record Told(MarketEvent event) implements BooksChange {}
}
