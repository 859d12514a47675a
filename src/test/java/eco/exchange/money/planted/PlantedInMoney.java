package eco.exchange.money.planted;

import eco.exchange.listing.offer.Listings;
import io.quarkus.runtime.StartupEvent;

/** A core that knows a module and a framework. */
public record PlantedInMoney(Listings listings, StartupEvent start) {}
