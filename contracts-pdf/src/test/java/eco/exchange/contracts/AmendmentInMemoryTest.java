package eco.exchange.contracts;

import eco.exchange.event.MarketEvent;
import java.util.List;

class AmendmentInMemoryTest extends AmendmentScenarios {

  private final MemoryContractStore store = new MemoryContractStore();

  @Override
  ContractStore store() {
    return store;
  }

  @Override
  List<MarketEvent> events() {
    return store.events;
  }
}
