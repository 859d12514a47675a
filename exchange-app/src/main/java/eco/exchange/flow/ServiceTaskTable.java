package eco.exchange.flow;

import static eco.exchange.bidding.award.LapseCause.DECLINED;
import static eco.exchange.bidding.award.LapseCause.NOT_SIGNED;
import static eco.exchange.bidding.award.LapseCause.TRANSFEROR_FAILED;
import static eco.exchange.flow.Cases.APPLICATION;
import static eco.exchange.flow.Cases.ATTEMPT;
import static eco.exchange.flow.Cases.CONTRACT;
import static eco.exchange.flow.Cases.RECEIPT;
import static eco.exchange.flow.Cases.TRANSFEREE;
import static eco.exchange.flow.Cases.TRANSFEROR;

import eco.exchange.answer.Answer;
import eco.exchange.bidding.application.Applications;
import eco.exchange.bidding.award.AwardView;
import eco.exchange.bidding.award.Awards;
import eco.exchange.bidding.award.LapseCause;
import eco.exchange.bidding.award.LapseView;
import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.listing.offer.Listings;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.ReceiptDoor;
import eco.exchange.settlement.receipt.Resolution;
import eco.exchange.tradefile.deal.Deals;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import eco.exchange.workflow.ServiceTasks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What follows each decision of a person: the service tasks of the models, and their doors. */
@ApplicationScoped
class ServiceTaskTable implements ServiceTasks {

  private static final String SUB_ACCOUNT = "subAccount";
  private static final String RANK = "rank";

  // The seal is set by the exchange itself, as soon as both have signed; no person decides it.
  private static final UUID NOBODY = new UUID(0, 0);
  static final Actor THE_EXCHANGE = new Actor(new AccountId(NOBODY), new PartyId(NOBODY));

  private final Listings listings;
  private final Applications applications;
  private final Awards awards;
  private final Contracts contracts;
  private final ReceiptDoor receipts;
  private final Deals deals;
  private final AwardLapse lapses;
  private final RosterApproval villages;
  private final ErosionProject works;
  private final InstalmentDue due;
  private final RevenueDistribution years;
  private final AmendmentSigning versions;

  ServiceTaskTable(
      Listings listings,
      Applications applications,
      Awards awards,
      Contracts contracts,
      ReceiptDoor receipts,
      Deals deals,
      AwardLapse lapses,
      RosterApproval villages,
      ErosionProject works,
      InstalmentDue due,
      RevenueDistribution years,
      AmendmentSigning versions) {
    this.listings = listings;
    this.applications = applications;
    this.awards = awards;
    this.contracts = contracts;
    this.receipts = receipts;
    this.deals = deals;
    this.lapses = lapses;
    this.villages = villages;
    this.works = works;
    this.due = due;
    this.years = years;
    this.versions = versions;
  }

  @Override
  public Map<String, ServiceTask> byName() {
    Map<String, ServiceTask> steps = new HashMap<>();
    steps.putAll(listingReview());
    steps.putAll(bidderQualification());
    steps.putAll(awardApproval());
    steps.putAll(awardLapse());
    steps.putAll(contractSigning());
    steps.putAll(settlementException());
    steps.putAll(villages.steps());
    steps.putAll(works.steps());
    steps.putAll(due.steps());
    steps.putAll(years.steps());
    steps.putAll(versions.steps());
    return steps;
  }

  private Map<String, ServiceTask> listingReview() {
    return Map.of(
        "returnToTransferor", p -> listings.returnToTransferor(p.trade(), why(p), who(p)),
        "disclose", p -> listings.disclose(p.trade(), p.deciderOf("review"), who(p)));
  }

  private Map<String, ServiceTask> bidderQualification() {
    return Map.of(
        "qualify", p -> applications.qualify(application(p), why(p), rank(p), who(p)),
        "reject", p -> applications.reject(application(p), why(p), who(p)));
  }

  private Map<String, ServiceTask> awardApproval() {
    return Map.of(
        "approveAward", p -> awards.approve(p.trade(), p.deciderOf("reviewAward"), who(p)),
        "refuseAward", p -> awards.refuse(p.trade(), why(p), who(p)),
        "draw", p -> deals.of(p.trade()).chain(contracts::draw));
  }

  private Map<String, ServiceTask> awardLapse() {
    return Map.of(
        "lapse", p -> lapses.confirm(p.trade(), attempt(p), who(p)),
        "dismissLapse", p -> awards.dismissLapse(p.trade(), attempt(p), who(p)),
        "awardRunnerUp", p -> awards.awardRunnerUp(p.trade(), attempt(p), who(p)),
        "giveUp", p -> awards.giveUp(p.trade(), attempt(p), who(p)));
  }

  private Map<String, ServiceTask> contractSigning() {
    return Map.of(
        "signAsTransferor", p -> sign(p, TRANSFEROR, "transferorSigns"),
        "signAsTransferee", p -> sign(p, TRANSFEREE, "transfereeSigns"),
        "declineAsTransferor", p -> decline(p, TRANSFEROR_FAILED, "transferorSigns"),
        "declineAsTransferee", p -> decline(p, DECLINED, "transfereeSigns"),
        "proposeLapse", p -> decline(p, late(p), "handleOverdue"),
        "seal", p -> ifSignable(p, () -> contracts.seal(contract(p), THE_EXCHANGE)));
  }

  private Map<String, ServiceTask> settlementException() {
    return Map.of("resolve", p -> receipts.resolve(p.fact(RECEIPT), resolution(p), who(p)));
  }

  // Both may sign at the same time, so who signed is not who decided last.
  private Uni<Answer<ContractView>> sign(Progress progress, String party, String act) {
    PartyId signatory = PartyId.parse(progress.fact(party));
    return ifSignable(
        progress, () -> contracts.sign(contract(progress), signatory, progress.deciderOf(act)));
  }

  // A winner who is banned meanwhile, or is about to lose the award, does not sign (R-POST-10).
  private Uni<Answer<ContractView>> ifSignable(
      Progress progress, Supplier<Uni<Answer<ContractView>>> act) {
    return awards
        .signable(progress.trade(), contract(progress).version())
        .chain(
            answer ->
                switch (answer) {
                  case Answer.Done<AwardView> signable -> act.get();
                  case Answer.Refused<AwardView> refused ->
                      Uni.createFrom().item(Answer.refused(refused.reasons()));
                });
  }

  private Uni<Answer<LapseView>> decline(Progress progress, LapseCause cause, String act) {
    return awards.proposeLapse(
        progress.trade(), cause, progress.opinionOf(act), progress.deciderOf(act));
  }

  private static LapseCause late(Progress progress) {
    return progress.outcomeOf("handleOverdue").equals("winnerLate")
        ? NOT_SIGNED
        : TRANSFEROR_FAILED;
  }

  private static int attempt(Progress progress) {
    return Integer.parseInt(progress.fact(ATTEMPT));
  }

  // What is no number is a rank that nobody has, so that the officer is told.
  private static Optional<Integer> rank(Progress progress) {
    return Optional.ofNullable(progress.facts().get(RANK))
        .filter(rank -> !rank.isBlank())
        .map(rank -> rank.matches("[1-9]") ? Integer.parseInt(rank) : 0);
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
