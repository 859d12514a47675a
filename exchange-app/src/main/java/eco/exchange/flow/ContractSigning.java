package eco.exchange.flow;

import static eco.exchange.bidding.award.LapseCause.DECLINED;
import static eco.exchange.bidding.award.LapseCause.NOT_SIGNED;
import static eco.exchange.bidding.award.LapseCause.TRANSFEROR_FAILED;
import static eco.exchange.flow.FollowUp.done;
import static eco.exchange.flow.FollowUp.inOrder;
import static eco.exchange.workflow.Procedure.CONTRACT_SIGNING;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.answer.Answer;
import eco.exchange.bidding.award.AwardView;
import eco.exchange.bidding.award.Awards;
import eco.exchange.bidding.award.LapseCause;
import eco.exchange.bidding.award.LapseView;
import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.event.ContractEvent;
import eco.exchange.event.ContractEvent.ContractEffective;
import eco.exchange.event.ContractEvent.ContractIssued;
import eco.exchange.event.ContractEvent.TradeCertified;
import eco.exchange.listing.offer.Listings;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.deposit.Deposits;
import eco.exchange.settlement.price.Prices;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The signing of a contract by its two parties; an officer is told when they are late. */
@ApplicationScoped
class ContractSigning implements ServiceTaskTable.OfModel {

  // The seal is set by the exchange itself, as soon as both have signed; no person decides it.
  private static final UUID NOBODY = new UUID(0, 0);
  static final Actor THE_EXCHANGE = new Actor(new AccountId(NOBODY), new PartyId(NOBODY));

  private static final String CONTRACT = "contract";
  private static final String SIGN_BY = "signBy";
  private static final String TRANSFEROR = "transferor";
  private static final String TRANSFEREE = "transferee";

  private final Awards awards;
  private final Contracts contracts;
  private final Listings listings;
  private final Deposits deposits;
  private final Prices prices;
  private final InstalmentDue instalments;
  private final Workflow workflow;

  ContractSigning(
      Awards awards,
      Contracts contracts,
      Listings listings,
      Deposits deposits,
      Prices prices,
      InstalmentDue instalments,
      Workflow workflow) {
    this.awards = awards;
    this.contracts = contracts;
    this.listings = listings;
    this.deposits = deposits;
    this.prices = prices;
    this.instalments = instalments;
    this.workflow = workflow;
  }

  /** Does what follows an event of a contract. */
  Uni<Void> follow(ContractEvent event) {
    return switch (event) {
      case ContractIssued e -> begin(e);
      case ContractEffective e -> effective(e);
      case TradeCertified e -> done(listings.certified(e.trade()));
    };
  }

  // The winner's deposit is price now, whose instalments can be paid from the first day; and the
  // runner-up's is needed no longer.
  private Uni<Void> effective(ContractEffective event) {
    return inOrder(
        () -> openPrice(event),
        () -> instalments.await(event.contract()),
        () -> done(deposits.releaseAllBut(event.trade(), Set.of())));
  }

  private Uni<Void> openPrice(ContractEffective event) {
    return listings
        .edition(event.trade())
        .map(Optional::orElseThrow)
        .chain(
            edition ->
                contracts
                    .sealed(event.contract())
                    .chain(paper -> done(prices.open(paper, edition.priceWorkingDays()))));
  }

  /**
   * Asks both parties to sign. A contract may have been drawn while its award lapsed; then nobody
   * is asked.
   */
  private Uni<Void> begin(ContractIssued event) {
    return awards
        .award(event.trade(), event.contract().version())
        .map(Optional::orElseThrow)
        .chain(
            award ->
                award.state() == AwardView.State.LAPSED
                    ? done(contracts.annul(event.contract(), Optional.empty()))
                    : workflow.begin(caseOf(event, award)));
  }

  private static NewCase caseOf(ContractIssued event, AwardView award) {
    return new NewCase(
        CONTRACT_SIGNING,
        event.contract().number(),
        Map.of(
            TRADE, event.trade().code(),
            CONTRACT, event.contract().number(),
            SIGN_BY, award.signBy().orElse(award.publicityEndsAt()).toString(),
            TRANSFEROR, event.transferor().toString(),
            TRANSFEREE, event.transferee().toString()));
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of(
        "signAsTransferor", p -> sign(p, TRANSFEROR, "transferorSigns"),
        "signAsTransferee", p -> sign(p, TRANSFEREE, "transfereeSigns"),
        "declineAsTransferor", p -> decline(p, TRANSFEROR_FAILED, "transferorSigns"),
        "declineAsTransferee", p -> decline(p, DECLINED, "transfereeSigns"),
        "proposeLapse", p -> decline(p, late(p), "handleOverdue"),
        "seal", p -> ifSignable(p, () -> contracts.seal(contract(p), THE_EXCHANGE)));
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

  private static ContractId contract(Progress progress) {
    return ContractId.parse(progress.fact(CONTRACT));
  }
}
