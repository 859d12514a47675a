package eco.exchange.settlement.collective;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import eco.exchange.market.PartyId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;

/** The collectives that payees are, as PostgreSQL has them. */
public final class PgBeneficiaries {

  private PgBeneficiaries() {}

  /** Which collective a payee is; empty if no naming was confirmed. */
  public static Uni<Optional<BeneficiaryView>> of(
      SqlClient client, ContractId contract, String payee) {
    return list(
            client,
            """
            SELECT contract, payee, number, party, name, named_by, confirmed_by, confirmed_at
              FROM settlement.beneficiary WHERE (contract, payee) = ($1, $2)
            """,
            Tuple.of(contract.number(), payee),
            PgBeneficiaries::beneficiary)
        .map(found -> found.stream().findFirst());
  }

  private static BeneficiaryView beneficiary(Row row) {
    return new BeneficiaryView(
        ContractId.parse(row.getString("contract")),
        row.getString("payee"),
        row.getInteger("number"),
        new NamedParty(new PartyId(row.getUUID("party")), row.getString("name")),
        new AccountId(row.getUUID("named_by")),
        new AccountId(row.getUUID("confirmed_by")),
        row.getOffsetDateTime("confirmed_at").toInstant());
  }
}
