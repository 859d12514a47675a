package eco.exchange.bidding.application;

/**
 * The grounds on which an applicant claims to come first at the same price (R-REG-5); its papers
 * stand among those of the application.
 */
public enum PriorityClaim {
  /** A member of the collective that owns the land. */
  COLLECTIVE_MEMBER,
  /** Who operates the right until it expires. */
  CURRENT_OPERATOR,
  /** Another right, which the papers explain. */
  OTHER
}
