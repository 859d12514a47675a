package eco.exchange.flow.planted;

import eco.exchange.bidding.planted.PgPlantedInBidding;
import eco.exchange.listing.planted.PlantedInListing;
import org.jspecify.annotations.Nullable;

/** The other half of a circle, which also reaches inside a module. */
public record PlantedInFlow(@Nullable PlantedInListing downstairs, PgPlantedInBidding inside) {}
