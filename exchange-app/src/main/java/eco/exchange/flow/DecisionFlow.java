package eco.exchange.flow;

import static eco.exchange.flow.Cases.APPLICATION;
import static eco.exchange.flow.Cases.CONTRACT;
import static eco.exchange.flow.Cases.RECEIPT;
import static eco.exchange.flow.Cases.TRANSFEREE;
import static eco.exchange.flow.Cases.TRANSFEROR;

import eco.exchange.bidding.Bidding;
import eco.exchange.contracts.ContractView;
import eco.exchange.contracts.Contracts;
import eco.exchange.listing.Listings;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.Answer;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.Settlement;
import eco.exchange.settlement.receipt.Resolution;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.Step;
import eco.exchange.workflow.Steps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What follows each decision of a person: the service tasks of the models, and their doors. */
@ApplicationScoped
class DecisionFlow implements Steps {

  private static final String SUB_ACCOUNT = "subAccount";

  // The seal is set by the exchange itself, as soon as both have signed; no person decides it.
  private static final UUID NOBODY = new UUID(0, 0);
  private static final Actor THE_EXCHANGE = new Actor(new AccountId(NOBODY), new PartyId(NOBODY));

  private final Listings listings;
  private final Bidding bidding;
  private final Contracts contracts;
  private final Settlement settlement;
  private final Deals deals;

  DecisionFlow(
      Listings listings, Bidding bidding, Contracts contracts, Settlement settlement, Deals deals) {
    this.listings = listings;
    this.bidding = bidding;
    this.contracts = contracts;
    this.settlement = settlement;
    this.deals = deals;
  }

  @Override
  public Map<String, Step> byName() {
    Map<String, Step> steps = new HashMap<>();
    steps.putAll(listingReview());
    steps.putAll(bidderQualification());
    steps.putAll(awardApproval());
    steps.putAll(contractSigning());
    steps.putAll(settlementException());
    return steps;
  }

  private Map<String, Step> listingReview() {
    return Map.of(
        "returnToTransferor", p -> listings.returnToTransferor(p.trade(), why(p), who(p)),
        "disclose", p -> listings.disclose(p.trade(), p.deciderOf("review"), who(p)));
  }

  private Map<String, Step> bidderQualification() {
    return Map.of(
        "qualify", p -> bidding.qualify(application(p), why(p), who(p)),
        "reject", p -> bidding.reject(application(p), why(p), who(p)));
  }

  private Map<String, Step> awardApproval() {
    return Map.of(
        "approveAward", p -> bidding.approveAward(p.trade(), p.deciderOf("reviewAward"), who(p)),
        "refuseAward", p -> bidding.refuseAward(p.trade(), why(p), who(p)),
        "draw", p -> deals.of(p.trade()).chain(contracts::draw));
  }

  private Map<String, Step> contractSigning() {
    return Map.of(
        "signAsTransferor", p -> sign(p, TRANSFEROR, "transferorSigns"),
        "signAsTransferee", p -> sign(p, TRANSFEREE, "transfereeSigns"),
        "seal", p -> contracts.seal(contract(p), THE_EXCHANGE));
  }

  private Map<String, Step> settlementException() {
    return Map.of("resolve", p -> settlement.resolve(p.fact(RECEIPT), resolution(p), who(p)));
  }

  // Both may sign at the same time, so who signed is not who decided last.
  private Uni<Answer<ContractView>> sign(Progress progress, String party, String act) {
    PartyId signatory = PartyId.parse(progress.fact(party));
    return contracts.sign(contract(progress), signatory, progress.deciderOf(act));
  }

  private static Actor who(Progress progress) {
    return progress.deciderOf(progress.lastAct());
  }

  private static String why(Progress progress) {
    return progress.opinionOf(progress.lastAct());
  }

  private static ApplicationId application(Progress progress) {
    return ApplicationId.parse(progress.fact(APPLICATION));
  }

  private static ContractId contract(Progress progress) {
    return ContractId.parse(progress.fact(CONTRACT));
  }

  private static Resolution resolution(Progress progress) {
    return progress.outcomeOf("decide").equals("return")
        ? new Resolution.Return()
        : new Resolution.Assign(progress.facts().getOrDefault(SUB_ACCOUNT, ""));
  }
}
