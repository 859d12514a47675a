package eco.exchange.bidding.ban;

/** Who may read that a subject is banned. */
public enum BanScope {
  /** Anybody. */
  PUBLIC,
  /** The centre and those who watch over it. */
  OFFICES
}
