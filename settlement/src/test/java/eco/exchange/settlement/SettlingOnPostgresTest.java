package eco.exchange.settlement;

import eco.exchange.testing.TestDatabase;
import java.util.List;

class SettlingOnPostgresTest extends SettlementScenarios {

  private final PgMarket database = new PgMarket(TestDatabase.migrated());

  @Override
  SettlementMarket opened() {
    return database.market();
  }

  @Override
  List<String> events() {
    return database.texts("SELECT kind FROM market.outbox ORDER BY id");
  }
}
