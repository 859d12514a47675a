package eco.exchange.bidding;

import eco.exchange.testing.TestDatabase;
import org.junit.jupiter.api.Nested;

/** What bidding promises, kept in PostgreSQL. */
class BiddingOnPostgresTest {

  @Nested
  class Applying extends ApplyingToBid {
    Applying() {
      super(PgStores.of(TestDatabase.migrated()));
    }
  }

  @Nested
  class Selling extends SellingALot {
    Selling() {
      super(PgStores.of(TestDatabase.migrated()));
    }
  }

  @Nested
  class Deciding extends DecidingAnAward {
    Deciding() {
      super(PgStores.of(TestDatabase.migrated()));
    }
  }

  @Nested
  class Sealing extends SealingAndOpening {
    Sealing() {
      super(SealedHall.on(TestDatabase.migrated()));
    }
  }

  @Nested
  class Lapsing extends LettingAnAwardLapse {
    Lapsing() {
      super(PgStores.of(TestDatabase.migrated()));
    }
  }

  @Nested
  class Apart extends KeepingPeopleApart {
    Apart() {
      super(PgStores.of(TestDatabase.migrated()));
    }
  }
}
