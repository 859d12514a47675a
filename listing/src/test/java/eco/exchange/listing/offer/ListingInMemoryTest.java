package eco.exchange.listing.offer;

import eco.exchange.event.MarketEvent;
import java.util.List;

class ListingInMemoryTest extends ListingScenarios {

  private final MemoryListingStore store = new MemoryListingStore();

  @Override
  Market market() {
    return new Market(store, store);
  }

  @Override
  List<MarketEvent> events() {
    return store.events;
  }
}
