package eco.exchange.identity.account;

/** The outcome of the registration of a party or an account. */
enum RegistrationOutcome {
  /** It is there now. */
  NEW,
  /** It was there already, by an earlier call with the same identity. */
  AGAIN,
  /** Another party has the number. */
  NUMBER_TAKEN,
  /** Another account has the login. */
  LOGIN_TAKEN
}
