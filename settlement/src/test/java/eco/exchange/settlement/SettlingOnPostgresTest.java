package eco.exchange.settlement;

import eco.exchange.testing.TestDatabase;
import java.util.List;

class SettlingOnPostgresTest extends SettlementScenarios {

  private final PgMarketStore database = new PgMarketStore(TestDatabase.migrated());

  @Override
  Market opened() {
    return database.market();
  }

  @Override
  List<String> events() {
    return database.texts("SELECT kind FROM market.outbox ORDER BY id");
  }
}
