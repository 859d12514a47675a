package eco.exchange.web.people;

import eco.exchange.identity.account.AccountView;
import eco.exchange.identity.account.Accounts;
import eco.exchange.identity.account.PartyKind;
import eco.exchange.identity.account.RegisterParty;
import eco.exchange.market.AccountId;
import eco.exchange.market.PartyId;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.Printable;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * The registration of those who want to bid, by themselves; the login makes a repeated request
 * harmless.
 */
@Path("/api/v1/bidders")
class BiddersResource {

  private final Accounts accounts;

  BiddersResource(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The body of a request to be registered as a bidder. */
  record NewBidder(
      PartyKind kind,
      @Printable @Size(min = 1, max = 200) String name,
      @Size(min = 1, max = 18) String number,
      @Size(min = 1, max = 64) String login,
      @Size(min = 1, max = 200) String password) {

    @Override
    public String toString() {
      return "NewBidder[" + login + "]";
    }
  }

  /** Registers an enterprise, a collective or an individual that wants to bid. */
  @POST
  @PermitAll
  @ResponseStatus(201)
  public Uni<AccountView> register(@Valid NewBidder body) {
    PartyId party = new PartyId(UUID.randomUUID());
    return accounts
        .registerBidder(
            new RegisterParty(party, body.kind(), body.name(), body.number()),
            new AccountId(UUID.randomUUID()),
            body.login(),
            body.password())
        .map(Problems::done);
  }
}
