package eco.exchange.contracts.amendment;

import eco.exchange.contracts.contract.ContractOnPostgresTest;
import eco.exchange.contracts.contract.ContractStore;
import eco.exchange.event.MarketEvent;
import java.util.List;

class AmendmentOnPostgresTest extends AmendmentScenarios {

  @Override
  ContractStore store() {
    return ContractOnPostgresTest.empty();
  }

  @Override
  List<MarketEvent> events() {
    return ContractOnPostgresTest.written();
  }
}
