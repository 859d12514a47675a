package eco.exchange.settlement;

import eco.exchange.settlement.books.MemoryBooksStore;
import java.util.List;

class SettlingInMemoryTest extends SettlementScenarios {

  private final MemoryBooksStore store = new MemoryBooksStore();

  @Override
  SettlementMarket opened() {
    return new SettlementMarket(clock -> store, store);
  }

  @Override
  List<String> events() {
    return store.events.stream().map(event -> event.getClass().getSimpleName()).toList();
  }
}
