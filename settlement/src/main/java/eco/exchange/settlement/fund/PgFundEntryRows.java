package eco.exchange.settlement.fund;

import eco.exchange.money.Money;
import eco.exchange.settlement.rows.PgRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;

/** The entries of the public ledger of a fund, as they are written and read. */
final class PgFundEntryRows {

  private PgFundEntryRows() {}

  static Uni<Void> write(SqlClient transaction, FundId fund, List<FundEntry> entries) {
    return PgRows.of(entries)
        .texts(entry -> fund.toString())
        .each(Long[]::new, FundEntry::seq)
        .each(Boolean[]::new, FundEntry::isIn)
        .fen(FundEntry::amount)
        .texts(FundEntry::key)
        .texts(FundEntry::purpose)
        .times(FundEntry::at)
        .texts(FundEntry::line)
        .texts(FundEntry::previous)
        .texts(FundEntry::hash)
        .write(
            transaction,
            """
            INSERT INTO settlement.fund_entry (fund, seq, is_in, amount_fen, business_key, purpose,
                                               entered_at, line, previous, hash)
            SELECT * FROM unnest($1::text[], $2::bigint[], $3::boolean[], $4::bigint[], $5::text[],
                                 $6::text[], $7::timestamptz[], $8::text[], $9::text[], $10::text[])
            """);
  }

  static FundEntry entry(Row row) {
    return new FundEntry(
        row.getLong("seq"),
        row.getBoolean("is_in"),
        new Money(row.getLong("amount_fen")),
        row.getString("business_key"),
        row.getString("purpose"),
        row.getOffsetDateTime("entered_at").toInstant(),
        row.getString("previous"),
        row.getString("hash"));
  }
}
