package eco.exchange.contracts.contract;

import eco.exchange.event.MarketEvent;
import eco.exchange.market.ContractId;
import java.util.List;

class ContractInMemoryTest extends ContractScenarios {

  private final MemoryContractStore store = new MemoryContractStore();

  @Override
  ContractStore store() {
    return store;
  }

  @Override
  List<MarketEvent> events() {
    return store.events;
  }

  @Override
  void forge(ContractId contract, byte[] paper) {
    store.papers.put(contract.number(), paper);
  }
}
