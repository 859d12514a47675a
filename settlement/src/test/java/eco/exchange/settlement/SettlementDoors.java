package eco.exchange.settlement;

import eco.exchange.answer.Answer;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.deposit.Deposits;
import eco.exchange.settlement.deposit.Forfeit;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.FactsView;
import eco.exchange.settlement.distribution.NoteFacts;
import eco.exchange.settlement.distribution.RevenueView;
import eco.exchange.settlement.distribution.StatementView;
import eco.exchange.settlement.generalledger.LedgerReader;
import eco.exchange.settlement.intake.Receipts;
import eco.exchange.settlement.ledger.BooksView;
import eco.exchange.settlement.ledger.TransferView;
import eco.exchange.settlement.price.Prices;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.PaymentOrderView;
import eco.exchange.settlement.receipt.ReceiptResolution;
import eco.exchange.settlement.receipt.ReceiptReversal;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.revenue.ReportRevenue;
import eco.exchange.settlement.revenue.Revenues;
import eco.exchange.settlement.sharing.Disbursements;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.SealedContract;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The doors of settlement as one, for tests that follow money through all of them. */
record SettlementDoors(
    Deposits deposits,
    Prices prices,
    Revenues revenues,
    Receipts receipts,
    Disbursements disbursements,
    LedgerReader reader) {

  Uni<Answer<SubAccountView>> expectDeposit(
      TradeId trade, PartyId bidder, Money deposit, Instant due, int returnDays) {
    return deposits.expect(trade, bidder, deposit, due, returnDays);
  }

  Uni<Answer<List<SubAccountView>>> releaseDeposits(TradeId trade, Set<PartyId> keep) {
    return deposits.releaseAllBut(trade, keep);
  }

  Uni<Answer<List<SubAccountView>>> releaseDeposit(
      TradeId trade, PartyId bidder, Optional<Forfeit> lost) {
    return deposits.release(trade, bidder, lost);
  }

  Uni<Answer<ReceiptView>> receive(BankReceipt receipt) {
    return receipts.receive(receipt);
  }

  Uni<Answer<ReceiptView>> resolve(String reference, ReceiptResolution resolution, Actor officer) {
    return receipts.resolve(reference, resolution, officer);
  }

  Uni<Answer<ReceiptView>> takeBack(String reference, String movement) {
    return receipts.takeBack(reference, ReceiptReversal.Cause.TAKEN_BACK, movement);
  }

  Uni<Optional<ReceiptView>> receipt(String reference) {
    return receipts.receipt(reference);
  }

  Uni<Page<ReceiptView>> unmatched(Optional<String> after, int limit) {
    return receipts.unmatched(after, limit);
  }

  Uni<List<SubAccountView>> subAccountsOf(PartyId party) {
    return receipts.subAccountsOf(party);
  }

  Uni<List<SubAccountView>> subAccountsOf(TradeId trade, PartyId party, SubAccountPurpose purpose) {
    return receipts.subAccountsOf(trade, party, purpose);
  }

  Uni<Optional<SubAccountView>> subAccountOf(
      TradeId trade, PartyId party, SubAccountPurpose purpose) {
    return receipts.subAccountOf(trade, party, purpose);
  }

  Uni<Answer<EscrowView>> open(SealedContract sealed, int workingDays) {
    return prices.open(sealed, workingDays);
  }

  Uni<Optional<EscrowView>> escrow(ContractId contract) {
    return prices.escrow(contract);
  }

  Uni<Answer<RevenueView>> reportRevenue(ReportRevenue report, Actor operator) {
    return revenues.report(report, operator);
  }

  Uni<Answer<FactsView>> noteFacts(NoteFacts facts, Actor officer) {
    return revenues.noteFacts(facts, officer);
  }

  Uni<Answer<DistributionView>> distribute(ContractId contract, int year) {
    return revenues.distribute(contract, year);
  }

  Uni<List<RevenueView>> revenues(ContractId contract) {
    return revenues.revenues(contract);
  }

  Uni<List<DistributionView>> distributions(ContractId contract) {
    return disbursements.distributions(contract);
  }

  Uni<Optional<DistributionView>> distribution(
      ContractId contract, Income income, Occasion occasion) {
    return disbursements.distribution(contract, income, occasion);
  }

  Uni<Optional<StatementView>> statement(
      ContractId contract, Income income, Occasion occasion, String payee) {
    return disbursements.statement(contract, income, occasion, payee);
  }

  Uni<List<PaymentOrderView>> paymentOrders(TradeId trade) {
    return disbursements.orders(trade);
  }

  Uni<List<TransferView>> ledger(TradeId trade) {
    return reader.transfers(trade);
  }

  Uni<BooksView> books() {
    return reader.count();
  }
}
