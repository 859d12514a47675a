package eco.exchange.settlement.fund;

import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.market.AccountId;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of funds, as they are written and read. */
final class PgFundRows {

  private PgFundRows() {}

  static Uni<Void> write(SqlClient transaction, ProjectView project) {
    ProposeProject told = project.proposal();
    return execute(
        transaction,
        """
        INSERT INTO settlement.project (project, fund, number, title, work, place, plan, budget_fen,
                                        target, contractor, proposed_by, proposer, proposed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """,
        project.id().toString(),
        project.id().fund().toString(),
        project.id().number(),
        told.title(),
        told.work().name(),
        told.place(),
        told.plan(),
        told.budget().fen(),
        told.target(),
        told.contractor(),
        project.proposedBy().id(),
        project.proposer().id(),
        utc(project.proposedAt()));
  }

  static Uni<Void> write(SqlClient transaction, ProjectId project, ProjectView.Decision decision) {
    return execute(
        transaction,
        """
        INSERT INTO settlement.project_decision (project, is_approved, opinion, reviewed_by,
                                                 decided_by, decided_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        """,
        project.toString(),
        decision.isApproved(),
        decision.opinion(),
        decision.reviewedBy().id(),
        decision.decidedBy().id(),
        utc(decision.decidedAt()));
  }

  static Uni<Void> write(
      SqlClient transaction, ProjectId project, ProjectView.Completion completion) {
    return execute(
        transaction,
        """
        INSERT INTO settlement.project_completion (project, erosion, evidence, reported_by,
                                                   accepted_by, completed_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        """,
        project.toString(),
        completion.erosion(),
        completion.evidence(),
        completion.reportedBy().id(),
        completion.acceptedBy().id(),
        utc(completion.completedAt()));
  }

  static Uni<Void> write(SqlClient transaction, ProjectPaymentView payment) {
    AskPayment asked = payment.asked();
    return execute(
        transaction,
        """
        INSERT INTO settlement.project_payment (payment, project, number, amount_fen, evidence, sha256,
                                                asked_by, asked_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """,
        payment.key(),
        asked.project().toString(),
        payment.number(),
        asked.amount().fen(),
        asked.evidence(),
        asked.evidenceSha256(),
        payment.askedBy().id(),
        utc(payment.askedAt()));
  }

  static Uni<Void> write(
      SqlClient transaction, ProjectPaymentView payment, ProjectPaymentView.Decision decision) {
    return execute(
        transaction,
        """
        INSERT INTO settlement.payment_decision (payment, is_paid, opinion, reviewed_by, decided_by,
                                                 decided_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        """,
        payment.key(),
        decision.isPaid(),
        decision.opinion(),
        decision.reviewedBy().id(),
        decision.decidedBy().id(),
        utc(decision.decidedAt()));
  }

  static FundView fund(Row row) {
    return new FundView(
        FundId.parse(row.getString("fund")),
        row.getString("watershed"),
        money(row, "balance_fen"),
        money(row, "received_fen"),
        money(row, "spent_fen"),
        Money.ZERO,
        moment(row, "opened_at"));
  }

  /** A fund with what is promised to those of some projects that are its own. */
  static FundView committed(FundView fund, List<ProjectView> projects) {
    Money committed =
        projects.stream()
            .filter(project -> project.id().fund().equals(fund.fund()))
            .map(ProjectView::left)
            .reduce(Money.ZERO, Money::plus);
    return new FundView(
        fund.fund(),
        fund.watershed(),
        fund.balance(),
        fund.received(),
        fund.spent(),
        committed,
        fund.openedAt());
  }

  static ProjectView project(Row row) {
    FundId fund = FundId.parse(row.getString("fund"));
    return new ProjectView(
        new ProjectId(fund, row.getInteger("number")),
        new ProposeProject(
            fund,
            row.getString("title"),
            ErosionControlWork.valueOf(row.getString("work")),
            row.getString("place"),
            row.getString("plan"),
            money(row, "budget_fen"),
            row.getString("target"),
            row.getString("contractor")),
        account(row, "proposed_by"),
        new PartyId(row.getUUID("proposer")),
        moment(row, "proposed_at"),
        Optional.ofNullable(row.getBoolean("is_approved")).map(told -> decision(row, told)),
        money(row, "paid_fen"),
        Optional.ofNullable(row.getInteger("erosion")).map(told -> completion(row, told)));
  }

  private static ProjectView.Decision decision(Row row, boolean isApproved) {
    return new ProjectView.Decision(
        isApproved,
        row.getString("opinion"),
        account(row, "reviewed_by"),
        account(row, "decided_by"),
        moment(row, "decided_at"));
  }

  private static ProjectView.Completion completion(Row row, int erosion) {
    return new ProjectView.Completion(
        erosion,
        row.getString("evidence"),
        account(row, "reported_by"),
        account(row, "accepted_by"),
        moment(row, "completed_at"));
  }

  static ProjectPaymentView payment(Row row) {
    ProjectId project =
        new ProjectId(FundId.parse(row.getString("fund")), row.getInteger("project_number"));
    return new ProjectPaymentView(
        row.getInteger("number"),
        new AskPayment(
            project, money(row, "amount_fen"), row.getString("evidence"), row.getString("sha256")),
        account(row, "asked_by"),
        moment(row, "asked_at"),
        Optional.ofNullable(row.getBoolean("is_paid")).map(isPaid -> paid(row, isPaid)));
  }

  private static ProjectPaymentView.Decision paid(Row row, boolean isPaid) {
    return new ProjectPaymentView.Decision(
        isPaid,
        row.getString("opinion"),
        account(row, "reviewed_by"),
        account(row, "decided_by"),
        moment(row, "decided_at"));
  }

  private static Money money(Row row, String column) {
    return new Money(row.getLong(column));
  }

  private static AccountId account(Row row, String column) {
    return new AccountId(row.getUUID(column));
  }

  private static Instant moment(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static Uni<Void> execute(SqlClient transaction, String sql, Object... values) {
    return transaction.preparedQuery(sql).execute(Tuple.from(values)).replaceWithVoid();
  }
}
