package eco.exchange.settlement.allotment;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.Taker.Roster.Rule;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts of villages and their members to look at, in PostgreSQL. */
@ApplicationScoped
class PgVillageViews {

  private static final String LINES =
      """
      SELECT beneficiary.contract, part.payee, part.name, part.principle, distribution.income,
             distribution.occasion, distribution.whole_fen, part.amount_fen,
             distribution.distributed_at, paid.event_at AS ordered_at, roster.version,
             made.roster_hash, roster.rule, made.allotted_at, counted.members, counted.ordered_fen,
             counted.held_fen, counted.held_members
        FROM settlement.beneficiary
        JOIN settlement.distribution USING (contract)
        JOIN settlement.distribution_part part
             ON (part.distribution, part.payee) = (distribution.distribution, beneficiary.payee)
        LEFT JOIN settlement.transfer paid
               ON paid.business_key = 'payout/' || part.distribution || '/' || part.payee
        LEFT JOIN settlement.allotment made
               ON (made.distribution, made.payee) = (part.distribution, part.payee)
        LEFT JOIN settlement.roster ON roster.roster = made.roster
        LEFT JOIN LATERAL (
             SELECT count(*) FILTER (WHERE line.amount_fen > 0)::int AS members,
                    coalesce(sum(line.amount_fen) FILTER (WHERE out.number IS NOT NULL), 0)::bigint
                      AS ordered_fen,
                    coalesce(sum(line.amount_fen) FILTER (WHERE out.number IS NULL), 0)::bigint
                      AS held_fen,
                    count(*) FILTER (WHERE out.number IS NULL AND line.amount_fen > 0)::int
                      AS held_members
               FROM settlement.allotment_part line
               LEFT JOIN settlement.transfer out
                      ON out.business_key = 'payout/' || line.allotment || '/' || line.member
              WHERE line.allotment = made.allotment) counted ON true
       WHERE beneficiary.party = $1 AND part.amount_fen > 0
       ORDER BY distribution.number, part.place
      """;

  private static final String STATEMENT =
      """
      SELECT roster.contract, roster.payee, beneficiary.party, beneficiary.name, member.member,
             member.shown, distribution.income, distribution.occasion, made.whole_fen, roster.rule,
             part.weight, roster.version, made.roster_hash, part.amount_fen, made.allotted_at,
             paid.event_at AS ordered_at, told.holder, told.account, told.bank,
             (SELECT sum(weight) FROM settlement.allotment_part every
               WHERE every.allotment = made.allotment)::bigint AS weights
        FROM settlement.roster_member member
        JOIN settlement.roster USING (roster)
        JOIN settlement.beneficiary USING (contract, payee)
        LEFT JOIN LATERAL (SELECT * FROM settlement.member last
                            WHERE (last.contract, last.payee, last.member, last.person)
                                  = (roster.contract, roster.payee, member.member,
                                     member.blind_index)) told ON true
        LEFT JOIN settlement.allotment made USING (roster)
        LEFT JOIN settlement.distribution USING (distribution)
        LEFT JOIN settlement.allotment_part part
               ON (part.allotment, part.member) = (made.allotment, member.member)
        LEFT JOIN settlement.transfer paid
               ON paid.business_key = 'payout/' || part.allotment || '/' || part.member
       WHERE member.code_hash = $1
       ORDER BY roster.version, made.number
      """;

  private final Pool pool;

  PgVillageViews(Pool pool) {
    this.pool = pool;
  }

  Uni<List<NamedParty>> all() {
    return list(
        pool,
        "SELECT DISTINCT name, party FROM settlement.beneficiary ORDER BY name, party",
        Tuple.tuple(),
        PgVillageViews::collective);
  }

  Uni<List<VillageLine>> lines(PartyId collective) {
    return list(pool, LINES, Tuple.of(collective.id()), PgVillageViews::line);
  }

  Uni<Optional<MemberStatementView>> statement(String codeHash) {
    return list(pool, STATEMENT, Tuple.of(codeHash), row -> row)
        .map(
            rows ->
                rows.stream().reduce((earlier, later) -> later).map(last -> statement(last, rows)));
  }

  private static MemberStatementView statement(Row last, List<Row> rows) {
    return new MemberStatementView(
        ContractId.parse(last.getString("contract")),
        last.getString("payee"),
        collective(last),
        last.getString("member"),
        last.getString("shown"),
        shown(last),
        Money.ZERO,
        rows.stream()
            .filter(row -> row.getLong("amount_fen") != null)
            .map(PgVillageViews::part)
            .toList());
  }

  private static MemberStatementView.Line part(Row row) {
    return new MemberStatementView.Line(
        Income.valueOf(row.getString("income")),
        Occasion.parse(row.getString("occasion")),
        new Money(row.getLong("whole_fen")),
        Rule.valueOf(row.getString("rule")),
        row.getLong("weight"),
        row.getLong("weights"),
        row.getInteger("version"),
        row.getString("roster_hash"),
        new Money(row.getLong("amount_fen")),
        row.getOffsetDateTime("allotted_at").toInstant(),
        moment(row.getOffsetDateTime("ordered_at")));
  }

  private static VillageLine line(Row row) {
    return new VillageLine(
        ContractId.parse(row.getString("contract")),
        row.getString("payee"),
        row.getString("name"),
        Principle.valueOf(row.getString("principle")),
        Income.valueOf(row.getString("income")),
        Occasion.parse(row.getString("occasion")),
        new Money(row.getLong("whole_fen")),
        new Money(row.getLong("amount_fen")),
        row.getOffsetDateTime("distributed_at").toInstant(),
        moment(row.getOffsetDateTime("ordered_at")),
        Optional.ofNullable(row.getInteger("version")).map(version -> split(row, version)));
  }

  private static VillageLine.Split split(Row row, int version) {
    return new VillageLine.Split(
        version,
        row.getString("roster_hash"),
        Rule.valueOf(row.getString("rule")),
        row.getInteger("members"),
        new Money(row.getLong("ordered_fen")),
        new Money(row.getLong("held_fen")),
        row.getInteger("held_members"),
        row.getOffsetDateTime("allotted_at").toInstant());
  }

  private static NamedParty collective(Row row) {
    return new NamedParty(new PartyId(row.getUUID("party")), row.getString("name"));
  }

  /** Where a member is paid, masked. */
  static Optional<BankAccount> shown(Row row) {
    return Optional.ofNullable(row.getString("account"))
        .map(number -> new BankAccount(row.getString("holder"), number, row.getString("bank")));
  }

  private static Optional<Instant> moment(@Nullable OffsetDateTime at) {
    return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
  }
}
