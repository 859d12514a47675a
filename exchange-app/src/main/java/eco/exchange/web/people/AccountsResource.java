package eco.exchange.web.people;

import eco.exchange.identity.account.AccountView;
import eco.exchange.identity.account.Accounts;
import eco.exchange.identity.account.OpenAccount;
import eco.exchange.identity.account.Role;
import eco.exchange.identity.account.Roles;
import eco.exchange.market.AccountId;
import eco.exchange.market.PartyId;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import eco.exchange.web.request.RequestKey;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The accounts that the administrator opens, and each person's own. */
@Path("/api/v1")
class AccountsResource {

  private final Accounts accounts;
  private final RequestKey key;
  private final CurrentActor caller;

  AccountsResource(Accounts accounts, RequestKey key, CurrentActor caller) {
    this.accounts = accounts;
    this.key = key;
    this.caller = caller;
  }

  /** The body of a request to open an account. */
  record NewAccount(
      PartyId party,
      @Size(min = 1, max = 64) String login,
      @Size(min = 1, max = 200) String password,
      @Size(min = 1, max = 8) Set<Role> roles) {

    @Override
    public String toString() {
      return "NewAccount[" + login + "]";
    }
  }

  /** Opens an account for a person who acts for a registered party. */
  @POST
  @Path("accounts")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Idempotent
  @ResponseStatus(201)
  public Uni<AccountView> open(@Valid NewAccount body) {
    AccountId account = new AccountId(key.idFor("account"));
    return accounts
        .open(new OpenAccount(account, body.party(), body.login(), body.password(), body.roles()))
        .map(Problems::done);
  }

  /** The caller's own account. */
  @GET
  @Path("me")
  @Authenticated
  public Uni<AccountView> me() {
    return accounts.account(caller.actor().account()).map(Problems::found);
  }
}
