package eco.exchange.settlement.revenue;

import static eco.exchange.answer.Decision.done;
import static eco.exchange.answer.Decision.refused;

import eco.exchange.answer.Decision;
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
import eco.exchange.settlement.part.PaymentParts;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.sharing.PenaltyRules;
import eco.exchange.settlement.sharing.SharingRules;
import eco.exchange.sharing.ConcealedRevenue;
import eco.exchange.sharing.ContractTerm;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import java.time.Instant;
import java.util.List;
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
    if (!isPriceIn(books)) {
      String detail = "what was sold is handed over when its price is paid, and earns from then on";
      return refused(SettlementRefusal.PRICE_NOT_SETTLED, detail, books);
    }
    if (!escrow.get().terms().transferee().equals(operator.party())) {
      String detail = "the revenue is reported by the transferee";
      return refused(SettlementRefusal.NOT_THE_TRANSFEREE, detail, books);
    }
    return ofYear(books, escrow.get().term(), report, operator, now);
  }

  private static Decision<Books, RevenueView> ofYear(
      Books books, ContractTerm term, ReportRevenue report, Actor operator, Instant now) {
    if (!term.has(report.year())) {
      String detail = "the term has the years %s".formatted(inWords(term));
      return refused(SettlementRefusal.YEAR_OUTSIDE_TERM, detail, books);
    }
    if (!term.isOver(report.year(), now)) {
      String detail = "%d is over after %s".formatted(report.year(), term.lastDayOf(report.year()));
      return refused(SettlementRefusal.YEAR_NOT_OVER, detail, books);
    }
    Optional<RevenueView> known = books.revenue(report.year());
    return known.isPresent()
        ? again(books, known.get(), report, operator, now)
        : told(books, new Report(report, 0, report.revenue(), operator, now));
  }

  // Nothing is due any more before the first revenue is: whatever comes in parts is guaranteed.
  private static boolean isPriceIn(Books books) {
    return books.distribution(Income.PRICE, new Occasion.Price()).isPresent()
        || books.distribution(Income.INSTALMENT, Occasion.Instalment.FIRST).isPresent();
  }

  private static String inWords(ContractTerm term) {
    return term.years() == 0
        ? "of nothing: it is handed over at once"
        : "%d to %d".formatted(term.firstDay().getYear(), term.lastDay().getYear());
  }

  /**
   * Moves a year's revenue into the escrow; if it came late, a penalty is awaited besides. What was
   * left out of a year is shared at once.
   */
  public static Books received(Books books, SubAccountView account, Instant now) {
    ContractId contract = account.contract().orElseThrow();
    Occasion occasion = account.occasion().orElseThrow();
    int year = occasion.calendarYear().orElseThrow();
    Transfer in =
        Transfer.moving(
            "revenue/%s/%s".formatted(contract, occasion),
            books.account(AccountPurpose.REVENUE, account.number()),
            books.account(AccountPurpose.ESCROW),
            account.expected(),
            TransferCode.REVENUE,
            now);
    Books moved = books.with(in);
    if (occasion instanceof Occasion.Supplement later) {
      return SharingRules.share(moved, Income.REVENUE, later, account.expected(), now)
          .with(
              new RevenueEvent.SupplementShared(
                  books.ofTrade(), contract, later, account.expected()));
    }
    Books told = moved.with(receivedEvent(books, contract, year, account.expected()));
    ContractTerm term = books.escrow(contract).orElseThrow().term();
    Instant dueAt = RevenueDeadlines.of(term, year).dueAt();
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

  private static Decision<Books, RevenueView> again(
      Books books, RevenueView known, ReportRevenue report, Actor operator, Instant now) {
    List<RevenueView> told = books.revenuesOf(report.year());
    Money all = told.stream().map(RevenueView::revenue).reduce(Money.ZERO, Money::plus);
    if (all.equals(report.revenue())) {
      return done(told.getLast(), books);
    }
    RevenueView last = told.getLast();
    Money more = report.revenue().minus(all.minus(last.revenue()));
    if (isAwaited(books, last) && (last.supplement() == 0 || more.isPositive())) {
      return corrected(books, last, new Report(report, last.supplement(), more, operator, now));
    }
    boolean isShared = books.distribution(Income.REVENUE, known.occasion()).isPresent();
    boolean isFull = last.supplement() == Occasion.Supplement.NUMBER_MAX;
    if (!isShared || isFull || isAwaited(books, last) || report.revenue().isBelow(all)) {
      return refused(
          isShared ? SettlementRefusal.SHARED_ALREADY : SettlementRefusal.RECEIVED_ALREADY,
          "%s of %d is told; when it is shared, what was left out is reported with all of the year"
              .formatted(all, known.year()),
          books);
    }
    return told(
        books,
        new Report(report, last.supplement() + 1, report.revenue().minus(all), operator, now));
  }

  private static boolean isAwaited(Books books, RevenueView told) {
    return told.subAccount()
        .flatMap(books::subAccount)
        .filter(SubAccountView::isAwaited)
        .isPresent();
  }

  /**
   * What is kept of a report.
   *
   * @param said what the operator has said
   * @param supplement which supplement of the year it is; nought is the year itself
   * @param revenue how much of it is new
   */
  private record Report(
      ReportRevenue said, int supplement, Money revenue, Actor operator, Instant now) {

    Occasion occasion() {
      return supplement == 0
          ? new Occasion.Year(said.year())
          : new Occasion.Supplement(said.year(), supplement);
    }
  }

  /** Takes another report in the place of the one before; what came in for that counts for it. */
  private static Decision<Books, RevenueView> corrected(
      Books books, RevenueView before, Report report) {
    SubAccountView old = before.subAccount().flatMap(books::subAccount).orElseThrow();
    Optional<SubAccountView> penalty =
        PenaltyRules.of(books, before.occasion())
            .filter(it -> it.state() != SubAccountView.State.CLOSED)
            .findFirst();
    if (penalty.filter(it -> !it.isAwaited() || !it.parts().isEmpty()).isPresent()) {
      String detail = "the penalty for %s is paid".formatted(before.revenue());
      return refused(SettlementRefusal.RECEIVED_ALREADY, detail, books);
    }
    Books withdrawn = books.with(old.in(SubAccountView.State.CLOSED));
    if (penalty.isPresent()) {
      withdrawn = withdrawn.with(penalty.get().in(SubAccountView.State.CLOSED));
    }
    Decision<Books, RevenueView> told = told(withdrawn, report);
    Books after = told.next();
    RevenueView anew = after.revenue(report.occasion()).orElseThrow();
    Books carried =
        anew.subAccount()
            .flatMap(after::subAccount)
            .map(account -> PaymentParts.carried(after, old, account, old.parts(), report.now()))
            .orElseGet(() -> PaymentParts.givenBack(after, old, report.now()));
    return done(anew, filledByThat(carried, anew, report.now()));
  }

  // What has come in already may be all of what is awaited now.
  private static Books filledByThat(Books carried, RevenueView anew, Instant now) {
    return anew.subAccount()
        .flatMap(carried::subAccount)
        .filter(account -> !account.isAwaited())
        .map(account -> received(PaymentParts.surplusBack(carried, account, now), account, now))
        .orElse(carried);
  }

  private static Decision<Books, RevenueView> told(Books books, Report report) {
    boolean isNothing = report.revenue().isZero();
    ContractId contract = report.said().contract();
    RevenueView revenue =
        new RevenueView(
            contract,
            report.said().year(),
            report.supplement(),
            1 + books.revenue(report.occasion()).map(RevenueView::edition).orElse(0),
            report.revenue(),
            report.said().evidence(),
            report.operator().account(),
            report.now(),
            isNothing ? Optional.empty() : Optional.of(books.nextNumber()));
    Books opened = isNothing ? books : concealed(books.with(awaiting(books, report)), report);
    Books told =
        opened
            .with(new BooksChange.RevenueTold(revenue))
            .with(
                new RevenueEvent.RevenueReported(
                    books.ofTrade(), contract, report.said().year(), report.said().revenue()));
    // Nothing need not be waited for.
    return done(
        revenue,
        isNothing
            ? told.with(receivedEvent(books, contract, report.said().year(), Money.ZERO))
            : told);
  }

  /** Awaits the penalty for what was left out of a report, besides it. */
  private static Books concealed(Books books, Report report) {
    Money penalty = ConcealedRevenue.penalty(report.revenue());
    return report.supplement() == 0 || penalty.isZero()
        ? books
        : books.with(awaiting(books, report, SubAccountPurpose.PENALTY, penalty));
  }

  private static SubAccountView awaiting(Books books, Report report) {
    return awaiting(books, report, SubAccountPurpose.REVENUE, report.revenue());
  }

  private static SubAccountView awaiting(
      Books books, Report report, SubAccountPurpose purpose, Money expected) {
    return SubAccountView.awaited(
        books.nextNumber(),
        books.ofTrade(),
        purpose,
        report.operator().party(),
        report.said().contract(),
        report.occasion(),
        expected,
        Optional.empty(),
        report.now());
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
