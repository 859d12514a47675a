package eco.exchange.bidding;

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
}
