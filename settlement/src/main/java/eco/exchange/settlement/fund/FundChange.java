package eco.exchange.settlement.fund;

import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.receipt.PaymentOrderView;

/** One thing that a decision about a fund changes. */
sealed interface FundChange {

  /** A project is proposed. */
  record Proposed(ProjectView project) implements FundChange {}

  /** A project is approved, or refused. */
  record ProjectDecided(ProjectId project, ProjectView.Decision decision) implements FundChange {}

  /** A project is completed. */
  record ProjectCompleted(ProjectId project, ProjectView.Completion completion)
      implements FundChange {}

  /** A payment is asked for. */
  record Asked(ProjectPaymentView payment) implements FundChange {}

  /** A payment is refused. */
  record Refused(ProjectPaymentView payment, ProjectPaymentView.Decision decision)
      implements FundChange {}

  /** A payment is ordered. */
  record Paid(
      ProjectPaymentView payment,
      ProjectPaymentView.Decision decision,
      FundEntry entry,
      Transfer transfer,
      PaymentOrderView order)
      implements FundChange {}
}
