package eco.exchange.web.village;

import eco.exchange.identity.secret.PersonVault;
import eco.exchange.settlement.allotment.MemberStatementView;
import eco.exchange.settlement.roster.ObjectionKind;
import eco.exchange.settlement.roster.ObjectionView;
import eco.exchange.settlement.roster.RaiseObjection;
import eco.exchange.settlement.roster.Rosters;
import eco.exchange.tradefile.village.VillageAccounts;
import eco.exchange.web.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * The questions and objections of a villager without an account: the personal code from the slip is
 * the whole proof. It has 80 bits, stands in no address, and nothing is told of anybody else.
 */
@Path("/api/v1/villagers")
@PermitAll
class VillagersResource {

  private final VillageAccounts accounts;
  private final Rosters rosters;

  VillagersResource(VillageAccounts accounts, Rosters rosters) {
    this.accounts = accounts;
    this.rosters = rosters;
  }

  /** The body of a villager's question: the personal code is the whole proof. */
  record Question(@Size(max = 40) String code) {

    @Override
    public String toString() {
      return "Question[]";
    }
  }

  /** The body of a member's own objection. */
  record Own(
      @Size(max = 40) String code,
      ObjectionKind kind,
      @Size(max = RaiseObjection.WORDS_MAX) String words) {

    // The code is a secret, so it stays out of logs.
    @Override
    public String toString() {
      return "Own[" + kind + "]";
    }
  }

  /** What a member is told of an objection. */
  record Receipt(int number, ObjectionKind kind, boolean isOpen, boolean isUpheld) {

    static Receipt of(ObjectionView view) {
      return new Receipt(view.number(), view.kind(), view.isOpen(), view.isUpheld());
    }
  }

  /** Objects to the roster that is shown, as one of its members. */
  @POST
  @Path("objections")
  @ResponseStatus(201)
  public Uni<Receipt> object(@Valid Own body) {
    String hash = PersonVault.hash(body.code());
    return rosters
        .shownTo(hash)
        .map(Problems::found)
        .map(
            roster ->
                new RaiseObjection(
                    roster, body.kind(), body.words(), Optional.empty(), Optional.of(hash)))
        .chain(rosters::object)
        .map(Problems::done)
        .map(Receipt::of);
  }

  /** What the asking villager was given, and why. A POST, so that the code is in no address. */
  @POST
  @Path("statement")
  public Uni<MemberStatementView> statement(@Valid Question body) {
    return accounts.statement(body.code()).map(Problems::found);
  }
}
