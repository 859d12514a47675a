package eco.exchange.listing.offer;

import eco.exchange.event.MarketEvent;
import java.util.List;

class ListingOnPostgresTest extends ListingScenarios {

  private static final Postgres POSTGRES = new Postgres();

  @Override
  Market market() {
    return POSTGRES.emptyMarket();
  }

  @Override
  List<MarketEvent> events() {
    return POSTGRES.events();
  }
}
