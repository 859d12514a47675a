package eco.exchange.settlement.allotment;

import static eco.exchange.settlement.rows.PgQueries.list;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import eco.exchange.settlement.allotment.AllotmentBasis.Carrier;
import eco.exchange.settlement.allotment.AllotmentBasis.Due;
import eco.exchange.settlement.allotment.AllotmentBasis.FixedRoster;
import eco.exchange.settlement.allotment.AllotmentBasis.Line;
import eco.exchange.settlement.roster.RosterId;
import eco.exchange.settlement.rows.PgRows;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.Taker.Roster.Rule;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of allotments, due and made, in PostgreSQL. */
final class PgAllotmentRows {

  private static final String DUE =
      """
      SELECT part.payee, distribution.income, distribution.occasion, part.amount_fen
        FROM settlement.distribution_part part
        JOIN settlement.distribution USING (distribution)
       WHERE contract = $1 AND principle = 'VILLAGERS' AND amount_fen > 0
         AND NOT EXISTS (SELECT FROM settlement.allotment made
                          WHERE (made.distribution, made.payee) = (part.distribution, part.payee))
       ORDER BY distribution.number, part.place
      """;
  private static final String CARRIED =
      """
      SELECT DISTINCT ON (made.payee, income, member) made.payee, income, member, carry
        FROM settlement.allotment made JOIN settlement.distribution USING (distribution)
        JOIN settlement.allotment_part USING (allotment)
       WHERE contract = $1 ORDER BY made.payee, income, member, made.number DESC
      """;

  private PgAllotmentRows() {}

  /** Everything of a contract that is to be split, by the rosters as they are fixed now. */
  static Uni<AllotmentBasis> of(SqlClient client, ContractId contract) {
    return list(client, DUE, Tuple.of(contract.number()), PgAllotmentRows::due)
        .chain(
            due ->
                due.isEmpty()
                    ? Uni.createFrom().item(new AllotmentBasis(due, Map.of(), Map.of()))
                    : of(client, contract, due));
  }

  // A roster may have a hundred thousand lines: they are read only when there is something to
  // split.
  private static Uni<AllotmentBasis> of(SqlClient client, ContractId contract, List<Due> due) {
    return Uni.combine()
        .all()
        .unis(
            rosters(client, contract),
            list(client, CARRIED, Tuple.of(contract.number()), Carried::of))
        .with((rosters, carried) -> new AllotmentBasis(due, rosters, Carried.all(carried)));
  }

  /** What a member is short of after the last allotment of an income. */
  private record Carried(Carrier carrier, String member, Rational carry) {

    static Carried of(Row row) {
      return new Carried(
          new Carrier(row.getString("payee"), Income.valueOf(row.getString("income"))),
          row.getString("member"),
          Rational.parse(row.getString("carry")));
    }

    static Map<Carrier, Map<String, Rational>> all(List<Carried> list) {
      return list.stream()
          .collect(groupingBy(Carried::carrier, toMap(Carried::member, Carried::carry)));
    }
  }

  /** A line of a roster, with the roster. */
  private record LineOf(FixedRoster roster, Line line) {}

  private static Uni<Map<String, FixedRoster>> rosters(SqlClient client, ContractId contract) {
    return list(
            client,
            """
            SELECT last.payee, last.version, last.rule, last.hash, member.member, member.household,
                   member.shares
              FROM (SELECT DISTINCT ON (payee) * FROM settlement.fixed_roster
                     WHERE contract = $1 ORDER BY payee, version DESC) last
              JOIN settlement.roster_member member USING (roster)
             ORDER BY last.payee, member.place
            """,
            Tuple.of(contract.number()),
            row -> line(contract, row))
        .map(
            lines ->
                lines.stream()
                    .collect(
                        groupingBy(
                            LineOf::roster, LinkedHashMap::new, mapping(LineOf::line, toList()))))
        .map(PgAllotmentRows::byPayee);
  }

  private static Map<String, FixedRoster> byPayee(Map<FixedRoster, List<Line>> rosters) {
    return rosters.entrySet().stream()
        .map(
            entry -> {
              FixedRoster head = entry.getKey();
              return new FixedRoster(head.id(), head.hash(), head.rule(), entry.getValue());
            })
        .collect(toMap(roster -> roster.id().payee(), roster -> roster));
  }

