package eco.exchange.contracts.contract;

import eco.exchange.event.MarketEvent;
import eco.exchange.market.ContractId;
import eco.exchange.outbox.EventJson;
import eco.exchange.outbox.Outbox;
import eco.exchange.testing.TestDatabase;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

public class ContractOnPostgresTest extends ContractScenarios {

  private static final TestDatabase DATABASE = TestDatabase.migrated();
  private static final Pool POOL = DATABASE.pool();
  private static final Mutiny.SessionFactory SESSIONS =
      DATABASE.sessions(ContractRow.class, CertificateRow.class, IssuedRow.class, PaperRow.class);

  @Override
  ContractStore store() {
    return empty();
  }

  @Override
  List<MarketEvent> events() {
    return written();
  }

  /** An empty store in the database that all tests of contracts share. */
  public static ContractStore empty() {
    run(
        "TRUNCATE contracts.certificate, contracts.contract, contracts.issued, contracts.paper,"
            + " market.outbox");
    return new HibernateContractStore(SESSIONS, new Outbox(Clock.systemUTC()));
  }

  /** The events that it has kept. */
  public static List<MarketEvent> written() {
    List<MarketEvent> events = new ArrayList<>();
    String sql = "SELECT kind, body::text AS body FROM market.outbox ORDER BY id";
    for (Row row : await(POOL.query(sql).execute())) {
      events.add(EventJson.read(row.getString("kind"), row.getString("body")));
    }
    return events;
  }

  @Override
  void forge(ContractId contract, byte[] paper) {
    String sql = "UPDATE contracts.paper SET body = $2 WHERE number = $1";
    Tuple values = Tuple.of(contract.number(), Buffer.buffer(paper));
    await(POOL.preparedQuery(sql).execute(values).replaceWithVoid());
  }

  private static void run(String sql) {
    await(POOL.query(sql).execute().replaceWithVoid());
  }
}
