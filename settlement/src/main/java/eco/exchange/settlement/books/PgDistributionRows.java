package eco.exchange.settlement.books;

import static eco.exchange.settlement.rows.PgQueries.list;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.rows.PgRows;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.Principle;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Distributions in PostgreSQL, each a row with its parts, and an entry of the ledger: whoever
 * writes it moves what it gives.
 */
final class PgDistributionRows {

  private static final JsonFactory JSON = new JsonFactory();

  private PgDistributionRows() {}

  // OFFSET keeps the planner from reading all distributions to find those of many contracts.
  static Uni<List<DistributionView>> distributions(SqlClient client, String[] trades) {
    return list(
        client,
        """
        SELECT shared.contract, income, occasion, whole_fen, shared.terms_hash, earlier_fen, erosion,
               parts, distributed_at
          FROM settlement.contract
         CROSS JOIN LATERAL (SELECT * FROM settlement.distribution
                              WHERE distribution.contract = contract.contract OFFSET 0) shared
         WHERE trade = ANY ($1) ORDER BY number
        """,
        Tuple.of(trades),
        PgDistributionRows::distribution);
  }

  static Uni<Void> write(SqlClient transaction, List<DistributionView> shared) {
    return PgRows.of(shared)
        .texts(DistributionView::key)
        .texts(distribution -> distribution.contract().number())
        .texts(distribution -> distribution.income().name())
        .texts(distribution -> distribution.occasion().text())
        .fen(DistributionView::whole)
        .texts(DistributionView::termsHash)
        .fen(DistributionView::earlier)
        .each(Integer[]::new, distribution -> distribution.erosion().orElse(null))
        .texts(distribution -> parts(distribution.parts()))
        .times(DistributionView::at)
        .write(
            transaction,
            """
            INSERT INTO settlement.distribution (distribution, contract, income, occasion, whole_fen,
                                                 terms_hash, earlier_fen, erosion, parts,
                                                 distributed_at)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[],
                                 $7::bigint[], $8::int[], $9::text[]::jsonb[], $10::timestamptz[])
            """);
  }

  private static String parts(List<DistributionView.Part> parts) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      for (DistributionView.Part part : parts) {
        write(json, part);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory can be written", e);
    }
    return text.toString();
  }

  // What is nothing is not told.
  private static void write(JsonGenerator json, DistributionView.Part part) throws IOException {
    json.writeStartObject();
    json.writeStringField("payee", part.payee());
    json.writeStringField("name", part.name());
    json.writeStringField("principle", part.principle().name());
    json.writeNumberField("amount_fen", part.amount().fen());
    write(json, "carried_in", part.carriedIn());
    write(json, "carry", part.carry());
    write(json, "recouped_in", part.recoupedIn());
    write(json, "recouped", part.recouped());
    if (part.pledgeDue().isPositive()) {
      json.writeNumberField("pledge_due_fen", part.pledgeDue().fen());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, Rational number) throws IOException {
    if (number.signum() != 0) {
      json.writeStringField(name, number.toString());
    }
  }

  private static DistributionView distribution(Row row) {
    JsonArray parts = (JsonArray) row.getJson("parts");
    return new DistributionView(
        ContractId.parse(row.getString("contract")),
        Income.valueOf(row.getString("income")),
        Occasion.parse(row.getString("occasion")),
        new Money(row.getLong("whole_fen")),
        row.getString("terms_hash"),
        new Money(row.getLong("earlier_fen")),
        Optional.ofNullable(row.getInteger("erosion")),
        IntStream.range(0, parts.size())
            .mapToObj(parts::getJsonObject)
            .map(it -> part(it))
            .toList(),
        row.getOffsetDateTime("distributed_at").toInstant());
  }

  private static DistributionView.Part part(JsonObject json) {
    return new DistributionView.Part(
        json.getString("payee"),
        json.getString("name"),
        Principle.valueOf(json.getString("principle")),
        new Money(json.getLong("amount_fen")),
        Rational.parse(json.getString("carried_in", "0")),
        Rational.parse(json.getString("carry", "0")),
        Rational.parse(json.getString("recouped_in", "0")),
        Rational.parse(json.getString("recouped", "0")),
        new Money(json.getLong("pledge_due_fen", 0L)));
  }
}
