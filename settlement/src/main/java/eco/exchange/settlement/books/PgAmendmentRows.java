package eco.exchange.settlement.books;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import eco.exchange.settlement.rows.PgRows;
import eco.exchange.sharing.SealedAmendment;
import eco.exchange.sharing.SealedContract;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Amendments of contracts in PostgreSQL: only what each changes stands here. */
final class PgAmendmentRows {

  private PgAmendmentRows() {}

  static Uni<List<SealedAmendment>> amendments(SqlClient client, String[] trades) {
    return list(
        client,
        """
        SELECT amendment, contract, previous, previous_hash, from_year, amendment.terms_json,
               amendment.terms_hash, transferor, transferee, price_fen, deposit_fen, plan_json,
               term_years
          FROM settlement.amendment JOIN settlement.contract USING (contract)
         WHERE trade = ANY ($1) ORDER BY contract, from_year
        """,
        Tuple.of(trades),
        PgAmendmentRows::amendment);
  }

  static Uni<Void> write(SqlClient transaction, List<SealedAmendment> amendments) {
    return PgRows.of(amendments)
        .texts(amendment -> amendment.number().number())
        .texts(amendment -> amendment.original().number())
        .texts(amendment -> amendment.previous().number())
        .texts(SealedAmendment::termsHashBefore)
        .each(Integer[]::new, amendment -> amendment.from().getYear())
        .texts(amendment -> amendment.version().termsJson())
        .texts(amendment -> amendment.version().termsHash())
        .write(
            transaction,
            """
            INSERT INTO settlement.amendment (amendment, contract, previous, previous_hash, from_year,
                                              terms_json, terms_hash)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[],
                                 $6::text[], $7::text[])
            """);
  }

  private static SealedAmendment amendment(Row row) {
    SealedContract version =
        new SealedContract(
            ContractId.parse(row.getString("amendment")),
            new PartyId(row.getUUID("transferor")),
            new PartyId(row.getUUID("transferee")),
            new Money(row.getLong("price_fen")),
            new Money(row.getLong("deposit_fen")),
            Optional.ofNullable(row.getString("plan_json")).map(PgInstalmentRows::read),
            row.getInteger("term_years"),
            row.getString("terms_json"),
            row.getString("terms_hash"));
    return new SealedAmendment(
        version,
        ContractId.parse(row.getString("contract")),
        ContractId.parse(row.getString("previous")),
        row.getString("previous_hash"),
        LocalDate.of(row.getInteger("from_year"), 1, 1));
  }
}
