package eco.exchange.settlement.roster;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Objections to rosters in PostgreSQL. */
final class PgObjectionRows {

  private PgObjectionRows() {}

  /** Every objection to any roster of a payee, oldest first. */
  static Uni<List<ObjectionView>> objections(SqlClient client, ContractId contract, String payee) {
    return list(
        client,
        """
        SELECT roster.contract, roster.payee, roster.version, objection.number, objection.kind,
               objection.words, objection.member, objection.raised_by, objection.raised_at,
               ended.is_upheld, ended.answer, ended.answered_by, ended.decided_by, ended.decided_at
          FROM settlement.objection JOIN settlement.roster USING (roster)
          LEFT JOIN settlement.objection_end ended
                 ON (ended.roster, ended.number) = (objection.roster, objection.number)
         WHERE (roster.contract, roster.payee) = ($1, $2)
         ORDER BY roster.version, objection.number
        """,
        Tuple.of(contract.number(), payee),
        PgObjectionRows::objection);
  }

  static Uni<Void> write(SqlClient transaction, ObjectionView objection) {
    return transaction
        .preparedQuery(
            """
            INSERT INTO settlement.objection (roster, number, kind, words, member, raised_by,
                                              raised_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """)
        .execute(
            Tuple.from(
                Arrays.asList(
                    objection.roster().text(),
                    objection.number(),
                    objection.kind().name(),
                    objection.words(),
                    objection.member().orElse(null),
                    objection.writtenBy().map(AccountId::id).orElse(null),
                    utc(objection.raisedAt()))))
        .replaceWithVoid();
  }

  static Uni<Void> write(SqlClient transaction, ObjectionView objection, ObjectionView.End end) {
    return transaction
        .preparedQuery(
            """
            INSERT INTO settlement.objection_end (roster, number, is_upheld, answer, answered_by,
                                                  decided_by, decided_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """)
        .execute(
            Tuple.from(
                Arrays.asList(
                    objection.roster().text(),
                    objection.number(),
                    end.isUpheld(),
                    end.answer(),
                    end.answeredBy().id(),
                    end.decidedBy().id(),
                    utc(end.decidedAt()))))
        .replaceWithVoid();
  }

  private static ObjectionView objection(Row row) {
    return new ObjectionView(
        new RosterId(
            ContractId.parse(row.getString("contract")),
            row.getString("payee"),
            row.getInteger("version")),
        row.getInteger("number"),
        ObjectionKind.valueOf(row.getString("kind")),
        row.getString("words"),
        Optional.ofNullable(row.getString("member")),
        Optional.ofNullable(row.getUUID("raised_by")).map(AccountId::new),
        row.getOffsetDateTime("raised_at").toInstant(),
        Optional.ofNullable(row.getBoolean("is_upheld")).map(isUpheld -> end(row, isUpheld)));
  }

  private static ObjectionView.End end(Row row, boolean isUpheld) {
    return new ObjectionView.End(
        isUpheld,
        row.getString("answer"),
        new AccountId(row.getUUID("answered_by")),
        new AccountId(row.getUUID("decided_by")),
        row.getOffsetDateTime("decided_at").toInstant());
  }
}