  private static LineOf line(ContractId contract, Row row) {
    RosterId id = new RosterId(contract, row.getString("payee"), row.getInteger("version"));
    Rule rule = Rule.valueOf(row.getString("rule"));
    return new LineOf(
        new FixedRoster(id, row.getString("hash"), rule, List.of()),
        new Line(row.getString("member"), row.getString("household"), row.getLong("shares")));
  }

  private static Due due(Row row) {
    return new Due(
        row.getString("payee"),
        Income.valueOf(row.getString("income")),
        Occasion.parse(row.getString("occasion")),
        new Money(row.getLong("amount_fen")));
  }

  /** The allotments of a payee, oldest first. */
  static Uni<List<AllotmentView>> allotments(SqlClient client, ContractId contract, String payee) {
    return list(
            client,
            """
            SELECT made.number, made.payee, made.roster_hash, made.whole_fen, made.allotted_at,
                   roster.version, distribution.income, distribution.occasion, part.member, part.weight,
                   part.amount_fen, part.carried_in, part.carry
              FROM settlement.allotment made JOIN settlement.distribution USING (distribution)
              JOIN settlement.roster USING (roster)
              JOIN settlement.allotment_part part USING (allotment)
              JOIN settlement.roster_member member
                   ON (member.roster, member.member) = (made.roster, part.member)
             WHERE (roster.contract, roster.payee) = ($1, $2) ORDER BY made.number, member.place
            """,
            Tuple.of(contract.number(), payee),
            row -> Map.entry(row.getLong("number"), allotment(contract, row)))
        .map(
            rows -> {
              Map<Long, List<AllotmentView>> made =
                  rows.stream()
                      .collect(
                          groupingBy(
                              Map.Entry::getKey,
                              LinkedHashMap::new,
                              mapping(Map.Entry::getValue, toList())));
              return made.values().stream().map(PgAllotmentRows::joined).toList();
            });
  }

  private static AllotmentView joined(List<AllotmentView> rows) {
    AllotmentView head = rows.getFirst();
    return new AllotmentView(
        head.roster(),
        head.rosterHash(),
        head.income(),
        head.occasion(),
        head.whole(),
        rows.stream().flatMap(row -> row.parts().stream()).toList(),
        head.at());
  }

  private static AllotmentView allotment(ContractId contract, Row row) {
    return new AllotmentView(
        new RosterId(contract, row.getString("payee"), row.getInteger("version")),
        row.getString("roster_hash"),
        Income.valueOf(row.getString("income")),
        Occasion.parse(row.getString("occasion")),
        new Money(row.getLong("whole_fen")),
        List.of(
            new AllotmentView.Part(
                row.getString("member"),
                row.getLong("weight"),
                new Money(row.getLong("amount_fen")),
                Rational.parse(row.getString("carried_in")),
                Rational.parse(row.getString("carry")))),
        row.getOffsetDateTime("allotted_at").toInstant());
  }

  static Uni<Void> write(SqlClient transaction, List<AllotmentView> made) {
    return PgRows.of(made)
        .texts(AllotmentView::key)
        .texts(AllotmentView::distribution)
        .texts(view -> view.roster().payee())
        .texts(view -> view.roster().text())
        .texts(AllotmentView::rosterHash)
        .fen(AllotmentView::whole)
        .times(AllotmentView::at)
        .write(
            transaction,
            """
            INSERT INTO settlement.allotment (allotment, distribution, payee, roster, roster_hash,
                                              whole_fen, allotted_at)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[],
                                 $6::bigint[], $7::timestamptz[])
            """)
        .chain(() -> writeParts(transaction, made));
  }

  private record PartOf(String allotment, AllotmentView.Part part) {}

  private static Uni<Void> writeParts(SqlClient transaction, List<AllotmentView> made) {
    Stream<PartOf> parts =
        made.stream()
            .flatMap(view -> view.parts().stream().map(part -> new PartOf(view.key(), part)));
    return PgRows.of(parts.toList())
        .texts(PartOf::allotment)
        .texts(of -> of.part().member())
        .each(Long[]::new, of -> of.part().weight())
        .fen(of -> of.part().amount())
        .texts(of -> of.part().carriedIn().toString())
        .texts(of -> of.part().carry().toString())
        .write(
            transaction,
            """
            INSERT INTO settlement.allotment_part (allotment, member, weight, amount_fen, carried_in,
                                                   carry)
            SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::text[],
                                 $6::text[])
            """);
  }
}
