package eco.exchange.settlement.generalledger;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.money.Money;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Ledger;
import eco.exchange.settlement.ledger.LedgerAccount;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.settlement.ledger.TransferEffect;
import eco.exchange.settlement.ledger.TransferPhase;
import eco.exchange.settlement.rows.PgRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Accounts and transfers in PostgreSQL. */
public final class PgLedgerRows {

  public static final String TRANSFERS =
      """
      SELECT transfer.business_key, transfer.amount_fen, transfer.code, transfer.phase,
             transfer.pending, transfer.expires_at, transfer.corrects, transfer.event_at,
             debit.story AS debit_story, debit.purpose AS debit_purpose,
             debit.owner AS debit_owner, credit.story AS credit_story,
             credit.purpose AS credit_purpose, credit.owner AS credit_owner
        FROM settlement.transfer
        JOIN settlement.account debit ON debit.name = transfer.debit
        JOIN settlement.account credit ON credit.name = transfer.credit
      """;
  private static final String HOLDS =
      TRANSFERS
          + """
             WHERE debit.story = ANY ($1)
               AND (transfer.phase = 'PENDING' OR transfer.pending IS NOT NULL)
             ORDER BY transfer.number
            """;
  // Each index is asked by itself: of a condition with OR the planner knows no good way.
  private static final String NAMED =
      TRANSFERS
          + """
             WHERE transfer.number IN
                   (SELECT number FROM settlement.transfer WHERE business_key = ANY ($1)
                    UNION SELECT number FROM settlement.transfer WHERE pending = ANY ($2)
                    UNION SELECT number FROM settlement.transfer WHERE corrects = ANY ($3))
            """;
  private static final String ACCOUNTS =
      """
      SELECT story, purpose, owner, balance_fen, held_fen, closed_at IS NOT NULL AS is_closed
        FROM settlement.account
      """;
  private static final String WRITE =
      """
      INSERT INTO settlement.transfer (business_key, debit, credit, amount_fen, code, phase, pending,
                                       expires_at, corrects, event_at, recorded_at)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[],
                           $7::text[], $8::timestamptz[], $9::text[], $10::timestamptz[],
                           $11::timestamptz[])
      """;

  private PgLedgerRows() {}

  /** The accounts of some stories. */
  public static Uni<List<LedgerAccount>> accounts(SqlClient client, String[] stories) {
    return list(
        client, ACCOUNTS + " WHERE story = ANY ($1)", Tuple.of(stories), PgLedgerRows::account);
  }

  /** Every hold of some stories, with what became of it. */
  public static Uni<List<Transfer>> holds(SqlClient client, String[] stories) {
    return list(client, HOLDS, Tuple.of(stories), PgLedgerRows::transfer);
  }

  /**
   * The ledger as far as some transfers need it, its accounts locked in the order of their names.
   */
  static Uni<Ledger> lock(SqlClient transaction, List<Transfer> transfers) {
    return list(
            transaction,
            ACCOUNTS + " WHERE name = ANY ($1) ORDER BY name FOR UPDATE",
            Tuple.of(names(transfers).stream().map(AccountName::text).toArray(String[]::new)),
            PgLedgerRows::account)
        .chain(accounts -> named(transaction, transfers).map(known -> Ledger.of(accounts, known)));
  }

  /** What stands in the ledger under the keys of some transfers, and under those they name. */
  static Uni<List<Transfer>> named(SqlClient client, List<Transfer> transfers) {
    List<String> holds = keys(transfers, transfer -> transfer.effect().resolved());
    List<String> mistakes = keys(transfers, transfer -> transfer.effect().corrected());
    String[] keys =
        Stream.of(transfers.stream().map(Transfer::key), holds.stream(), mistakes.stream())
            .flatMap(Function.identity())
            .toArray(String[]::new);
    return list(
        client,
        NAMED,
        Tuple.of(keys, holds.toArray(String[]::new), mistakes.toArray(String[]::new)),
        PgLedgerRows::transfer);
  }

