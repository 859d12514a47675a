package eco.exchange.bidding;

class BiddingInMemoryTest extends BiddingScenarios {

  @Override
  Stores stores() {
    return MemoryStores.fresh();
  }
}
