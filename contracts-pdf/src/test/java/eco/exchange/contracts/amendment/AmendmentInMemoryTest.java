package eco.exchange.contracts.amendment;

import eco.exchange.contracts.contract.ContractStore;
import eco.exchange.contracts.contract.MemoryContractStore;
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
