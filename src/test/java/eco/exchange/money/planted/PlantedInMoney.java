package eco.exchange.money.planted;

import eco.exchange.listing.planted.PlantedInListing;
import io.quarkus.runtime.StartupEvent;

/** A core that knows a module and a framework. */
public record PlantedInMoney(PlantedInListing listing, StartupEvent start) {}
