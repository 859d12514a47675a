package eco.exchange.flow;

import static eco.exchange.workflow.Procedure.DEPOSIT_RETURN;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.answer.Answer;
import eco.exchange.bidding.award.AwardView;
import eco.exchange.bidding.award.Awards;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.event.AwardEvent.LotAwarded;
import eco.exchange.listing.offer.ListingView;
import eco.exchange.listing.offer.Listings;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.rulebook.RuleEdition;
import eco.exchange.rulebook.Rulebook;
import eco.exchange.settlement.deposit.DepositRules;
import eco.exchange.settlement.deposit.Deposits;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.ServiceTask;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The return of the runner-up's deposit by the last day that the notice promises, if it was not
 * needed before: when the contract takes effect it goes back sooner.
 */
@ApplicationScoped
class DepositReturn implements ServiceTaskTable.OfModel {

  private static final String BIDDER = "bidder";
  private static final String RETURN_AT = "returnAt";

  private final Awards awards;
  private final Listings listings;
  private final Deposits deposits;
  private final Rulebook rulebook;
  private final Workflow workflow;

  DepositReturn(
      Awards awards, Listings listings, Deposits deposits, Rulebook rulebook, Workflow workflow) {
    this.awards = awards;
    this.listings = listings;
    this.deposits = deposits;
    this.rulebook = rulebook;
    this.workflow = workflow;
  }

  /** Waits for the day of the runner-up; without one there is nothing to wait for. */
  Uni<Void> begin(LotAwarded event) {
    return event
        .runnerUp()
        .map(
            runnerUp ->
                Uni.combine()
                    .all()
                    .unis(
                        listings.listing(event.trade()).map(Optional::orElseThrow),
                        listings.edition(event.trade()).map(Optional::orElseThrow),
                        awards.award(event.trade(), event.attempt()).map(Optional::orElseThrow))
                    .with(
                        (listing, edition, award) ->
                            caseOf(event, runnerUp, returnAt(listing, edition, award)))
                    .chain(workflow::begin))
        .orElseGet(FollowUp::nothing);
  }

  private Instant returnAt(ListingView listing, RuleEdition edition, AwardView award) {
    int keptDays =
        rulebook
            .centreRules(WorkingCalendar.dayOf(listing.disclosedAt().orElseThrow()))
            .runnerUpDepositWorkingDays();
    return DepositRules.orderedBackAt(
        award.awardedAt(), keptDays, edition.depositReturnWorkingDays());
  }

  private static NewCase caseOf(LotAwarded event, PartyId runnerUp, Instant returnAt) {
    return new NewCase(
        DEPOSIT_RETURN,
        "%s/%d".formatted(event.trade(), event.attempt()),
        Map.of(
            TRADE, event.trade().code(),
            BIDDER, runnerUp.toString(),
            RETURN_AT, returnAt.toString()));
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of("returnRunnerUpDeposit", p -> giveBack(p.trade(), PartyId.parse(p.fact(BIDDER))));
  }

  /** Whoever has become the winner meanwhile keeps the deposit where it is. */
  private Uni<Answer<List<SubAccountView>>> giveBack(TradeId trade, PartyId runnerUp) {
    return awards
        .award(trade)
        .chain(
            award ->
                award.map(AwardView::winner).filter(runnerUp::equals).isPresent()
                    ? Uni.createFrom().item(Answer.done(List.of()))
                    : deposits.release(trade, runnerUp, Optional.empty()));
  }
}
