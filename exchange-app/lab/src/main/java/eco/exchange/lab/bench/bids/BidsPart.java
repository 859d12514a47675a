package eco.exchange.lab.bench.bids;

/** The parts of the bench of the bids. Each part can be run alone. */
public enum BidsPart {
  /** The obvious design, on one hot lot and on a hundred. */
  OBVIOUS,
  /** The door of bidding, on one hot lot. */
  DOOR,
  /** What a bid costs on a short book and on a long one. */
  GROWTH,
  /** The whole exchange, with authentication. */
  HTTP,
  /** The pure fold. */
  FOLD,
  /** Those who watch while others bid. */
  WATCHERS;

  /** The name of the bench. */
  public static final String BENCH = "bids";
}
