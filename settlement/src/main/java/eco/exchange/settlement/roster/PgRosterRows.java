package eco.exchange.settlement.roster;

import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.person.SealedPerson;
import eco.exchange.settlement.rows.PgRows;
import eco.exchange.sharing.Taker.Roster.Rule;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of rosters and of their members, as they are written and read. */
final class PgRosterRows {

  private PgRosterRows() {}

  static Uni<Void> write(SqlClient transaction, BeneficiaryView named) {
    return PgRows.of(List.of(named))
        .texts(it -> it.contract().number())
        .texts(BeneficiaryView::payee)
        .each(UUID[]::new, it -> it.collective().id().id())
        .texts(it -> it.collective().name())
        .each(UUID[]::new, it -> it.namedBy().id())
        .times(BeneficiaryView::namedAt)
        .write(
            transaction,
            """
            INSERT INTO settlement.beneficiary (contract, payee, party, name, named_by, named_at)
            SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[], $4::text[], $5::uuid[],
                                 $6::timestamptz[])
            """);
  }

  static Uni<Void> write(SqlClient transaction, RosterView roster) {
    RosterId id = roster.id();
    return transaction
        .preparedQuery(
            """
            INSERT INTO settlement.roster (roster, contract, payee, version, rule, record_date,
                                           resolution, hash, filed_by, filed_at, objections_end_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
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

  static BeneficiaryView beneficiary(Row row) {
    return new BeneficiaryView(
        ContractId.parse(row.getString("contract")),
        row.getString("payee"),
        new NamedParty(new PartyId(row.getUUID("party")), row.getString("name")),
        new AccountId(row.getUUID("named_by")),
        row.getOffsetDateTime("named_at").toInstant());
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
