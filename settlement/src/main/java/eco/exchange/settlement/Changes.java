package eco.exchange.settlement;

import eco.exchange.event.MarketEvent;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.FactsView;
import eco.exchange.settlement.distribution.GuaranteeView;
import eco.exchange.settlement.distribution.RevenueView;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.Purpose;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.receipt.FreezeView;
import eco.exchange.settlement.receipt.PaymentOrderView;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.sharing.SealedAmendment;
import eco.exchange.sharing.SealedContract;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The changes of a decision by kind, each in order, so that each kind is written at once. */
record Changes(
    List<ReceiptView> receipts,
    List<SubAccountView> subAccounts,
    List<Change.ReceiptDecided> decisions,
    List<EscrowView> escrows,
    List<GuaranteeView> guarantees,
    List<SealedAmendment> amendments,
    List<RevenueView> revenues,
    List<FactsView> facts,
    List<DistributionView> distributions,
    List<FreezeView> freezes,
    List<Transfer> transfers,
    List<PaymentOrderView> orders,
    List<MarketEvent> events) {

  private Changes() {
    this(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  static Changes of(List<Change> changes) {
    Changes sorted = new Changes();
    changes.forEach(sorted::add);
    return sorted;
  }

  private void add(Change change) {
    switch (change) {
      case Change.ReceiptTaken taken -> receipts.add(taken.receipt());
      case Change.SubAccountChanged changed -> subAccounts.add(changed.subAccount());
      case Change.ReceiptDecided decided -> decisions.add(decided);
      case Change.EscrowOpened opened -> escrows.add(opened.escrow());
      case Change.GuaranteeAccepted accepted -> guarantees.add(accepted.guarantee());
      case Change.ContractAmended amended -> amendments.add(amended.amendment());
      case Change.RevenueTold told -> revenues.add(told.revenue());
      case Change.FactsNoted noted -> facts.add(noted.facts());
      case Change.IncomeShared shared -> distributions.add(shared.distribution());
      case Change.FreezeOrdered ordered -> freezes.add(ordered.order());
      case Change.Moved moved -> transfers.add(moved.transfer());
      case Change.Ordered ordered -> orders.add(ordered.order());
      case Change.Told told -> events.add(told.event());
    }
  }

  /** The accounts that are opened with contracts and their amendments. */
  List<AccountName> accounts() {
    return Stream.concat(
            escrows.stream().map(EscrowView::terms),
            amendments.stream().map(SealedAmendment::version))
        .flatMap(Changes::accounts)
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<AccountName> accounts(SealedContract version) {
    String trade = version.contract().trade().code();
    return version.terms().payees().stream()
        .map(payee -> new AccountName(trade, Purpose.PAYEE, payee.key()));
  }
}
