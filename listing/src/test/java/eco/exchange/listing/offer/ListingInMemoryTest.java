package eco.exchange.listing.offer;

import eco.exchange.event.MarketEvent;
import eco.exchange.listing.catalogue.Catalogues;
import eco.exchange.listing.catalogue.MemoryCatalogueStore;
import java.util.List;

class ListingInMemoryTest extends ListingScenarios {

  private final MemoryCatalogueStore products = new MemoryCatalogueStore();
  private final MemoryListingStore store = new MemoryListingStore(products);

  @Override
  Market market() {
    return new Market(clock -> Catalogues.inMemory(products, clock), store);
  }

  @Override
  List<MarketEvent> events() {
    return store.events;
  }
}
