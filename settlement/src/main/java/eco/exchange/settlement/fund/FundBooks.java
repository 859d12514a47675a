package eco.exchange.settlement.fund;

import eco.exchange.answer.Answer;
import eco.exchange.event.MarketEvent;
import eco.exchange.money.Money;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.receipt.PaymentOrderView;
import java.util.List;
import java.util.Optional;

/**
 * The books of one fund, as a decision about it needs them.
 *
 * @param fund the fund
 * @param entries how many entries its ledger has
 * @param lastHash the hash of the last
 * @param projects its projects, oldest first
 * @param payments the payments asked for, by project and number
 */
record FundBooks(
    FundView fund,
    long entries,
    String lastHash,
    List<ProjectView> projects,
    List<ProjectPaymentView> payments) {

  /** One thing that a decision changes. */
  sealed interface Change {

    /** A project is proposed. */
    record Proposed(ProjectView project) implements Change {}

    /** A project is approved, or refused. */
    record ProjectDecided(ProjectId project, ProjectView.Decision decision) implements Change {}

    /** A project is completed. */
    record ProjectCompleted(ProjectId project, ProjectView.Completion completion)
        implements Change {}

    /** A payment is asked for. */
    record Asked(ProjectPaymentView payment) implements Change {}

    /** A payment is refused. */
    record Refused(ProjectPaymentView payment, ProjectPaymentView.Decision decision)
        implements Change {}

    /** A payment is ordered. */
    record Paid(
        ProjectPaymentView payment,
        ProjectPaymentView.Decision decision,
        FundEntry entry,
        Transfer transfer,
        PaymentOrderView order)
        implements Change {}

    /** The market is told. */
    record Told(MarketEvent event) implements Change {}
  }

  /**
   * What a rule decides: the answer, and what is written with it.
   *
   * @param <T> what is answered when the thing was done
   */
  record Outcome<T>(Answer<T> answer, List<Change> changes) {

    static <T> Outcome<T> done(T value, Change... changes) {
      return new Outcome<>(Answer.done(value), List.of(changes));
    }

    static <T> Outcome<T> refused(FundRefusal reason, String detail) {
      return new Outcome<>(Answer.refused(reason, detail), List.of());
    }
  }

  Optional<ProjectView> project(ProjectId id) {
    return projects.stream().filter(project -> project.id().equals(id)).findFirst();
  }

  List<ProjectPaymentView> payments(ProjectId id) {
    return payments.stream().filter(payment -> payment.asked().project().equals(id)).toList();
  }

  Optional<ProjectPaymentView> payment(ProjectId id, int number) {
    return payments(id).stream().filter(payment -> payment.number() == number).findFirst();
  }

  /** What was asked for a project and not refused. */
  Money asked(ProjectId id) {
    return payments(id).stream()
        .filter(payment -> payment.decision().map(ProjectPaymentView.Decision::isPaid).orElse(true))
        .map(payment -> payment.asked().amount())
        .reduce(Money.ZERO, Money::plus);
  }
}
