package eco.exchange.settlement.books;

import eco.exchange.event.MarketEvent;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.NoteFacts;
import eco.exchange.settlement.distribution.RevenueView;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Ledger;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.receipt.PaymentOrderView;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The books as far as one decision needs them: those of one trade, or of a stray receipt, or both.
 *
 * <p>A rule takes books and returns the next; the changes between them are written as one.
 *
 * @param trade the trade, if there is one
 * @param numbers the numbers that the next sub-accounts will have
 * @param ledger the accounts of the trade and of the receipt, and every hold of the trade
 * @param subAccounts the sub-accounts of the trade by number, oldest first
 * @param receipt the receipt that is decided about, if it is known
 * @param escrow the escrow of the trade's contract, if one is in effect
 * @param revenues every report of a revenue of the contract, by year, oldest first
 * @param distributions the distributions of the contract, in the order in which they were made
 * @param changes what has been changed since the books were opened, in order
 */
public record Books(
    Optional<TradeId> trade,
    List<String> numbers,
    Ledger ledger,
    Map<String, SubAccountView> subAccounts,
    Optional<ReceiptView> receipt,
    Optional<EscrowView> escrow,
    List<RevenueView> revenues,
    List<DistributionView> distributions,
    List<BooksChange> changes) {

  /** The books of a stray receipt alone. */
  static Books ofReceipt(Ledger ledger, Optional<ReceiptView> receipt) {
    return new Books(
        Optional.empty(),
        List.of(),
        ledger,
        Map.of(),
        receipt,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  /** How many sub-accounts one decision may open: what is owed, and a penalty besides. */
  public static final int NUMBERS_A_DECISION = 2;

  /** The number that the next sub-account will have. */
  public String nextNumber() {
    return numbers.getFirst();
  }

  /** These books after a change. */
  public Books with(BooksChange change) {
    Books next = log(change);
    return switch (change) {
      case BooksChange.SubAccountChanged changed -> next.keep(changed.subAccount());
      case BooksChange.ReceiptTaken taken -> next.keep(taken.receipt());
      case BooksChange.ReceiptCompleted completed -> next.keep(completed.receipt());
      case BooksChange.ReceiptReversed reversed -> next.keep(reversed.receipt());
      case BooksChange.ReceiptDecided decided -> next.keep(decided.receipt());
      case BooksChange.EscrowOpened opened -> next.keep(opened.escrow());
      case BooksChange.GuaranteeAccepted accepted ->
          next.keep(escrow.orElseThrow().guaranteed(accepted.guarantee()));
      case BooksChange.ContractAmended amended ->
          next.keep(escrow.orElseThrow().amended(List.of(amended.amendment())));
      case BooksChange.RevenueTold told -> next.keep(told.revenue());
      case BooksChange.FactsNoted noted ->
          next.keep(escrow.orElseThrow().knowing(List.of(noted.facts())));
      case BooksChange.IncomeShared shared ->
          next.keep(shared.distribution()).keep(ledger.with(shared.distribution().transfers()));
      case BooksChange.Moved moved -> next.keep(ledger.with(moved.transfer()));
      case BooksChange.FreezeOrdered ordered -> next;
      case BooksChange.DepositLost lost -> next;
      case BooksChange.Ordered ordered -> next;
      case BooksChange.Told told -> next;
    };
  }

  public Books with(SubAccountView subAccount) {
    return with(new BooksChange.SubAccountChanged(subAccount));
  }

  public Books with(Transfer transfer) {
    return with(new BooksChange.Moved(transfer));
  }

  Books with(PaymentOrderView order) {
    return with(new BooksChange.Ordered(order));
  }

  public Books with(MarketEvent event) {
    return with(new BooksChange.Told(event));
  }

  /** The code of the trade, for a rule that is only asked within a trade. */
  public TradeId ofTrade() {
    return trade.orElseThrow(() -> new IllegalStateException("these books are of no trade"));
  }

  public Optional<SubAccountView> subAccount(String number) {
    return Optional.ofNullable(subAccounts.get(number));
  }

  /** The sub-accounts for one purpose, oldest first. */
  public Stream<SubAccountView> subAccounts(SubAccountPurpose purpose) {
    return subAccounts.values().stream().filter(account -> account.purpose() == purpose);
  }

  /** Those of a party for one purpose, oldest first. */
  public List<SubAccountView> subAccounts(PartyId party, SubAccountPurpose purpose) {
    return subAccounts(purpose).filter(account -> account.party().equals(party)).toList();
  }

  /**
   * The sub-account on which a receipt came in. Of a deposit that was awaited anew, what stayed of
   * it counts on the new one.
   */
  public Optional<SubAccountView> filledBy(String receipt) {
    return subAccounts.values().stream()
        .filter(account -> account.has(receipt))
        .reduce((earlier, later) -> later);
  }

  /**
   * Whether a payer still owes anew what the bank has taken back from a sub-account; or from the
   * one on which it was paid anew.
   */
  public boolean isOwedAnew(SubAccountView account) {
    return subAccounts(SubAccountPurpose.RECOURSE)
        .filter(it -> it.recourseOf().equals(Optional.of(account.number())))
        .anyMatch(it -> it.isAwaited() || isOwedAnew(it));
  }

  /**
   * Whether a part of the price is owed anew that must be in before the trade is certified: the
   * deposit that became a part, the price at once, or its first instalment.
   */
  public boolean isPriceOwedAnew() {
    return subAccounts.values().stream().filter(Books::isOfPrice).anyMatch(this::isOwedAnew);
  }

  private static boolean isOfPrice(SubAccountView account) {
    return switch (account.purpose()) {
      case DEPOSIT -> account.state() == SubAccountView.State.APPLIED;
      case PRICE -> true;
      case INSTALMENT -> account.occasion().equals(Optional.of(Occasion.Instalment.FIRST));
      case REVENUE, PENALTY, RECOURSE -> false;
    };
  }

  public Optional<EscrowView> escrow(ContractId contract) {
    return escrow.filter(open -> open.terms().contract().equals(contract));
  }

  /** A year's revenue as it was reported last, without what was found of it later. */
  public Optional<RevenueView> revenue(int year) {
    return revenue(new Occasion.Year(year));
  }

  /** What was reported last for a year, or for a supplement of it. */
  public Optional<RevenueView> revenue(Occasion occasion) {
    return revenues.stream()
        .filter(revenue -> revenue.occasion().equals(occasion))
        .reduce((earlier, later) -> later);
  }

  /** A year's revenue as it was reported last, and its supplements, in order. */
  public List<RevenueView> revenuesOf(int year) {
    return revenues.stream()
        .filter(revenue -> revenue.year() == year)
        .map(RevenueView::occasion)
        .distinct()
        .sorted()
        .flatMap(occasion -> revenue(occasion).stream())
        .toList();
  }

  public Optional<DistributionView> distribution(Income income, Occasion occasion) {
    return distributions(income).filter(shared -> shared.occasion().equals(occasion)).findFirst();
  }

  /** What the last distribution of an income carried forward; empty before the first. */
  public Optional<DistributionView> lastDistribution(Income income) {
    return distributions(income).reduce((earlier, later) -> later);
  }

  /** What a year's revenue has given so far, with its supplements, in the order of sharing. */
  public List<DistributionView> sharedOf(int year) {
    return distributions(Income.REVENUE)
        .filter(shared -> shared.occasion().calendarYear().equals(Optional.of(year)))
        .toList();
  }

  /**
   * What pledgees are still owed, after what other incomes for the same occasion have paid them.
   *
   * @param without an income whose payments do not count, because it is reckoned anew
   */
  public Map<String, Money> stillDue(NoteFacts noted, Optional<Income> without) {
    Map<String, Money> due = new HashMap<>(noted.pledgeDue());
    distributions.stream()
        .filter(shared -> shared.occasion().ofFacts().equals(noted.occasion()))
        .filter(shared -> !without.equals(Optional.of(shared.income())))
        .flatMap(shared -> shared.parts().stream())
        .forEach(
            part -> due.computeIfPresent(part.payee(), (payee, owed) -> owed.minus(part.amount())));
    due.values().removeIf(owed -> !owed.isPositive());
    return due;
  }

  public AccountName account(AccountPurpose purpose) {
    return AccountName.of(ofTrade().code(), purpose);
  }

  public AccountName account(AccountPurpose purpose, String owner) {
    return new AccountName(ofTrade().code(), purpose, owner);
  }

  private Stream<DistributionView> distributions(Income income) {
    return distributions.stream().filter(shared -> shared.income() == income);
  }

  private Books log(BooksChange change) {
    return new Books(
        trade,
        numbers,
        ledger,
        subAccounts,
        receipt,
        escrow,
        revenues,
        distributions,
        and(changes, change));
  }

  private Books keep(SubAccountView subAccount) {
    Map<String, SubAccountView> after = new LinkedHashMap<>(subAccounts);
    after.put(subAccount.number(), subAccount);
    List<String> free = numbers.stream().filter(it -> !it.equals(subAccount.number())).toList();
    return new Books(trade, free, ledger, after, receipt, escrow, revenues, distributions, changes);
  }

  private Books keep(ReceiptView taken) {
    return new Books(
        trade,
        numbers,
        ledger,
        subAccounts,
        Optional.of(taken),
        escrow,
        revenues,
        distributions,
        changes);
  }

  private Books keep(EscrowView opened) {
    return new Books(
        trade,
        numbers,
        ledger,
        subAccounts,
        receipt,
        Optional.of(opened),
        revenues,
        distributions,
        changes);
  }

  private Books keep(RevenueView revenue) {
    return new Books(
        trade,
        numbers,
        ledger,
        subAccounts,
        receipt,
        escrow,
        and(revenues, revenue),
        distributions,
        changes);
  }

  private Books keep(DistributionView shared) {
    return new Books(
        trade,
        numbers,
        ledger,
        subAccounts,
        receipt,
        escrow,
        revenues,
        and(distributions, shared),
        changes);
  }

  private Books keep(Ledger after) {
    return new Books(
        trade, numbers, after, subAccounts, receipt, escrow, revenues, distributions, changes);
  }

  private static <T> List<T> and(List<T> list, T next) {
    List<T> longer = new ArrayList<>(list);
    longer.add(next);
    return List.copyOf(longer);
  }
}
