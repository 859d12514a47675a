package eco.exchange.settlement.books;

import eco.exchange.answer.Decision;
import eco.exchange.event.MarketEvent;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.FactsView;
import eco.exchange.settlement.distribution.GuaranteeView;
import eco.exchange.settlement.distribution.RevenueView;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
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

/** The changes of decisions by kind, each in order, so that each kind is written at once. */
record ChangesByKind(
    List<ReceiptView> receipts,
    List<SubAccountView> subAccounts,
    List<BooksChange.ReceiptDecided> decisions,
    List<BooksChange.ReceiptCompleted> completions,
    List<BooksChange.ReceiptReversed> reversals,
    List<EscrowView> escrows,
    List<GuaranteeView> guarantees,
    List<SealedAmendment> amendments,
    List<RevenueView> revenues,
    List<FactsView> facts,
    List<DistributionView> distributions,
    List<FreezeView> freezes,
    List<BooksChange.DepositLost> lostDeposits,
    List<Transfer> transfers,
    List<PaymentOrderView> orders,
    List<MarketEvent> events) {

  private ChangesByKind() {
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
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  /** The changes of decisions that are written together; an event may stand with them or apart. */
  static ChangesByKind of(List<? extends Decision<Books, ?>> decisions) {
    ChangesByKind sorted = new ChangesByKind();
    for (Decision<Books, ?> decision : decisions) {
      decision.next().changes().forEach(sorted::add);
      sorted.events.addAll(decision.events());
    }
    return sorted;
  }

  private void add(BooksChange change) {
    switch (change) {
      case BooksChange.ReceiptTaken taken -> receipts.add(taken.receipt());
      case BooksChange.SubAccountChanged changed -> subAccounts.add(changed.subAccount());
      case BooksChange.ReceiptDecided decided -> decisions.add(decided);
      case BooksChange.ReceiptCompleted completed -> completions.add(completed);
      case BooksChange.ReceiptReversed reversed -> reversals.add(reversed);
      case BooksChange.EscrowOpened opened -> escrows.add(opened.escrow());
      case BooksChange.GuaranteeAccepted accepted -> guarantees.add(accepted.guarantee());
      case BooksChange.ContractAmended amended -> amendments.add(amended.amendment());
      case BooksChange.RevenueTold told -> revenues.add(told.revenue());
      case BooksChange.FactsNoted noted -> facts.add(noted.facts());
      case BooksChange.IncomeShared shared -> distributions.add(shared.distribution());
      case BooksChange.FreezeOrdered ordered -> freezes.add(ordered.order());
      case BooksChange.DepositLost lost -> lostDeposits.add(lost);
      case BooksChange.Moved moved -> transfers.add(moved.transfer());
      case BooksChange.Ordered ordered -> orders.add(ordered.order());
      case BooksChange.Told told -> events.add(told.event());
    }
  }

  /** The accounts that are opened with contracts and their amendments. */
  List<AccountName> accounts() {
    return Stream.concat(
            escrows.stream().map(EscrowView::terms),
            amendments.stream().map(SealedAmendment::version))
        .flatMap(ChangesByKind::accounts)
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<AccountName> accounts(SealedContract version) {
    String trade = version.contract().trade().code();
    return version.terms().payees().stream()
        .map(payee -> new AccountName(trade, AccountPurpose.PAYEE, payee.key()));
  }
}
