package eco.exchange.flow;

import static eco.exchange.workflow.Procedure.AWARD_APPROVAL;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.bidding.award.Awards;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.event.MarketEvent.LotAwarded;
import eco.exchange.market.TradeId;
import eco.exchange.tradefile.deal.Deals;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.ServiceTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The approval of an award, which ends in the contract. */
@ApplicationScoped
class AwardApproval implements ServiceTaskTable.OfModel {

  private static final String ATTEMPT = "attempt";
  private static final String PUBLICITY_ENDS_AT = "publicityEndsAt";

  private final Awards awards;
  private final Contracts contracts;
  private final Deals deals;

  AwardApproval(Awards awards, Contracts contracts, Deals deals) {
    this.awards = awards;
    this.contracts = contracts;
    this.deals = deals;
  }

  /** The timer of the model waits for the end of the publicity. */
  static NewCase caseOf(LotAwarded event) {
    return new NewCase(
        AWARD_APPROVAL,
        keyOf(event.trade(), event.attempt()),
        Map.of(
            TRADE, event.trade().code(),
            ATTEMPT, Integer.toString(event.attempt()),
            PUBLICITY_ENDS_AT, event.publicityEndsAt().toString()));
  }

  /** The first award of a lot is named by its trade alone. */
  static String keyOf(TradeId trade, int attempt) {
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
