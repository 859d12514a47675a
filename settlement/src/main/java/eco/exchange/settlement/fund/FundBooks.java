package eco.exchange.settlement.fund;

import eco.exchange.money.Money;
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
