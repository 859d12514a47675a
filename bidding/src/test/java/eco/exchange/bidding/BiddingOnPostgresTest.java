package eco.exchange.bidding;

import eco.exchange.testing.TestDatabase;

class BiddingOnPostgresTest extends BiddingScenarios {

  @Override
  Stores stores() {
    return PgStores.of(TestDatabase.migrated());
  }
}
