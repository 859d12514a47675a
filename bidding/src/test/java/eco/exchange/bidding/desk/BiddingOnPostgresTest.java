package eco.exchange.bidding.desk;

import eco.exchange.bidding.application.ApplyingToBid;
import eco.exchange.bidding.application.KeepingPeopleApart;
import eco.exchange.bidding.award.DecidingAnAward;
import eco.exchange.bidding.award.LettingAnAwardLapse;
import eco.exchange.bidding.opening.SealedHall;
import eco.exchange.bidding.opening.SealingAndOpening;
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

  @Nested
  class Agreeing extends AgreeingWithOne {
    Agreeing() {
      super(PgStores.of(TestDatabase.migrated()));
    }
  }
}
