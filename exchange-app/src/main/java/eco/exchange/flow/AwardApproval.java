package eco.exchange.flow;

import static eco.exchange.flow.FollowUp.done;
import static eco.exchange.flow.FollowUp.inOrder;
import static eco.exchange.flow.FollowUp.nothing;
import static eco.exchange.workflow.Procedure.AWARD_APPROVAL;
import static eco.exchange.workflow.Procedure.CONTRACT_SIGNING;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.bidding.award.Awards;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.event.AwardEvent;
import eco.exchange.event.AwardEvent.AwardApproved;
import eco.exchange.event.AwardEvent.AwardLapsed;
import eco.exchange.event.AwardEvent.LapseProposed;
import eco.exchange.event.AwardEvent.LotAwarded;
import eco.exchange.event.AwardEvent.LotUnsold;
import eco.exchange.listing.offer.Listings;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.deposit.Deposits;
import eco.exchange.settlement.deposit.Forfeit;
import eco.exchange.tradefile.deal.Deals;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.ServiceTask;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The approval of an award, which ends in the contract. */
@ApplicationScoped
class AwardApproval implements ServiceTaskTable.OfModel {

  private static final String ATTEMPT = "attempt";
  private static final String PUBLICITY_ENDS_AT = "publicityEndsAt";

  private final Awards awards;
  private final Contracts contracts;
  private final Deals deals;
  private final Listings listings;
  private final Deposits deposits;
  private final AwardLapse lapses;
  private final DepositReturn returns;
  private final Workflow workflow;

  AwardApproval(
      Awards awards,
      Contracts contracts,
      Deals deals,
      Listings listings,
      Deposits deposits,
      AwardLapse lapses,
      DepositReturn returns,
      Workflow workflow) {
    this.awards = awards;
    this.contracts = contracts;
    this.deals = deals;
    this.listings = listings;
    this.deposits = deposits;
    this.lapses = lapses;
    this.returns = returns;
    this.workflow = workflow;
  }

  /**
   * Does what follows an event of an award. The procedures that approve it or let it lapse go on by
   * themselves.
   */
  Uni<Void> follow(AwardEvent event) {
    return switch (event) {
      case LotAwarded e -> awarded(e);
      case LotUnsold e -> unsold(e);
      case AwardApproved e -> nothing();
      case LapseProposed e -> workflow.begin(AwardLapse.caseOf(e));
      case AwardLapsed e -> lapsed(e);
    };
  }

  private Uni<Void> awarded(LotAwarded event) {
    Set<PartyId> needed =
        Stream.concat(Stream.of(event.winner()), event.runnerUp().stream())
            .collect(Collectors.toSet());
    return inOrder(
        () -> done(deposits.releaseAllBut(event.trade(), needed)),
        () -> returns.begin(event),
        () -> done(listings.awarded(event.trade(), event.winner(), event.offer().price())),
        () -> workflow.begin(caseOf(event)));
  }

  private Uni<Void> unsold(LotUnsold event) {
    return inOrder(
        () -> done(deposits.releaseAllBut(event.trade(), Set.of())),
        () -> done(listings.unsold(event.trade(), event.cause())));
  }

  private Uni<Void> lapsed(AwardLapsed event) {
    ContractId contract = new ContractId(event.trade(), event.attempt());
    String approval = key(event.trade(), event.attempt());
    return inOrder(
        () -> workflow.end(AWARD_APPROVAL, approval, "成交已失效"),
        () -> workflow.end(CONTRACT_SIGNING, contract.number(), "成交已失效"),
        () ->
            event.forfeits()
                ? lapses
                    .forfeit(event.trade())
                    .chain(lost -> releaseDeposit(event, Optional.of(lost)))
                : releaseDeposit(event, Optional.empty()));
  }

  private Uni<Void> releaseDeposit(AwardLapsed event, Optional<Forfeit> lost) {
    return done(deposits.release(event.trade(), event.winner(), lost));
  }

  /** The timer of the model waits for the end of the publicity. */
  private static NewCase caseOf(LotAwarded event) {
    return new NewCase(
        AWARD_APPROVAL,
        key(event.trade(), event.attempt()),
        Map.of(
            TRADE, event.trade().code(),
            ATTEMPT, Integer.toString(event.attempt()),
            PUBLICITY_ENDS_AT, event.publicityEndsAt().toString()));
  }

  /** The first award of a lot is named by its trade alone. */
  private static String key(TradeId trade, int attempt) {
    return attempt == 1 ? trade.code() : trade + "/" + attempt;
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of(
        "approveAward",
        p -> awards.approve(p.trade(), p.deciderOf("reviewAward"), p.lastDecider()),
        "refuseAward",
        p -> awards.refuse(p.trade(), p.lastOpinion(), p.lastDecider()),
        "draw",
        p -> deals.of(p.trade()).chain(contracts::draw));
  }
}
