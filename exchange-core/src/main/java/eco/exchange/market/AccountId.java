package eco.exchange.market;

import java.util.UUID;

/**
 * The identity of an account: one person who signs in, always for one party.
 *
 * @param id the identity, which says nothing by itself
 */
public record AccountId(UUID id) {

  /** Reads an identity from its text. */
  public static AccountId parse(String text) {
    return new AccountId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
