package eco.exchange.listing.offer;

/** The states of a listing, in the order of a sale that succeeds. */
public enum ListingState {
  /** Being written by the transferor. */
  DRAFT,
  /** Handed in, under review by the centre. */
  SUBMITTED,
  /** Sent back to be mended; it may be submitted again. */
  RETURNED,
  /** Public, with its terms frozen. */
  DISCLOSED,
  /** Won by a bidder. */
  AWARDED,
  /** Ended without a buyer. */
  UNSOLD,
  /** Contracted, paid, and certified. */
  CERTIFIED;

  /** Whether the public may see a listing in this state. */
  public boolean isPublic() {
    return compareTo(DISCLOSED) >= 0;
  }
}
