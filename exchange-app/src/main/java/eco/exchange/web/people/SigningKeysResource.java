package eco.exchange.web.people;

import eco.exchange.contracts.proof.CertificateState;
import eco.exchange.contracts.proof.Proofs;
import eco.exchange.identity.account.Accounts;
import eco.exchange.identity.account.PartyView;
import eco.exchange.identity.account.Roles;
import eco.exchange.market.NamedParty;
import eco.exchange.market.PartyId;
import eco.exchange.web.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The keys by which parties sign at the exchange, as the administrator watches over them. */
@Path("/api/v1/parties/{party}/signing-key")
@RolesAllowed(Roles.ADMINISTRATOR)
class SigningKeysResource {

  private final Accounts accounts;
  private final Proofs proofs;

  SigningKeysResource(Accounts accounts, Proofs proofs) {
    this.accounts = accounts;
    this.proofs = proofs;
  }

  /** Revokes the certificate of a party's key: lost, stolen, or the person has left. */
  @POST
  @Path("revocation")
  public Uni<CertificateState> revoke(@PathParam("party") PartyId party) {
    return named(party).chain(proofs::revoke);
  }

  /** Gives a party another key. */
  @POST
  @Path("renewal")
  public Uni<CertificateState> renew(@PathParam("party") PartyId party) {
    return named(party).chain(proofs::renew);
  }

  private Uni<NamedParty> named(PartyId party) {
    return accounts.party(party).map(Problems::found).map(PartyView::ref);
  }
}
