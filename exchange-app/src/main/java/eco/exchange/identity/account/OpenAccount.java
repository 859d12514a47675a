package eco.exchange.identity.account;

import eco.exchange.market.AccountId;
import eco.exchange.market.PartyId;
import java.util.Set;

/**
 * The command to open an account for a person who acts for a party.
 *
 * @param account its new identity; doing it again with the same one changes nothing
 * @param party the party for which the person will act
 * @param login the name to sign in with
 * @param password the first password
 * @param roles what the person may do
 */
public record OpenAccount(
    AccountId account, PartyId party, String login, String password, Set<Role> roles) {

  /** Copies the roles. */
  public OpenAccount {
    roles = Set.copyOf(roles);
  }

  // The password is a secret, so it stays out of logs.
  @Override
  public String toString() {
    return "OpenAccount[" + account + ", " + party + ", " + login + ", " + roles + "]";
  }
}
