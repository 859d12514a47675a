package eco.exchange.settlement.revenue;

import static eco.exchange.answer.Decision.done;
import static eco.exchange.answer.Decision.refused;

import eco.exchange.answer.Decision;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.event.MarketEvent;
import eco.exchange.event.RevenueEvent;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksChange;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.RevenueView;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.sharing.PenaltyRules;
import eco.exchange.settlement.sharing.SharingRules;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import java.time.Instant;
import java.util.Optional;

/** The rules of a year's revenue: reported by the operator, received in full, then shared. */
public final class RevenueRules {

  private static final int EVIDENCE_MAX = 500;

  private RevenueRules() {}

  static Decision<Books, RevenueView> report(
      Books books, ReportRevenue report, Actor operator, Instant now) {
    if (report.revenue().isBelow(Money.ZERO)) {
      return refused(
          SettlementRefusal.AMOUNT_NOT_POSITIVE, "a revenue of " + report.revenue(), books);
    }
    if (report.evidence().isBlank() || report.evidence().length() > EVIDENCE_MAX) {
      String detail = "the evidence has 1 to %d characters".formatted(EVIDENCE_MAX);
      return refused(SettlementRefusal.TEXT_OUT_OF_BOUNDS, detail, books);
    }
    Optional<EscrowView> escrow = books.escrow(report.contract());
    if (escrow.isEmpty()) {
      return unknown(books, report.contract());
    }
    if (!escrow.get().terms().transferee().equals(operator.party())) {
      String detail = "the revenue is reported by the transferee";
      return refused(SettlementRefusal.NOT_THE_TRANSFEREE, detail, books);
    }
    Optional<SettlementRefusal> fault = faultOf(report.year(), escrow.get(), now);
    if (fault.isPresent()) {
      return refused(fault.get(), "the year %d".formatted(report.year()), books);
    }
    Optional<RevenueView> known = books.revenue(report.year());
    return known.isPresent()
        ? again(books, known.get(), report, operator, now)
        : told(books, report, operator, now);
  }

  private static Optional<SettlementRefusal> faultOf(int year, EscrowView escrow, Instant now) {
    if (!isInTerm(escrow, year)) {
      return Optional.of(SettlementRefusal.YEAR_OUTSIDE_TERM);
    }
    return year > WorkingCalendar.dayOf(now).getYear()
        ? Optional.of(SettlementRefusal.YEAR_NOT_BEGUN)
        : Optional.empty();
  }

  /** Moves a year's revenue into the escrow; if it came late, a penalty is awaited besides. */
  public static Books received(Books books, SubAccountView account, Instant now) {
    ContractId contract = account.contract().orElseThrow();
    int year = account.occasion().flatMap(Occasion::calendarYear).orElseThrow();
    Transfer in =
        Transfer.moving(
            "revenue/%s/%d".formatted(contract, year),
            books.account(AccountPurpose.REVENUE, account.number()),
            books.account(AccountPurpose.ESCROW),
            account.expected(),
            TransferCode.REVENUE,
            now);
    Books told = books.with(in).with(receivedEvent(books, contract, year, account.expected()));
    Instant dueAt = RevenueDeadlines.of(year).dueAt();
    return PenaltyRules.owed(told, account, dueAt).map(told::with).orElse(told);
  }

  public static Decision<Books, DistributionView> distribute(
      Books books, ContractId contract, int year, Instant now) {
    Optional<EscrowView> escrow = books.escrow(contract);
    if (escrow.isEmpty()) {
      return unknown(books, contract);
    }
    Optional<RevenueView> revenue = books.revenue(year);
    if (revenue.isEmpty()) {
      String detail = "no revenue of %d is reported".formatted(year);
      return refused(SettlementRefusal.REVENUE_NOT_REPORTED, detail, books);
    }
    Optional<DistributionView> shared =
        books.distribution(Income.REVENUE, revenue.get().occasion());
    if (shared.isPresent()) {
      return done(shared.get(), books);
    }
    if (!isReceived(books, revenue.get())) {
      String detail = "%s of %d is awaited".formatted(revenue.get().revenue(), year);
      return refused(SettlementRefusal.REVENUE_NOT_RECEIVED, detail, books);
    }
    return shared(books, revenue.get(), now);
  }

