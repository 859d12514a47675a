package eco.exchange.settlement.review;

/** A step in the verification of a year's revenue. */
enum VerificationStep {
  /** An officer or a manager wants it verified. */
  BEGUN,
  /** An officer has verified it. */
  ENDED
}
