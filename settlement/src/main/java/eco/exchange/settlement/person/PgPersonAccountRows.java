package eco.exchange.settlement.person;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.rows.PgRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The accounts to which members are paid, as they are written. */
public final class PgPersonAccountRows {

  private PgPersonAccountRows() {}

  /**
   * The occasion on which accounts are told.
   *
   * @param contract the contract
   * @param payee the key of the payee whose members are paid
   * @param roster the text of the roster on which they stand, if they are told with one
   * @param by who tells them
   * @param at when
   */
  public record Telling(
      ContractId contract, String payee, Optional<String> roster, AccountId by, Instant at) {}

  /** Writes accounts that are told. */
  public static Uni<Void> write(
      SqlClient transaction, Telling telling, List<SealedAccount> accounts) {
    return PgRows.of(accounts)
        .texts(account -> telling.contract().number())
        .texts(account -> telling.payee())
        .texts(SealedAccount::person)
        .texts(account -> telling.roster().orElse(null))
        .texts(account -> account.shown().holder())
        .texts(account -> account.shown().number())
        .texts(account -> account.shown().bank())
        .texts(SealedAccount::mark)
        .texts(SealedAccount::sealed)
        .each(UUID[]::new, account -> telling.by().id())
        .times(account -> telling.at())
        .write(
            transaction,
            """
            INSERT INTO settlement.person_account (contract, payee, person, roster, holder, account, bank,
                                                   mark, sealed, told_by, told_at)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                                 $7::text[], $8::text[], $9::text[], $10::uuid[], $11::timestamptz[])
            """);
  }
}
