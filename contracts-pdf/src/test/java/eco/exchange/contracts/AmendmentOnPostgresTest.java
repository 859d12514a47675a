package eco.exchange.contracts;

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
