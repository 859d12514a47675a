package eco.exchange.identity.account;

import eco.exchange.market.AccountId;
import java.util.Set;

/**
 * An account as its owner and the administrator see it.
 *
 * @param account the person who signs in
 * @param login the name to sign in with
 * @param party the party for which the person acts
 * @param roles what the person may do
 */
public record AccountView(AccountId account, String login, PartyView party, Set<Role> roles) {

  /** Copies the roles. */
  public AccountView {
    roles = Set.copyOf(roles);
  }
}
