package eco.exchange.flow.planted;

import eco.exchange.listing.planted.PlantedInListing;
import org.jspecify.annotations.Nullable;

/** The other half of a circle. */
public record PlantedInFlow(@Nullable PlantedInListing downstairs) {}
