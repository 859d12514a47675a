package eco.exchange.settlement.ledger;

/**
 * The name of an account, which is its place in the tree of accounts.
 *
 * <p>For example, in 'E640425C0120261121000001M:PAYEE:village' the story is a trade, and the
 * account is the one of the payee 'village' of its contract.
 *
 * @param story the key of a {@link Story}; no two stories share an account, so that trades never
 *     wait for each other
 * @param purpose what the account is for
 * @param owner who owns it, if the story has several of this purpose; else empty
 */
public record AccountName(String story, AccountPurpose purpose, String owner)
    implements Comparable<AccountName> {

  /** The only account of a story for a purpose. */
  public static AccountName of(String story, AccountPurpose purpose) {
    return new AccountName(story, purpose, "");
  }

  /** The whole name, its parts divided by colons. */
  public String text() {
    return owner.isEmpty() ? story + ":" + purpose : story + ":" + purpose + ":" + owner;
  }

  @Override
  public int compareTo(AccountName other) {
    return text().compareTo(other.text());
  }

  @Override
  public String toString() {
    return text();
  }
}
