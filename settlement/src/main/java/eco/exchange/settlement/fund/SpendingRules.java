package eco.exchange.settlement.fund;

import static eco.exchange.answer.Decision.done;
import static eco.exchange.answer.Decision.refused;
import static eco.exchange.settlement.fund.FundRefusal.AMOUNT_NOT_POSITIVE;
import static eco.exchange.settlement.fund.FundRefusal.BUDGET_EXCEEDED;
import static eco.exchange.settlement.fund.FundRefusal.DECIDED_OTHERWISE;
import static eco.exchange.settlement.fund.FundRefusal.EVIDENCE_USED;
import static eco.exchange.settlement.fund.FundRefusal.FOUR_EYES;
import static eco.exchange.settlement.fund.FundRefusal.NOT_THE_PROPOSER;
import static eco.exchange.settlement.fund.FundRefusal.PAYMENT_UNKNOWN;
import static eco.exchange.settlement.fund.FundRefusal.PROJECT_NOT_APPROVED;
import static eco.exchange.settlement.fund.FundRefusal.PROJECT_UNKNOWN;
import static eco.exchange.settlement.fund.FundRefusal.TEXT_OUT_OF_BOUNDS;

import eco.exchange.answer.Decision;
import eco.exchange.event.FundEvent;
import eco.exchange.market.Actor;
import eco.exchange.money.Money;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Story;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.settlement.receipt.PaymentOrderView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rules of spending: against evidence, up to the budget of an approved project, by two. */
final class SpendingRules {

  private static final int EVIDENCE_MAX = 200;
  private static final String SHA256 = "[0-9a-f]{64}";

  private SpendingRules() {}

  static Decision<List<FundChange>, ProjectPaymentView> ask(
      FundBooks books, AskPayment told, Actor by, Instant now) {
    Optional<ProjectView> found = books.project(told.project());
    if (found.isEmpty()) {
      return refused(PROJECT_UNKNOWN, "no project " + told.project(), List.of());
    }
    if (!found.get().proposer().equals(by.party())) {
      return refused(NOT_THE_PROPOSER, "who proposed the project asks", List.of());
    }
    if (!ProjectRules.isText(told.evidence(), EVIDENCE_MAX)
        || !told.evidenceSha256().matches(SHA256)) {
      return refused(TEXT_OUT_OF_BOUNDS, "evidence in words, and its SHA-256", List.of());
    }
    if (!told.amount().isPositive()) {
      return refused(AMOUNT_NOT_POSITIVE, "a payment of " + told.amount(), List.of());
    }
    Optional<ProjectPaymentView> before =
        books.payments(told.project()).stream()
            .filter(known -> known.asked().evidenceSha256().equals(told.evidenceSha256()))
            .findFirst();
    if (before.isPresent()) {
      return before.get().asked().equals(told)
          ? done(before.get(), List.of())
          : refused(EVIDENCE_USED, "for payment " + before.get().key(), List.of());
    }
    return hindrance(books, found.get(), told.amount())
        .orElseGet(() -> asked(books, told, by, now));
  }

  private static Optional<Decision<List<FundChange>, ProjectPaymentView>> hindrance(
      FundBooks books, ProjectView project, Money more) {
    if (project.state() != ProjectView.State.APPROVED) {
      return Optional.of(
          refused(
              PROJECT_NOT_APPROVED,
              "%s is %s".formatted(project.id(), project.state()),
              List.of()));
    }
    Money all = books.asked(project.id()).plus(more);
    Money budget = project.proposal().budget();
    return budget.isBelow(all)
        ? Optional.of(refused(BUDGET_EXCEEDED, "%s of %s".formatted(all, budget), List.of()))
        : Optional.empty();
  }

  private static Decision<List<FundChange>, ProjectPaymentView> asked(
      FundBooks books, AskPayment told, Actor by, Instant now) {
    int number = books.payments(told.project()).size() + 1;
    ProjectPaymentView payment =
        new ProjectPaymentView(number, told, by.account(), now, Optional.empty());
    ProjectId project = told.project();
    return done(
        payment,
        List.of(new FundChange.Asked(payment)),
        new FundEvent.ProjectPaymentAsked(
            project.fund().toString(), project.number(), number, by.account()));
  }

  static Decision<List<FundChange>, ProjectPaymentView> decide(
      FundBooks books, ProjectId id, int number, ProjectPaymentView.Decision told) {
    Optional<ProjectPaymentView> found = books.payment(id, number);
    if (found.isEmpty()) {
      return refused(PAYMENT_UNKNOWN, "no payment %d of %s".formatted(number, id), List.of());
    }
    ProjectPaymentView payment = found.get();
    if (payment.decision().isPresent()) {
      return payment.decision().get().isPaid() == told.isPaid()
          ? done(payment, List.of())
          : refused(DECIDED_OTHERWISE, "it was decided before", List.of());
    }
    if (!told.isPaid()) {
      return done(payment.decided(told), List.of(new FundChange.Refused(payment, told)));
    }
    boolean isAlone =
        told.reviewedBy().equals(told.decidedBy())
            || payment.askedBy().equals(told.reviewedBy())
            || payment.askedBy().equals(told.decidedBy());
    if (isAlone) {
      return refused(FOUR_EYES, "asked, reviewed and paid by three persons", List.of());
    }
    return hindrance(books, books.project(id).orElseThrow(), Money.ZERO)
        .orElseGet(() -> paid(books, payment, told));
  }

  private static Decision<List<FundChange>, ProjectPaymentView> paid(
      FundBooks books, ProjectPaymentView payment, ProjectPaymentView.Decision told) {
    ProjectView project = books.project(payment.asked().project()).orElseThrow();
    String key = "payout/" + payment.key();
    String story = story(project.id().fund());
    Money amount = payment.asked().amount();
    Instant now = told.decidedAt();
    FundEntry entry =
        FundEntry.after(
            books.entries() + 1, books.lastHash(), false, amount, key, payment.key(), now);
    Transfer transfer =
        Transfer.moving(
            key,
            AccountName.of(story, AccountPurpose.FUND),
            AccountName.of(story, AccountPurpose.PAYOUT),
            amount,
            TransferCode.PAYOUT,
            now);
    PaymentOrderView order =
        new PaymentOrderView(
            key,
            story,
            project.proposal().contractor(),
            amount,
            "%s %s".formatted(project.proposal().title(), payment.key()),
            now,
            Optional.empty());
    return done(
        payment.decided(told), List.of(new FundChange.Paid(payment, told, entry, transfer, order)));
  }

  /** The story in the ledger to which the accounts of a fund belong. */
  static String story(FundId fund) {
    return Story.ofFund(fund.toString()).key();
  }
}
