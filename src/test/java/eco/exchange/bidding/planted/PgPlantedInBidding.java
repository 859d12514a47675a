package eco.exchange.bidding.planted;

/** A store, public only because another package of its module needs it. */
public record PgPlantedInBidding(long lots) {}
