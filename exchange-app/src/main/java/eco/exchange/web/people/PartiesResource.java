package eco.exchange.web.people;

import eco.exchange.identity.account.Accounts;
import eco.exchange.identity.account.PartyKind;
import eco.exchange.identity.account.PartyView;
import eco.exchange.identity.account.RegisterParty;
import eco.exchange.identity.account.Roles;
import eco.exchange.market.PartyId;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.Idempotent;
import eco.exchange.web.request.Printable;
import eco.exchange.web.request.RequestKey;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The parties that the administrator registers. */
@Path("/api/v1/parties")
class PartiesResource {

  private final Accounts accounts;
  private final RequestKey key;

  PartiesResource(Accounts accounts, RequestKey key) {
    this.accounts = accounts;
    this.key = key;
  }

  /** The body of a request to register a party. */
  record NewParty(
      PartyKind kind,
      @Printable @Size(min = 1, max = 200) String name,
      @Size(min = 1, max = 18) String number) {

    @Override
    public String toString() {
      return "NewParty[" + kind + ", " + name + "]";
    }
  }

  /** Registers a party. */
  @POST
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Idempotent
  @ResponseStatus(201)
  public Uni<PartyView> register(@Valid NewParty body) {
    PartyId party = new PartyId(key.idFor("party"));
    return accounts
        .register(new RegisterParty(party, body.kind(), body.name(), body.number()))
        .map(Problems::done);
  }
}
