package eco.exchange.bidding.lot;

/** The causes for which nobody got a lot; the name is the cause that the event carries. */
public enum UnsoldCause {
  /** Nobody applied while applications were taken. */
  NO_APPLICANT,
  /** Nobody was qualified and paid the deposit in time. */
  NO_BIDDER,
  /** Nobody bid. */
  NO_BID,
  /** No bid reached the secret floor. */
  BELOW_FLOOR,
  /** Fewer sealed offers than the notice demands; none was opened. */
  TOO_FEW_OFFERS,
  /** No sealed offer could be opened and accepted. */
  NO_VALID_OFFER,
  /** More than one wanted it, so that it may not be sold by agreement. */
  COMPETITION_REQUIRED,
  /** There was a winner, but the centre refused the award. */
  AWARD_REFUSED,
  /** The winner has lost the award, and nobody came after. */
  AWARD_LAPSED
}
