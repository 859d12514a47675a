package eco.exchange.identity.account;

import eco.exchange.identity.secret.CitizenVault;
import eco.exchange.market.AccountId;
import eco.exchange.market.CreditCode;
import eco.exchange.market.PartyId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parties and accounts in PostgreSQL. */
@ApplicationScoped
class PgAccountStore {

  private static final String UNIQUE_VIOLATION = "23505";

  private static final String ACCOUNT =
      """
      SELECT account.id, account.login, account.roles, account.password_hash, account.party,
             party.kind, party.name, party.credit_code, party.citizen_sealed
        FROM identity.account
        JOIN identity.party ON party.id = account.party
      """;

  private final Pool pool;
  private final CitizenVault vault;

  PgAccountStore(Pool pool, CitizenVault vault) {
    this.pool = pool;
    this.vault = vault;
  }

  /** Keeps a party. */
  Uni<RegistrationOutcome> keep(RegisterParty party, PartyNumber number, Instant at) {
    return kept(insert(pool, party, number, at));
  }

  /** Keeps an account. */
  Uni<RegistrationOutcome> keep(OpenAccount account, String passwordHash, Instant at) {
    return kept(insert(pool, account, passwordHash, at));
  }

  /** Keeps a party and its first account, or neither. */
  Uni<RegistrationOutcome> keep(
      RegisterParty party, PartyNumber number, OpenAccount account, String hash, Instant at) {
    return kept(
        pool.withTransaction(
            transaction ->
                insert(transaction, party, number, at)
                    .chain(() -> insert(transaction, account, hash, at))));
  }

  Uni<Optional<PartyView>> party(PartyId party) {
    return pool.preparedQuery(
            """
            SELECT id AS party, kind, name, credit_code, citizen_sealed
              FROM identity.party
             WHERE id = $1
            """)
        .execute(Tuple.of(party.id()))
        .map(rows -> first(rows).map(this::partyIn));
  }

  Uni<Optional<PartyView>> party(CreditCode code) {
    return pool.preparedQuery(
            """
            SELECT id AS party, kind, name, credit_code, citizen_sealed
              FROM identity.party
             WHERE credit_code = $1
            """)
        .execute(Tuple.of(code.code()))
        .map(rows -> first(rows).map(this::partyIn));
  }

  Uni<List<PartyView>> partiesWith(Set<Role> roles) {
    return pool.preparedQuery(
            """
            SELECT id AS party, kind, name, credit_code, citizen_sealed
              FROM identity.party
             WHERE id IN (SELECT party FROM identity.account WHERE roles && $1)
            """)
        .execute(Tuple.of((Object) roles.stream().map(Role::name).toArray(String[]::new)))
        .map(rows -> rows.stream().map(this::partyIn).toList());
  }

  Uni<Optional<AccountView>> account(AccountId account) {
    return pool.preparedQuery(ACCOUNT + "WHERE account.id = $1")
        .execute(Tuple.of(account.id()))
        .map(rows -> first(rows).map(this::accountIn));
  }

  Uni<Optional<Credentials>> credentials(String login) {
    return pool.preparedQuery(ACCOUNT + "WHERE account.login = $1")
        .execute(Tuple.of(login))
        .map(
            rows ->
                first(rows)
                    .map(row -> new Credentials(accountIn(row), row.getString("password_hash"))));
  }

  Uni<Boolean> hasAccounts() {
    return pool.query("SELECT EXISTS (SELECT FROM identity.account) AS any_account")
        .execute()
        .map(rows -> rows.iterator().next().getBoolean("any_account"));
  }

  /** Any individual, whose number must be opened to show it. */
  Uni<Optional<PartyView>> anyIndividual() {
    return pool.query(
            """
            SELECT id AS party, kind, name, credit_code, citizen_sealed
              FROM identity.party
             WHERE citizen_sealed IS NOT NULL
             LIMIT 1
            """)
        .execute()
        .map(rows -> first(rows).map(this::partyIn));
  }

  private Uni<Void> insert(SqlClient client, RegisterParty party, PartyNumber number, Instant at) {
    List<@Nullable Object> row = new ArrayList<>();
    row.addAll(List.of(party.party().id(), party.kind().name(), party.name()));
    row.addAll(columns(number, party.party().id()));
    row.add(at.atOffset(ZoneOffset.UTC));
    return client
        .preparedQuery(
            """
            INSERT INTO identity.party
                   (id, kind, name, credit_code, citizen_sealed, citizen_index, registered_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """)
        .execute(Tuple.from(row))
        .replaceWithVoid();
  }

  /** The credit code, or the sealed number and its index. */
  private List<@Nullable Object> columns(PartyNumber number, UUID party) {
    return switch (number) {
      case PartyNumber.OfBody body -> Arrays.asList(body.code().code(), null, null);
      case PartyNumber.OfPerson person ->
          Arrays.asList(
              null,
              Buffer.buffer(vault.seal(person.number(), party)),
              Buffer.buffer(vault.index(person.number())));
    };
  }

  private static Uni<Void> insert(
      SqlClient client, OpenAccount account, String passwordHash, Instant at) {
    return client
        .preparedQuery(
            """
            INSERT INTO identity.account (id, party, login, password_hash, roles, opened_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """)
        .execute(
            Tuple.from(
                Arrays.asList(
                    account.account().id(),
                    account.party().id(),
                    account.login(),
                    passwordHash,
                    account.roles().stream().map(Role::name).sorted().toArray(String[]::new),
                    at.atOffset(ZoneOffset.UTC))))
        .replaceWithVoid();
  }

  private static Uni<RegistrationOutcome> kept(Uni<Void> insert) {
    return insert
        .replaceWith(RegistrationOutcome.NEW)
        .onFailure(PgException.class)
        .recoverWithUni(failure -> kept((PgException) failure));
  }

  // Its own identity is checked first by PostgreSQL, so a repeated call never looks like a clash.
  private static Uni<RegistrationOutcome> kept(PgException failure) {
    if (!UNIQUE_VIOLATION.equals(failure.getSqlState())) {
      return Uni.createFrom().failure(failure);
    }
    return switch (failure.getConstraint()) {
      case "party_pkey", "account_pkey" -> Uni.createFrom().item(RegistrationOutcome.AGAIN);
      case "party_credit_code_key", "party_citizen_index_key" ->
          Uni.createFrom().item(RegistrationOutcome.NUMBER_TAKEN);
      case "account_login_key" -> Uni.createFrom().item(RegistrationOutcome.LOGIN_TAKEN);
      default -> Uni.createFrom().failure(failure);
    };
  }

  private AccountView accountIn(Row row) {
    return new AccountView(
        new AccountId(row.getUUID("id")),
        row.getString("login"),
        partyIn(row),
        Arrays.stream(row.getArrayOfStrings("roles"))
            .map(Role::valueOf)
            .collect(Collectors.toSet()));
  }

  private PartyView partyIn(Row row) {
    UUID party = row.getUUID("party");
    return new PartyView(
        new PartyId(party),
        PartyKind.valueOf(row.getString("kind")),
        row.getString("name"),
        numberIn(row, party).shown());
  }

  private PartyNumber numberIn(Row row, UUID party) {
    @Nullable String code = row.getString("credit_code");
    return code != null
        ? new PartyNumber.OfBody(new CreditCode(code))
        : new PartyNumber.OfPerson(vault.open(row.getBuffer("citizen_sealed").getBytes(), party));
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
  }
}
