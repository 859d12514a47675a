package eco.exchange.bidding.desk;

import eco.exchange.bidding.application.ApplyingToBid;
import eco.exchange.bidding.application.KeepingPeopleApart;
import eco.exchange.bidding.award.DecidingAnAward;
import eco.exchange.bidding.award.LettingAnAwardLapse;
import eco.exchange.bidding.opening.SealedHall;
import eco.exchange.bidding.opening.SealingAndOpening;
import org.junit.jupiter.api.Nested;

/** What bidding promises, kept in memory. */
class BiddingInMemoryTest {

  @Nested
  class Applying extends ApplyingToBid {
    Applying() {
      super(MemoryStores.fresh());
    }
  }

  @Nested
  class Selling extends SellingALot {
    Selling() {
      super(MemoryStores.fresh());
    }
  }

  @Nested
  class Deciding extends DecidingAnAward {
    Deciding() {
      super(MemoryStores.fresh());
    }
  }

  @Nested
  class Sealing extends SealingAndOpening {
    Sealing() {
      super(SealedHall.inMemory());
    }
  }

  @Nested
  class Lapsing extends LettingAnAwardLapse {
    Lapsing() {
      super(MemoryStores.fresh());
    }
  }

  @Nested
  class Apart extends KeepingPeopleApart {
    Apart() {
      super(MemoryStores.fresh());
    }
  }

  @Nested
  class Agreeing extends AgreeingWithOne {
    Agreeing() {
      super(MemoryStores.fresh());
    }
  }
}
