package eco.exchange.bidding.application;

import eco.exchange.bidding.application.Application.Paper;
import eco.exchange.market.AccountId;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** The reading of the rows of applications. */
final class PgApplicationRow {

  private PgApplicationRow() {}

  // One row more than asked for was read, to know whether there is another page.
  static Page<ApplicationView> page(RowSet<Row> rows, int limit) {
    List<Row> found = StreamSupport.stream(rows.spliterator(), false).toList();
    Optional<String> after =
        found.size() > limit
            ? Optional.of(found.get(limit - 1).getLong("number").toString())
            : Optional.empty();
    return new Page<>(found.stream().limit(limit).map(PgApplicationRow::read).toList(), after);
  }

  static ApplicationView read(Row row) {
    String[] names = row.getArrayOfStrings("paper_names");
    String[] digests = row.getArrayOfStrings("paper_sha256s");
    return new ApplicationView(
        new ApplicationId(row.getUUID("id")),
        new TradeId(row.getString("trade")),
        new PartyId(row.getUUID("bidder")),
        new AccountId(row.getUUID("applied_by")),
        row.getString("code"),
        IntStream.range(0, names.length).mapToObj(i -> new Paper(names[i], digests[i])).toList(),
        List.of(row.getArrayOfStrings("related")),
        Optional.ofNullable(row.getString("priority_claim")).map(PriorityClaim::valueOf),
        row.getOffsetDateTime("applied_at").toInstant(),
        ApplicationView.State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("opinion")),
        Optional.ofNullable(row.getUUID("decided_by")).map(AccountId::new),
        moment(row, "decided_at"),
        Optional.ofNullable(row.getInteger("priority_rank")),
        moment(row, "withdrawn_at"));
  }

  private static Optional<Instant> moment(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }
}
