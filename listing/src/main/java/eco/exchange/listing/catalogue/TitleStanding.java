package eco.exchange.listing.catalogue;

/** The standing of a title; only a confirmed one may be sold (R-REG-10). */
public enum TitleStanding {
  /** Stated by the transferor, checked by nobody yet. */
  UNCONFIRMED,
  /** Checked by an officer against its papers. */
  CONFIRMED,
  /** Contested; it stays so until an officer confirms the title. */
  DISPUTED
}
