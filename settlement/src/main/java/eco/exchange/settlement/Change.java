package eco.exchange.settlement;

import eco.exchange.event.MarketEvent;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.FactsView;
import eco.exchange.settlement.distribution.GuaranteeView;
import eco.exchange.settlement.distribution.RevenueView;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.receipt.FreezeView;
import eco.exchange.settlement.receipt.PaymentOrderView;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.sharing.SealedAmendment;

/** One thing that a decision changes in the books. */
sealed interface Change {

  /** A sub-account is opened, or stands otherwise than before. */
  record SubAccountChanged(SubAccountView subAccount) implements Change {}

  /** Deposits are frozen, or thawed. */
  record FreezeOrdered(FreezeView order) implements Change {}

  /** A receipt is kept. */
  record ReceiptTaken(ReceiptView receipt) implements Change {}

  /** Somebody has decided about a stray receipt. */
  record ReceiptDecided(ReceiptView receipt, ReceiptView.Decision decision) implements Change {}

  /** A contract is in effect. */
  record EscrowOpened(EscrowView escrow) implements Change {}

  /** The transferor has accepted a guarantee for what is paid later. */
  record GuaranteeAccepted(GuaranteeView guarantee) implements Change {}

  /** A contract is amended. */
  record ContractAmended(SealedAmendment amendment) implements Change {}

  /** A year's revenue is reported. */
  record RevenueTold(RevenueView revenue) implements Change {}

  /** The facts of a year are noted. */
  record FactsNoted(FactsView facts) implements Change {}

  /** An income is shared. */
  record IncomeShared(DistributionView distribution) implements Change {}

  /** An amount moves, is held, or is freed. */
  record Moved(Transfer transfer) implements Change {}

  /** The bank is ordered to pay. */
  record Ordered(PaymentOrderView order) implements Change {}

  /** The market is told. */
  record Told(MarketEvent event) implements Change {}
}
