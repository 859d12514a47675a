package eco.exchange.settlement.books;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.settlement.distribution.FactsView;
import eco.exchange.settlement.distribution.NoteFacts;
import eco.exchange.settlement.rows.PgRows;
import eco.exchange.sharing.Occasion;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The facts of distributions in PostgreSQL. */
final class PgOccasionFactRows {

  private PgOccasionFactRows() {}

  static Uni<List<FactsView>> facts(SqlClient client, String[] trades) {
    return list(
        client,
        """
        SELECT contract, occasion, erosion, evidence, noted_by, noted_at,
               array(SELECT payee FROM settlement.pledge_due
                      WHERE (contract, occasion) = (noted.contract, noted.occasion) ORDER BY payee) AS payees,
               array(SELECT due_fen FROM settlement.pledge_due
                      WHERE (contract, occasion) = (noted.contract, noted.occasion) ORDER BY payee) AS dues
          FROM settlement.occasion_facts noted JOIN settlement.contract USING (contract)
         WHERE trade = ANY ($1) ORDER BY contract, occasion
        """,
        Tuple.of(trades),
        PgOccasionFactRows::facts);
  }

  static Uni<Void> write(SqlClient transaction, List<FactsView> noted) {
    return PgRows.of(noted)
        .texts(view -> view.facts().contract().number())
        .texts(view -> view.facts().occasion().text())
        .each(Integer[]::new, view -> view.facts().erosion().orElse(null))
        .texts(view -> view.facts().evidence())
        .each(UUID[]::new, view -> view.notedBy().id())
        .times(FactsView::notedAt)
        .write(
            transaction,
            """
            INSERT INTO settlement.occasion_facts (contract, occasion, erosion, evidence, noted_by, noted_at)
            SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::uuid[],
                                 $6::timestamptz[])
            """)
        .chain(() -> writeDebts(transaction, noted));
  }

  private static Uni<Void> writeDebts(SqlClient transaction, List<FactsView> noted) {
    return PgRows.of(noted.stream().flatMap(PgOccasionFactRows::debts).toList())
        .texts(debt -> debt.facts().contract().number())
        .texts(debt -> debt.facts().occasion().text())
        .texts(Debt::payee)
        .fen(Debt::due)
        .write(
            transaction,
            """
            INSERT INTO settlement.pledge_due (contract, occasion, payee, due_fen)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[])
            """);
  }

  private record Debt(NoteFacts facts, String payee, Money due) {}

  private static Stream<Debt> debts(FactsView noted) {
    return noted.facts().pledgeDue().entrySet().stream()
        .map(owed -> new Debt(noted.facts(), owed.getKey(), owed.getValue()));
  }

  private static FactsView facts(Row row) {
    String[] payees = row.getArrayOfStrings("payees");
    Long[] dues = row.getArrayOfLongs("dues");
    Map<String, Money> pledgeDue = new HashMap<>();
    for (int i = 0; i < payees.length; i++) {
      pledgeDue.put(payees[i], new Money(dues[i]));
    }
    return new FactsView(
        new NoteFacts(
            ContractId.parse(row.getString("contract")),
            Occasion.parse(row.getString("occasion")),
            Optional.ofNullable(row.getInteger("erosion")),
            pledgeDue,
            row.getString("evidence")),
        new AccountId(row.getUUID("noted_by")),
        row.getOffsetDateTime("noted_at").toInstant());
  }
}