  /** The holds whose time has come by a moment and that nobody has resolved. */
  static Uni<List<Transfer>> overdue(SqlClient client, Instant moment, int limit) {
    return list(
        client,
        TRANSFERS
            + """
               WHERE transfer.expires_at <= $1
                 AND NOT EXISTS (SELECT FROM settlement.transfer resolution
                                  WHERE resolution.pending = transfer.business_key)
               ORDER BY transfer.expires_at LIMIT $2
              """,
        Tuple.of(utc(moment), limit),
        PgLedgerRows::transfer);
  }

  /** Writes transfers, and the accounts that they need, each in one statement. */
  public static Uni<Void> write(SqlClient transaction, List<Transfer> transfers, Instant at) {
    return transfers.isEmpty()
        ? Uni.createFrom().voidItem()
        : open(transaction, names(transfers)).chain(() -> move(transaction, transfers, at));
  }

  /** Opens accounts that are not there yet. */
  public static Uni<Void> open(SqlClient transaction, List<AccountName> names) {
    return PgRows.of(names)
        .texts(AccountName::text)
        .texts(AccountName::story)
        .texts(name -> name.purpose().name())
        .texts(AccountName::owner)
        .write(
            transaction,
            """
            INSERT INTO settlement.account (name, story, purpose, owner)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
            ON CONFLICT DO NOTHING
            """);
  }

  /** Writes transfers between accounts that are there; shares are moved by their distribution. */
  static Uni<Void> move(SqlClient transaction, List<Transfer> transfers, Instant recordedAt) {
    return PgRows.of(transfers)
        .texts(Transfer::key)
        .texts(transfer -> transfer.debit().text())
        .texts(transfer -> transfer.credit().text())
        .fen(Transfer::amount)
        .texts(transfer -> transfer.code().name())
        .texts(transfer -> transfer.effect().phase().name())
        .texts(transfer -> transfer.effect().resolved().orElse(null))
        .times(PgLedgerRows::until)
        .texts(transfer -> transfer.effect().corrected().orElse(null))
        .times(Transfer::at)
        .times(transfer -> recordedAt)
        .write(transaction, WRITE);
  }

  /** The accounts that transfers touch, in the order in which they are locked. */
  static List<AccountName> names(List<Transfer> transfers) {
    return transfers.stream()
        .flatMap(transfer -> Stream.of(transfer.debit(), transfer.credit()))
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> keys(List<Transfer> list, Function<Transfer, Optional<String>> key) {
    return list.stream().flatMap(transfer -> key.apply(transfer).stream()).toList();
  }

  private static @Nullable Instant until(Transfer transfer) {
    return transfer.effect() instanceof TransferEffect.Hold hold ? hold.until().orElse(null) : null;
  }

  private static LedgerAccount account(Row row) {
    return new LedgerAccount(
        new AccountName(
            row.getString("story"),
            AccountPurpose.valueOf(row.getString("purpose")),
            row.getString("owner")),
        new Money(row.getLong("balance_fen")),
        new Money(row.getLong("held_fen")),
        row.getBoolean("is_closed"));
  }

  public static Transfer transfer(Row row) {
    return new Transfer(
        row.getString("business_key"),
        side(row, "debit"),
        side(row, "credit"),
        new Money(row.getLong("amount_fen")),
        TransferCode.valueOf(row.getString("code")),
        effect(row),
        row.getOffsetDateTime("event_at").toInstant());
  }

  private static TransferEffect effect(Row row) {
    String hold = row.getString("pending");
    String mistaken = row.getString("corrects");
    return switch (TransferPhase.valueOf(row.getString("phase"))) {
      case PENDING ->
          new TransferEffect.Hold(
              Optional.ofNullable(row.getOffsetDateTime("expires_at")).map(it -> it.toInstant()));
      case VOIDED -> new TransferEffect.Release(hold);
      case EXPIRED -> new TransferEffect.Expire(hold);
      case POSTED -> {
        if (hold != null) {
          yield new TransferEffect.Post(hold);
        }
        yield mistaken == null ? new TransferEffect.Move() : new TransferEffect.Correct(mistaken);
      }
    };
  }

  private static AccountName side(Row row, String side) {
    return new AccountName(
        row.getString(side + "_story"),
        AccountPurpose.valueOf(row.getString(side + "_purpose")),
        row.getString(side + "_owner"));
  }
}
