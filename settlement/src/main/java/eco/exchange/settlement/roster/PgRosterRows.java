package eco.exchange.settlement.roster;

import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.person.SealedPerson;
import eco.exchange.settlement.rows.PgRows;
import eco.exchange.sharing.Taker.Roster.Rule;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;

/** The rows of rosters and of their members, as they are written and read. */
final class PgRosterRows {

  private PgRosterRows() {}

  static Uni<Void> write(SqlClient transaction, RosterView roster) {
    RosterId id = roster.id();
    return transaction
        .preparedQuery(
            """
            INSERT INTO settlement.roster (roster, contract, payee, version, naming, rule,
                                           record_date, resolution, hash, filed_by, filed_at,
                                           objections_end_at)
            SELECT $1, contract, payee, $4, number, $5, $6, $7, $8, $9, $10, $11
              FROM settlement.beneficiary WHERE (contract, payee) = ($2, $3)
            """)
        .execute(
            Tuple.from(
                List.of(
                    id.text(),
                    id.contract().number(),
                    id.payee(),
                    id.version(),
                    roster.rule().name(),
                    roster.recordDate(),
                    roster.resolution(),
                    roster.hash(),
                    roster.filedBy().id(),
                    utc(roster.filedAt()),
                    utc(roster.objectionsEndAt()))))
        .replaceWithVoid();
  }

  static Uni<Void> write(SqlClient transaction, RosterId roster, List<RosterMember> members) {
    int[] place = {0};
    return PgRows.of(members)
        .texts(member -> roster.text())
        .each(Integer[]::new, member -> place[0]++)
        .texts(RosterMember::number)
        .texts(RosterMember::household)
        .each(Long[]::new, RosterMember::shares)
        .texts(RosterMember::shown)
        .texts(member -> member.sealed().person())
        .texts(member -> member.sealed().blindIndex())
        .texts(member -> member.sealed().codeHash())
        .write(
            transaction,
            """
            INSERT INTO settlement.roster_member (roster, place, member, household, shares, shown,
                                                  sealed, blind_index, code_hash)
            SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::bigint[],
                                 $6::text[], $7::text[], $8::text[], $9::text[])
            """);
  }

  static Uni<Void> write(SqlClient transaction, RosterId roster, RosterView.End end) {
    return transaction
        .preparedQuery(
            """
            INSERT INTO settlement.roster_end (roster, is_fixed, opinion, reviewed_by, ended_by,
                                               ended_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """)
        .execute(
            Tuple.of(
                roster.text(),
                end.isFixed(),
                end.opinion(),
                end.reviewedBy().id(),
                end.endedBy().id(),
                utc(end.endedAt())))
        .replaceWithVoid();
  }

  static RosterView roster(Row row) {
    return new RosterView(
        id(row),
        Rule.valueOf(row.getString("rule")),
        row.getLocalDate("record_date"),
        row.getString("resolution"),
        row.getString("hash"),
        row.getInteger("members"),
        row.getInteger("households"),
        row.getLong("shares"),
        new AccountId(row.getUUID("filed_by")),
        row.getOffsetDateTime("filed_at").toInstant(),
        row.getOffsetDateTime("objections_end_at").toInstant(),
        Optional.ofNullable(row.getBoolean("is_fixed")).map(isFixed -> end(row, isFixed)));
  }

  private static RosterView.End end(Row row, boolean isFixed) {
    return new RosterView.End(
        isFixed,
        row.getString("opinion"),
        new AccountId(row.getUUID("reviewed_by")),
        new AccountId(row.getUUID("ended_by")),
        row.getOffsetDateTime("ended_at").toInstant());
  }

  static RosterId id(Row row) {
    return new RosterId(
        ContractId.parse(row.getString("contract")),
        row.getString("payee"),
        row.getInteger("version"));
  }

  static RosterMember sealed(Row row) {
    return new RosterMember(
        row.getString("member"),
        row.getString("household"),
        row.getLong("shares"),
        row.getString("shown"),
        new SealedPerson(
            row.getString("sealed"), row.getString("blind_index"), row.getString("code_hash")));
  }

  static RosterMemberView member(Row row) {
    return new RosterMemberView(
        row.getString("member"),
        row.getString("household"),
        row.getLong("shares"),
        row.getString("shown"),
        row.getString("code_hash"));
  }
}
