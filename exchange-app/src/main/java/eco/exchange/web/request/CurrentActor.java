package eco.exchange.web.request;

import eco.exchange.identity.account.Role;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.PartyId;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The actor who asks: the person and the party of the access token. Ask it before the first
 * asynchronous step, and only where the endpoint demands a role.
 */
@RequestScoped
public class CurrentActor {

  /** The claim that names the party. */
  static final String PARTY = "party";

  private final JsonWebToken token;

  CurrentActor(JsonWebToken token) {
    this.token = token;
  }

  /** The person and the party. */
  public Actor actor() {
    return new Actor(AccountId.parse(token.getSubject()), party());
  }

  /** The party for which the person acts. */
  public PartyId party() {
    return PartyId.parse(token.getClaim(PARTY));
  }

  /** What the person may do. */
  public Set<Role> roles() {
    return token.getGroups().stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the person has a role. */
  public boolean is(Role role) {
    return roles().contains(role);
  }

  /** The session to which the token belongs. */
  public UUID session() {
    return UUID.fromString(token.getClaim("sid"));
  }
}
