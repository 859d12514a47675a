package eco.exchange.settlement.banking;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.rows.NumberedRow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accounts to which payees are paid, in PostgreSQL. */
@ApplicationScoped
class PgPayeeStore {

  private static final String NOTES =
      """
      SELECT noted.number, noted.payee, source.story, known.party,
             coalesce(ordered.beneficiary, stated.name, '') AS beneficiary,
             noted.holder, noted.account, noted.bank,
             earlier.holder AS earlier_holder, earlier.account AS earlier_account,
             earlier.bank AS earlier_bank,
             noted.noted_by, noted.noted_for, noted.noted_at, confirmation.confirmed_by
        FROM settlement.payee_account noted
        JOIN settlement.account source ON source.name = noted.payee
        LEFT JOIN settlement.payee_account_confirmation confirmation
               ON confirmation.number = noted.number
        LEFT JOIN LATERAL (SELECT party FROM settlement.payee_party
                            WHERE (payee_party.trade, payee_party.payee) = (source.story, noted.payee)
                            LIMIT 1) known ON true
        LEFT JOIN LATERAL (SELECT beneficiary
                             FROM settlement.transfer JOIN settlement.payment_order USING (business_key)
                            WHERE transfer.debit = noted.payee
                            ORDER BY transfer.number DESC LIMIT 1) ordered ON true
        LEFT JOIN LATERAL (SELECT of_contract.payee ->> 'name' AS name
                             FROM settlement.contract,
                                  jsonb_array_elements(contract.terms -> 'payees') of_contract (payee)
                            WHERE contract.trade = source.story AND source.purpose = 'PAYEE'
                              AND of_contract.payee ->> 'key' = source.owner LIMIT 1) stated ON true
        LEFT JOIN LATERAL (SELECT past.holder, past.account, past.bank
                             FROM settlement.payee_account past
                             JOIN settlement.payee_account_confirmation USING (number)
                            WHERE past.payee = noted.payee AND past.number < noted.number
                            ORDER BY past.number DESC LIMIT 1) earlier ON true
      """;

  private final Pool pool;

  PgPayeeStore(Pool pool) {
    this.pool = pool;
  }

  /** Whether the ledger has an account of this name. Members tell theirs in another way, sealed. */
  Uni<Boolean> isKnown(String payee) {
    return list(
            pool,
            "SELECT name FROM settlement.account WHERE name = $1 AND purpose <> 'MEMBER'",
            Tuple.of(payee),
            row -> row.getString("name"))
        .map(found -> !found.isEmpty());
  }

  /** What was noted for a payee, latest first. */
  Uni<List<PayeeAccountView>> notes(String payee) {
    return list(
        pool,
        NOTES + " WHERE noted.payee = $1 ORDER BY noted.number DESC",
        Tuple.of(payee),
        PgPayeeStore::view);
  }

  /** The last note of each payee that nobody has confirmed, oldest first. */
  Uni<Page<PayeeAccountView>> awaited(Optional<String> after, int limit) {
    return list(
            pool,
            NOTES
                + """
                   WHERE noted.number > $1 AND confirmation.confirmed_by IS NULL
                     AND NOT EXISTS (SELECT FROM settlement.payee_account later
                                      WHERE later.payee = noted.payee AND later.number > noted.number)
                   ORDER BY noted.number LIMIT $2
                  """,
            Tuple.of(after.map(Long::parseLong).orElse(0L), limit),
            row -> new NumberedRow<>(row.getLong("number"), view(row)))
        .map(rows -> NumberedRow.page(rows, limit));
  }

  Uni<Void> note(String payee, BankAccount account, Actor by, Instant now) {
    return pool.preparedQuery(
            """
            INSERT INTO settlement.payee_account
                        (payee, holder, account, bank, noted_by, noted_for, noted_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """)
        .execute(
            Tuple.tuple()
                .addString(payee)
                .addString(account.holder())
                .addString(account.number())
                .addString(account.bank())
                .addUUID(by.account().id())
                .addUUID(by.party().id())
                .addOffsetDateTime(utc(now)))
        .replaceWithVoid();
  }

  Uni<Void> confirm(long number, AccountId by, Instant now) {
    return pool.preparedQuery(
            """
            INSERT INTO settlement.payee_account_confirmation (number, confirmed_by, confirmed_at)
            VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
            """)
        .execute(Tuple.of(number, by.id(), utc(now)))
        .replaceWithVoid();
  }

  private static PayeeAccountView view(Row row) {
    return new PayeeAccountView(
        row.getLong("number"),
        row.getString("payee"),
        row.getString("story"),
        row.getString("beneficiary"),
        Optional.ofNullable(row.getUUID("party")).map(PartyId::new),
        new BankAccount(row.getString("holder"), row.getString("account"), row.getString("bank")),
        earlier(row),
        new AccountId(row.getUUID("noted_by")),
        new PartyId(row.getUUID("noted_for")),
        row.getOffsetDateTime("noted_at").toInstant(),
        Optional.ofNullable(row.getUUID("confirmed_by")).map(AccountId::new));
  }

  private static Optional<BankAccount> earlier(Row row) {
    return Optional.ofNullable(row.getString("earlier_account"))
        .map(
            number ->
                new BankAccount(
                    row.getString("earlier_holder"), number, row.getString("earlier_bank")));
  }
}
