package eco.exchange.settlement;

import eco.exchange.answer.Answer;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.SettlementStore.Scope;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.FactsView;
import eco.exchange.settlement.distribution.NoteFacts;
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
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Takes money in, holds it, and pays it out as the contract says. The only door into this module.
 *
 * <p>Every method that changes something may be called again with the same content: the answer is
 * the same, and nothing happens twice.
 */
@ApplicationScoped
public class Settlement {

  private final SettlementStore store;
  private final Clock clock;
  private final WorkingCalendar calendar = WorkingCalendar.published();

  Settlement(SettlementStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Awaits a bidder's deposit, and gives out the sub-account for it.
   *
   * @param due the moment from which the deposit is late (R-QUA-4)
   * @param returnDays within how many working days it goes back, by the edition of the rules under
   *     which the trade was published (R-QUA-6)
   */
  public Uni<Answer<SubAccountView>> expectDeposit(
      TradeId trade, PartyId bidder, Money deposit, Instant due, int returnDays) {
    Instant dueAt = micros(due);
    return store.change(
        Scope.of(trade),
        books -> Deposits.expect(books, bidder, deposit, dueAt, returnDays, clock.instant()));
  }

  /**
   * Takes a receipt. What fits its sub-account is held, settled or received; what fits nothing is
   * kept until somebody decides. It is refused only when it makes no sense, or when its number is
   * known with another content.
   */
  public Uni<Answer<ReceiptView>> receive(BankReceipt receipt) {
    BankReceipt told = receipt.at(micros(receipt.arrivedAt()));
    return store
        .tradesOf(Matching.numbers(told))
        .chain(
            trades ->
                store.change(
                    new Scope(Matching.trade(trades, told), Optional.of(told.reference())),
                    books -> Receipts.receive(books, told, clock.instant())));
  }

  /** Decides about a receipt that fitted nothing. */
  public Uni<Answer<ReceiptView>> resolve(String reference, Resolution resolution, Actor officer) {
    return store
        .tradesOf(resolution.target().stream().toList())
        .chain(
            trades ->
                store.change(
                    new Scope(trades.stream().findFirst(), Optional.of(reference)),
                    books ->
                        Receipts.resolve(books, resolution, officer.account(), clock.instant())));
  }

  /**
   * Orders the deposits of a trade back to their payers at once, to be there within the working
   * days that were told with them (R-QUA-6), and awaits no more of them.
   *
   * @param keep whose deposits stay held: the winner's, and while it may be needed the runner-up's
   */
  public Uni<Answer<List<SubAccountView>>> releaseDeposits(TradeId trade, Set<PartyId> keep) {
    return store.change(
        Scope.of(trade), books -> releasedTo(party -> !keep.contains(party), books));
  }

  /** Orders one bidder's deposit back, or to those who may claim it if it is lost (R-QUA-8). */
  public Uni<Answer<List<SubAccountView>>> releaseDeposit(
      TradeId trade, PartyId bidder, Optional<Forfeit> lost) {
    return store.change(
        Scope.of(trade),
        books ->
            lost.map(forfeit -> LostDeposits.forfeit(books, bidder, forfeit, clock.instant()))
                .orElseGet(() -> releasedTo(bidder::equals, books)));
  }

  private Outcome<List<SubAccountView>> releasedTo(Predicate<PartyId> whose, Books books) {
    return Deposits.release(books, whose, clock.instant());
  }

  /**
   * Opens the escrow of a sealed contract: the deposit becomes price, and the rest is awaited, or
   * what is missing of the first instalment.
   *
   * @param workingDays within how many working days the price is paid in full, or its first
   *     instalment, by the edition of the rules under which the contract was made (R-POST-4)
   */
  public Uni<Answer<EscrowView>> open(SealedContract sealed, int workingDays) {
    EscrowView escrow = Price.escrow(sealed, workingDays, calendar, clock.instant());
    return store.change(
        Scope.of(sealed.contract().trade()), books -> Price.open(books, escrow, clock.instant()));
  }

  /**
   * Takes the operator's report of a year's revenue, or its correction, and awaits that revenue.
   */
  public Uni<Answer<RevenueView>> reportRevenue(ReportRevenue report, Actor operator) {
    return store.change(
        Scope.of(report.contract().trade()),
        books -> Revenue.report(books, report, operator, clock.instant()));
  }

  /** Notes what the distribution of a year depends on: what was monitored, what is pledged. */
  public Uni<Answer<FactsView>> noteFacts(NoteFacts facts, Actor officer) {
    return store.change(
        Scope.of(facts.contract().trade()),
        books -> Facts.note(books, facts, officer, clock.instant()));
  }

  /** Shares a year's revenue, which must have come in, by the clauses of the contract. */
  public Uni<Answer<DistributionView>> distribute(ContractId contract, int year) {
    return store.change(
        Scope.of(contract.trade()),
        books -> Revenue.distribute(books, contract, year, clock.instant()));
  }

  /** Every sub-account of a party, oldest first. */
  public Uni<List<SubAccountView>> subAccountsOf(PartyId party) {
    return store.subAccountsOf(party);
  }

  /** The sub-accounts of a party in a trade for one purpose, oldest first. */
  public Uni<List<SubAccountView>> subAccountsOf(
      TradeId trade, PartyId party, SubAccountPurpose purpose) {
    return store.books(trade).map(books -> books.subAccounts(party, purpose));
  }

  /** The latest of them. */
  public Uni<Optional<SubAccountView>> subAccountOf(
      TradeId trade, PartyId party, SubAccountPurpose purpose) {
    return subAccountsOf(trade, party, purpose)
        .map(all -> all.stream().reduce((earlier, later) -> later));
  }

  /** The escrow of a contract. */
  public Uni<Optional<EscrowView>> escrow(ContractId contract) {
    return store.books(contract.trade()).map(books -> books.escrow(contract));
  }

  /** Every report of a revenue of a contract, by year, oldest first. */
  public Uni<List<RevenueView>> revenues(ContractId contract) {
    return inEffect(contract, List.of(), Books::revenues);
  }

  /** The distributions of a contract, in the order in which they were made. */
  public Uni<List<DistributionView>> distributions(ContractId contract) {
    return inEffect(contract, List.of(), Books::distributions);
  }

  /** The statement of one payee, for the year of a revenue, or for the price, whose year is 0. */
  public Uni<Optional<StatementView>> statement(
      ContractId contract, Income income, int year, String payee) {
    return inEffect(
        contract, Optional.empty(), books -> Sharing.statement(books, income, year, payee));
  }

  /** One distribution; the year as above. */
  public Uni<Optional<DistributionView>> distribution(
      ContractId contract, Income income, int year) {
    return inEffect(contract, Optional.empty(), books -> books.distribution(income, year));
  }

  private <T> Uni<T> inEffect(ContractId contract, T otherwise, Function<Books, T> question) {
    return store
        .books(contract.trade())
        .map(books -> books.escrow(contract).isPresent() ? question.apply(books) : otherwise);
  }

  /** The transfers of a trade, in the order of the ledger. */
  public Uni<List<TransferView>> ledger(TradeId trade) {
    return store.ledger(trade);
  }

  /** The payment orders of a trade, in the order in which they were given. */
  public Uni<List<PaymentOrderView>> paymentOrders(TradeId trade) {
    return store.paymentOrders(trade.code());
  }

  /** A receipt by the bank's number. */
  public Uni<Optional<ReceiptView>> receipt(String reference) {
    return store.receipt(reference);
  }

  /** The receipts that wait for a decision, oldest first. */
  public Uni<Page<ReceiptView>> unmatched(Optional<String> after, int limit) {
    return store.unmatched(after, Math.clamp(limit, 1, Page.LIMIT_MAX));
  }

  /** Counts the whole ledger anew, and says whether it is right. */
  public Uni<BooksView> books() {
    return store.count();
  }

  // As fine as the database keeps time, so that what is told again is found equal.
  private static Instant micros(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS);
  }
}
