package eco.exchange.settlement;

import eco.exchange.market.Actor;
import eco.exchange.market.Answer;
import eco.exchange.market.ContractId;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.ReportRevenue;
import eco.exchange.settlement.distribution.RevenueView;
import eco.exchange.settlement.distribution.StatementView;
import eco.exchange.settlement.ledger.BooksView;
import eco.exchange.settlement.ledger.TransferView;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.PaymentOrderView;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.Resolution;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.SealedContract;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes money in, holds it, and pays it out as the contract says. The only door into this module.
 *
 * <p>Every method that changes something may be called again with the same content: the answer is
 * the same, and nothing happens twice.
 */
@ApplicationScoped
public class Settlement {

  Settlement() {}

  /**
   * Awaits a bidder's deposit, and gives out the sub-account for it.
   *
   * @param due the moment from which the deposit is late (R-QUA-4)
   */
  public Uni<Answer<SubAccountView>> expectDeposit(
      TradeId trade, PartyId bidder, Money deposit, Instant due) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes a receipt. What fits its sub-account is held, settled or received; what fits nothing is
   * kept until somebody decides. It is refused only when it makes no sense, or when its number is
   * known with another content.
   */
  public Uni<Answer<ReceiptView>> receive(BankReceipt receipt) {
    throw new UnsupportedOperationException();
  }

  /** Decides about a receipt that fitted nothing. */
  public Uni<Answer<ReceiptView>> resolve(String reference, Resolution resolution, Actor officer) {
    throw new UnsupportedOperationException();
  }

  /**
   * Orders the held deposits of a trade back to their payers (R-QUA-6), and awaits no more of them.
   *
   * @param except the winner, whose deposit stays held
   * @return the deposits of the trade, as they now stand
   */
  public Uni<Answer<List<SubAccountView>>> releaseDeposits(
      TradeId trade, Optional<PartyId> except) {
    throw new UnsupportedOperationException();
  }

  /**
   * Opens the escrow of a sealed contract: the winner's deposit becomes price, and the rest is
   * awaited within five working days (R-POST-4). If nothing is left to pay, the price is settled.
   */
  public Uni<Answer<EscrowView>> open(SealedContract sealed) {
    throw new UnsupportedOperationException();
  }

  /** Takes the operator's report of a year's revenue, and awaits that revenue. */
  public Uni<Answer<RevenueView>> reportRevenue(ReportRevenue report, Actor operator) {
    throw new UnsupportedOperationException();
  }

  /** Shares a year's revenue, which must have come in, by the clauses of the contract. */
  public Uni<Answer<DistributionView>> distribute(ContractId contract, int year) {
    throw new UnsupportedOperationException();
  }

  /** Every sub-account of a party, oldest first. */
  public Uni<List<SubAccountView>> subAccountsOf(PartyId party) {
    throw new UnsupportedOperationException();
  }

  /** The latest sub-account of a party in a trade for one purpose. */
  public Uni<Optional<SubAccountView>> subAccountOf(
      TradeId trade, PartyId party, SubAccountPurpose purpose) {
    throw new UnsupportedOperationException();
  }

  /** The escrow of a contract. */
  public Uni<Optional<EscrowView>> escrow(ContractId contract) {
    throw new UnsupportedOperationException();
  }

  /** The reported revenues of a contract, by year. */
  public Uni<List<RevenueView>> revenues(ContractId contract) {
    throw new UnsupportedOperationException();
  }

  /** The distributions of a contract, in the order in which they were made. */
  public Uni<List<DistributionView>> distributions(ContractId contract) {
    throw new UnsupportedOperationException();
  }

  /**
   * The statement of one payee.
   *
   * @param year the year of a revenue; 0 for the price
   */
  public Uni<Optional<StatementView>> statement(
      ContractId contract, Income income, int year, String payee) {
    throw new UnsupportedOperationException();
  }

  /**
   * A distribution in the form that {@code ./exchange verify} recomputes
   * (eco.exchange/statement/1).
   *
   * @param year the year of a revenue; 0 for the price
   */
  public Uni<Optional<String>> statementJson(ContractId contract, Income income, int year) {
    throw new UnsupportedOperationException();
  }

  /** The transfers of a trade, in the order of the ledger. */
  public Uni<List<TransferView>> ledger(TradeId trade) {
    throw new UnsupportedOperationException();
  }

  /** The payment orders of a trade, in the order in which they were given. */
  public Uni<List<PaymentOrderView>> paymentOrders(TradeId trade) {
    throw new UnsupportedOperationException();
  }

  /** A receipt by the bank's number. */
  public Uni<Optional<ReceiptView>> receipt(String reference) {
    throw new UnsupportedOperationException();
  }

  /** The receipts that wait for a decision, oldest first. */
  public Uni<Page<ReceiptView>> unmatched(Optional<String> after, int limit) {
    throw new UnsupportedOperationException();
  }

  /** Counts the whole ledger anew, and says whether it is right. */
  public Uni<BooksView> books() {
    throw new UnsupportedOperationException();
  }
}
