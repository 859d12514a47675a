package eco.exchange.bidding.ban;

/** The readers of a ban: to whom it is told that a subject is banned. */
public enum BanScope {
  /** Anybody. */
  PUBLIC,
  /** The centre and those who watch over it. */
  OFFICES
}
