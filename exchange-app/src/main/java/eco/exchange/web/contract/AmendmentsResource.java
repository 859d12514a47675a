package eco.exchange.web.contract;

import eco.exchange.contracts.amendment.AmendmentDraft;
import eco.exchange.contracts.amendment.Amendments;
import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.contracts.deal.AmendmentLink;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import eco.exchange.web.request.Printable;
import eco.exchange.web.request.ViewingRights;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * The versions of a contract, for its two parties and for those who watch over the market; either
 * party may propose an amendment. Signed is it in the party's list of tasks, or by a signature of
 * its own.
 */
@Path("/api/v1")
@Authenticated
class AmendmentsResource {

  private static final int VERSION_MAX = 9999;

  private final Contracts contracts;
  private final Amendments amendments;
  private final CurrentActor caller;

  AmendmentsResource(Contracts contracts, Amendments amendments, CurrentActor caller) {
    this.contracts = contracts;
    this.amendments = amendments;
    this.caller = caller;
  }

  /**
   * The body of a proposal.
   *
   * @param terms the whole sharing terms as they shall stand
   * @param from 1 January of the first year whose incomes are shared by them
   * @param decision by which the owner has decided it, where the law demands one
   */
  record NewAmendment(
      @Printable SharingTerms terms,
      LocalDate from,
      @Printable @Size(min = 1, max = 2000) String reason,
      Optional<@Valid NewDecision> decision) {

    AmendmentDraft draft() {
      return new AmendmentDraft(terms, from, reason, decision.map(NewDecision::decision));
    }
  }

  /**
   * A document of the owner.
   *
   * @param sha256 the SHA-256 of the document, in lower-case hexadecimal
   * @param vote how members have voted; for what belongs to a collective
   */
  record NewDecision(
      @Printable @Size(min = 1, max = 200) String document,
      @Pattern(regexp = "[0-9a-f]{64}") String sha256,
      Optional<@Valid NewVote> vote) {

    AmendmentLink.OwnersDecision decision() {
      return new AmendmentLink.OwnersDecision(document, sha256, vote.map(NewVote::vote));
    }
  }

  /** A vote of a collective's members. */
  record NewVote(
      LocalDate announced,
      LocalDate held,
      @Min(1) @Max(1_000_000) int members,
      @Min(0) @Max(1_000_000) int present,
      @Min(0) @Max(1_000_000) int inFavour) {

    AmendmentLink.Vote vote() {
      return new AmendmentLink.Vote(announced, held, members, present, inFavour);
    }
  }

  /** The contract and its amendments, also those that were withdrawn, in order. */
  @GET
  @Path("trades/{trade}/contract/versions")
  public Uni<List<ContractView>> versions(@PathParam("trade") TradeId trade) {
    return visible(trade).chain(contract -> amendments.versions(contract.contract()));
  }

  /** The paper of one version, as it stands now. */
  @GET
  @Path("trades/{trade}/contract/versions/{version}/contract.pdf")
  @Produces(PaperResponse.PDF)
  public Uni<Response> paper(
      @PathParam("trade") TradeId trade,
      @PathParam("version") @Min(1) @Max(VERSION_MAX) int version) {
    ContractId number = new ContractId(trade, version);
    return visible(trade)
        .chain(contract -> amendments.versions(contract.contract()))
        .map(versions -> versions.stream().filter(one -> one.contract().equals(number)).findAny())
        .map(Problems::found)
        .chain(found -> contracts.pdf(number))
        .map(Problems::found)
        .map(pdf -> PaperResponse.paper(pdf, number.number() + ".pdf"));
  }

  /** Proposes an amendment: it is drawn up and waits for both signatures. */
  @POST
  @Path("trades/{trade}/contract/amendments")
  @Idempotent
  @ResponseStatus(201)
  public Uni<ContractView> draft(@PathParam("trade") TradeId trade, @Valid NewAmendment body) {
    Actor actor = caller.actor();
    return visible(trade)
        .chain(contract -> amendments.draft(contract.contract(), body.draft(), actor))
        .map(Problems::done);
  }

  /** Withdraws an amendment that not both have signed; again changes nothing. */
  @POST
  @Path("trades/{trade}/contract/amendments/{version}/withdrawal")
  public Uni<ContractView> withdraw(
      @PathParam("trade") TradeId trade,
      @PathParam("version") @Min(1) @Max(VERSION_MAX) int version) {
    return amendments.withdraw(new ContractId(trade, version), caller.actor()).map(Problems::done);
  }

  private Uni<ContractView> visible(TradeId trade) {
    ViewingRights onlookers = ViewingRights.of(caller);
    return contracts
        .contractOf(trade)
        .map((Optional<ContractView> found) -> found.filter(onlookers::maySee))
        .map(Problems::found);
  }
}
