package eco.exchange.flow;

import static eco.exchange.bidding.award.LapseCause.DECLINED;
import static eco.exchange.bidding.award.LapseCause.NOT_SIGNED;
import static eco.exchange.bidding.award.LapseCause.TRANSFEROR_FAILED;
import static eco.exchange.workflow.Procedure.AWARD_LAPSE;
import static eco.exchange.workflow.Progress.SUBMITTED_BY;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.bidding.award.AwardView;
import eco.exchange.bidding.award.Awards;
import eco.exchange.bidding.award.LapseCause;
import eco.exchange.bidding.award.LapseView;
import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.event.AwardEvent.LapseProposed;
import eco.exchange.identity.account.Accounts;
import eco.exchange.identity.account.PartyView;
import eco.exchange.listing.offer.Listings;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.deposit.DepositRules;
import eco.exchange.settlement.deposit.Forfeit;
import eco.exchange.settlement.intake.Receipts;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The lapse of an award: the contract goes before the award, and the deposit may be lost. */
@ApplicationScoped
class AwardLapse implements ServiceTaskTable.OfModel {

  private static final String ATTEMPT = "attempt";
  private static final String CAUSE = "cause";

  private final Awards awards;
  private final Contracts contracts;
  private final Listings listings;
  private final Receipts receipts;
  private final Accounts accounts;
  private final String centre;

  AwardLapse(
      Awards awards,
      Contracts contracts,
      Listings listings,
      Receipts receipts,
      Accounts accounts,
      @ConfigProperty(name = "exchange.centre.name", defaultValue = "公共资源交易中心") String centre) {
    this.awards = awards;
    this.contracts = contracts;
    this.listings = listings;
    this.receipts = receipts;
    this.accounts = accounts;
    this.centre = centre;
  }

  /** Each proposal is decided by itself; another may follow one that was dismissed. */
  static NewCase caseOf(LapseProposed event) {
    return new NewCase(
        AWARD_LAPSE,
        "%s/%d/%d".formatted(event.trade(), event.attempt(), event.number()),
        Map.of(
            TRADE, event.trade().code(),
            ATTEMPT, Integer.toString(event.attempt()),
            CAUSE, event.cause(),
            SUBMITTED_BY, event.by().toString()));
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of(
        "lapse", p -> confirm(p.trade(), attempt(p), p.lastDecider()),
        "dismissLapse", p -> awards.dismissLapse(p.trade(), attempt(p), p.lastDecider()),
        "awardRunnerUp", p -> awardRunnerUp(p.trade(), attempt(p), p.lastDecider()),
        "giveUp", p -> awards.giveUp(p.trade(), attempt(p), p.lastDecider()));
  }

  /**
   * Lets an award lapse. The contract is annulled first: from then on nobody can sign it, and if it
   * is signed already, the award stands.
   */
  private Uni<Answer<LapseView>> confirm(TradeId trade, int attempt, Actor confirmer) {
    return awards
        .mayLapse(trade, attempt, confirmer)
        .chain(
            judged ->
                switch (judged) {
                  case Answer.Refused<LapseView> refused -> Uni.createFrom().item(refused);
                  case Answer.Done<LapseView> may ->
                      hindrance(may.value())
                          .chain(
                              hindrance ->
                                  hindrance
                                      .map(it -> refused(it.reasons()))
                                      .orElseGet(() -> awards.lapse(trade, attempt, confirmer)));
                });
  }

  /** Passes the lot on; whoever has the deposit back already is not bound by the offer any more. */
  private Uni<Answer<AwardView>> awardRunnerUp(TradeId trade, int lapsed, Actor officer) {
    return awards
        .award(trade, lapsed)
        .chain(
            award ->
                award
                    .flatMap(AwardView::runnerUp)
                    .map(runnerUp -> hasDeposit(trade, runnerUp))
                    .orElseGet(() -> Uni.createFrom().item(true)))
        .chain(
            held ->
                held
                    ? awards.awardRunnerUp(trade, lapsed, officer)
                    : Uni.createFrom()
                        .item(
                            Answer.refused(
                                SettlementRefusal.DEPOSIT_NOT_HELD,
                                "the runner-up's deposit has gone back")));
  }

  private Uni<Boolean> hasDeposit(TradeId trade, PartyId bidder) {
    return receipts
        .subAccountOf(trade, bidder, SubAccountPurpose.DEPOSIT)
        .map(found -> found.filter(DepositRules::isStillHeld).isPresent());
  }

  private static Uni<Answer<LapseView>> refused(List<Refusal> reasons) {
    return Uni.createFrom().item(Answer.refused(reasons));
  }

  /** Why the contract cannot be given up; empty if it was, or if none is drawn. */
  private Uni<Optional<Answer.Refused<ContractView>>> hindrance(LapseView lapse) {
    ContractId id = new ContractId(lapse.trade(), lapse.attempt());
    return contracts
        .contract(id)
        .chain(
            drawn ->
                drawn
                    .map(contract -> contracts.annul(id, defaulting(contract, lapse.cause())))
                    .map(annulled -> annulled.map(AwardLapse::refusal))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private static Optional<Answer.Refused<ContractView>> refusal(Answer<ContractView> answer) {
    return answer instanceof Answer.Refused<ContractView> refused
        ? Optional.of(refused)
        : Optional.empty();
  }

  /** How a lost deposit is divided. No edition of the rules names a service fee yet. */
  Uni<Forfeit> forfeit(TradeId trade) {
    return listings
        .listing(trade)
        .chain(listing -> accounts.party(listing.orElseThrow().transferor()))
        .map(Optional::orElseThrow)
        .map(PartyView::ref)
        .map(transferor -> new Forfeit(Money.ZERO, centre, transferor));
  }

  private static Optional<PartyId> defaulting(ContractView contract, LapseCause cause) {
    return switch (cause) {
      case DECLINED, NOT_SIGNED -> Optional.of(contract.transferee().id());
      case TRANSFEROR_FAILED -> Optional.of(contract.transferor().id());
      case FALSE_PAPERS, BANNED, CONFLICT_OF_INTEREST -> Optional.empty();
    };
  }

  private static int attempt(Progress progress) {
    return Integer.parseInt(progress.fact(ATTEMPT));
  }
}
