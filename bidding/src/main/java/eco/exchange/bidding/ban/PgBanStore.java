package eco.exchange.bidding.ban;

import eco.exchange.bidding.ban.BanView.Revocation;
import eco.exchange.market.AccountId;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The ban list in PostgreSQL. */
@Singleton
public final class PgBanStore implements BanStore {

  private final Pool pool;

  /** The ban list of a database. */
  public PgBanStore(Pool pool) {
    this.pool = pool;
  }

  private static final String ADD =
      """
      INSERT INTO bidding.ban
             (id, party, name, code, type, role, reason, decided_on, from_day, until_day,
              authority, document, acts, scope, entered_by, entered_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
          ON CONFLICT (id) DO NOTHING
      """;

  @Override
  public Uni<Boolean> add(BanView entry) {
    Ban ban = entry.ban();
    return pool.preparedQuery(ADD)
        .execute(
            Tuple.from(
                Arrays.asList(
                    ban.id(),
                    ban.subject().party().map(PartyId::id).orElse(null),
                    ban.subject().name(),
                    ban.subject().code(),
                    ban.type(),
                    ban.role(),
                    ban.reason(),
                    ban.decidedOn(),
                    ban.from(),
                    ban.until().orElse(null),
                    ban.authority(),
                    ban.document(),
                    ban.acts().stream().map(Enum::name).sorted().toArray(String[]::new),
                    ban.scope().name(),
                    entry.enteredBy().id(),
                    entry.enteredAt().atOffset(ZoneOffset.UTC))))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Uni<Boolean> revoke(UUID ban, Revocation revocation) {
    return pool.preparedQuery(
            """
            UPDATE bidding.ban
               SET revoked_for = $2, revoked_because = $3, revoked_by = $4, revoked_at = $5
             WHERE id = $1 AND revoked_at IS NULL
            """)
        .execute(
            Tuple.of(
                ban,
                revocation.applicant(),
                revocation.reason(),
                revocation.by().id(),
                revocation.at().atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Uni<Optional<BanView>> ban(UUID id) {
    return pool.preparedQuery("SELECT * FROM bidding.ban WHERE id = $1")
        .execute(Tuple.of(id))
        .map(rows -> read(rows).stream().findAny());
  }

  // The masked number of a person is not unique, so only a whole code tells who is meant.
  @Override
  public Uni<List<BanView>> about(PartyId party, String code) {
    return pool.preparedQuery(
            """
            SELECT * FROM bidding.ban
             WHERE party = $1 OR (code = $2 AND code NOT LIKE '%*%')
             ORDER BY number
            """)
        .execute(Tuple.of(party.id(), code))
        .map(PgBanStore::read);
  }

  @Override
  public Uni<Page<BanView>> bans(Optional<BanScope> scope, Optional<String> after, int limit) {
    return pool.preparedQuery(
            """
            SELECT * FROM bidding.ban
             WHERE number > $1 AND ($2::text IS NULL OR scope = $2)
             ORDER BY number LIMIT $3 + 1
            """)
        .execute(
            Tuple.from(
                Arrays.asList(
                    after.map(Long::valueOf).orElse(0L),
                    scope.map(Enum::name).orElse(null),
                    limit)))
        .map(rows -> page(rows, limit));
  }

  // One row more than asked for was read, to know whether there is another page.
  private static Page<BanView> page(RowSet<Row> rows, int limit) {
    List<Row> found = StreamSupport.stream(rows.spliterator(), false).toList();
    Optional<String> after =
        found.size() > limit
            ? Optional.of(found.get(limit - 1).getLong("number").toString())
            : Optional.empty();
    return new Page<>(found.stream().limit(limit).map(PgBanStore::read).toList(), after);
  }

  private static List<BanView> read(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(PgBanStore::read).toList();
  }

  private static BanView read(Row row) {
    return new BanView(
        ban(row),
        new AccountId(row.getUUID("entered_by")),
        row.getOffsetDateTime("entered_at").toInstant(),
        Optional.ofNullable(row.getUUID("revoked_by")).map(by -> revocation(row, by)));
  }

  private static Ban ban(Row row) {
    return new Ban(
        row.getUUID("id"),
        new Ban.Subject(
            Optional.ofNullable(row.getUUID("party")).map(PartyId::new),
            row.getString("name"),
            row.getString("code")),
        row.getString("type"),
        row.getString("role"),
        row.getString("reason"),
        row.getLocalDate("decided_on"),
        row.getLocalDate("from_day"),
        Optional.ofNullable(row.getLocalDate("until_day")),
        row.getString("authority"),
        row.getString("document"),
        Arrays.stream(row.getArrayOfStrings("acts"))
            .map(RestrictedAct::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        BanScope.valueOf(row.getString("scope")));
  }

  private static Revocation revocation(Row row, UUID by) {
    return new Revocation(
        row.getString("revoked_for"),
        row.getString("revoked_because"),
        new AccountId(by),
        row.getOffsetDateTime("revoked_at").toInstant());
  }
}