  private static Decision<Books, DistributionView> shared(
      Books books, RevenueView revenue, Instant now) {
    Occasion occasion = revenue.occasion();
    Money whole = revenue.revenue();
    Books after =
        SharingRules.share(books, Income.REVENUE, occasion, whole, now)
            .with(
                new RevenueEvent.RevenueDistributed(
                    books.ofTrade(), revenue.contract(), revenue.year(), whole));
    return done(after.distribution(Income.REVENUE, occasion).orElseThrow(), after);
  }

  // From the year in which the contract takes effect to the year in which its term ends.
  static boolean isInTerm(EscrowView escrow, int year) {
    int first = WorkingCalendar.dayOf(escrow.openedAt()).getYear();
    return first <= year && year <= first + escrow.terms().termYears();
  }

  private static Decision<Books, RevenueView> again(
      Books books, RevenueView known, ReportRevenue report, Actor operator, Instant now) {
    if (known.revenue().equals(report.revenue())) {
      return done(known, books);
    }
    Optional<SubAccountView> awaited =
        known.subAccount().flatMap(books::subAccount).filter(SubAccountView::isAwaited);
    if (awaited.isPresent()) {
      Books withdrawn = books.with(awaited.get().in(SubAccountView.State.CLOSED));
      return told(withdrawn, report, operator, now);
    }
    boolean isShared = books.distribution(Income.REVENUE, known.occasion()).isPresent();
    return refused(
        isShared ? SettlementRefusal.SHARED_ALREADY : SettlementRefusal.RECEIVED_ALREADY,
        "%s of %d is %s; what was left out is reported with the next year"
            .formatted(known.revenue(), known.year(), isShared ? "shared" : "received"),
        books);
  }

  private static Decision<Books, RevenueView> told(
      Books books, ReportRevenue report, Actor operator, Instant now) {
    boolean isNothing = report.revenue().isZero();
    RevenueView revenue =
        new RevenueView(
            report.contract(),
            report.year(),
            1 + books.revenue(report.year()).map(RevenueView::edition).orElse(0),
            report.revenue(),
            report.evidence(),
            operator.account(),
            now,
            isNothing ? Optional.empty() : Optional.of(books.nextNumber()));
    Books opened = isNothing ? books : books.with(awaiting(books, report, operator, now));
    Books told =
        opened
            .with(new BooksChange.RevenueTold(revenue))
            .with(
                new RevenueEvent.RevenueReported(
                    books.ofTrade(), report.contract(), report.year(), report.revenue()));
    // Nothing need not be waited for.
    return done(
        revenue,
        isNothing
            ? told.with(receivedEvent(books, report.contract(), report.year(), Money.ZERO))
            : told);
  }

  private static SubAccountView awaiting(
      Books books, ReportRevenue report, Actor operator, Instant now) {
    return SubAccountView.awaited(
        books.nextNumber(),
        books.ofTrade(),
        SubAccountPurpose.REVENUE,
        operator.party(),
        report.contract(),
        new Occasion.Year(report.year()),
        report.revenue(),
        Optional.empty(),
        now);
  }

  /** Whether what was reported has come in; nothing need not. */
  public static boolean isReceived(Books books, RevenueView revenue) {
    return revenue
        .subAccount()
        .flatMap(books::subAccount)
        .map(
            account ->
                account.state() == SubAccountView.State.RECEIVED && !books.isOwedAnew(account))
        .orElse(revenue.revenue().isZero());
  }

  private static MarketEvent receivedEvent(
      Books books, ContractId contract, int year, Money revenue) {
    return new RevenueEvent.RevenueReceived(books.ofTrade(), contract, year, revenue);
  }

  private static <T> Decision<Books, T> unknown(Books books, ContractId contract) {
    String detail = "no contract %s is in effect".formatted(contract);
    return refused(SettlementRefusal.CONTRACT_UNKNOWN, detail, books);
  }
}
