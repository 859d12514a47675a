package eco.exchange.demo;

/** How money comes in and goes out in a walk: by a bank and its files, or by the officer's hand. */
public interface Till {

  /**
   * Somebody pays in to a sub-account.
   *
   * @param key the key of the step, the same on every walk
   * @param number the sub-account
   * @param amount how much, in yuan
   * @param payer who pays, by name
   * @param at when it arrives, as the interface tells times
   */
  record PayIn(String key, String number, String amount, String payer, String at) {}

  /** The money arrives. */
  void payIn(Cast cast, PayIn what);

  /**
   * All that was shared is paid. It is ordered a moment after it was shared.
   *
   * @param payments the address that tells the payments
   * @param shared how many parts were shared that go to the bank
   */
  void payOut(Cast cast, String payments, long shared);
}
