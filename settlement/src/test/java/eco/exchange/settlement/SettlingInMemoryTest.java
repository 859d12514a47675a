package eco.exchange.settlement;

import java.util.List;

class SettlingInMemoryTest extends SettlementScenarios {

  private final MemorySettlementStore store = new MemorySettlementStore();

  @Override
  Market opened() {
    return new Market(clock -> store, store);
  }

  @Override
  List<String> events() {
    return store.events.stream().map(event -> event.getClass().getSimpleName()).toList();
  }
}
