package eco.exchange.flow;

import eco.exchange.bidding.Bidding;
import eco.exchange.contracts.Contracts;
import eco.exchange.listing.Listings;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.Settlement;
import eco.exchange.settlement.receipt.Resolution;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.Step;
import eco.exchange.workflow.Steps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** What follows each decision of a person: the service tasks of the models, and their doors. */
@ApplicationScoped
class DecisionFlow implements Steps {

  // The seal is set by the exchange itself, as soon as both have signed; no person decides it.
  private static final UUID NOBODY = new UUID(0, 0);
  private static final Actor THE_EXCHANGE =
      new Actor(new AccountId(NOBODY), new PartyId(NOBODY));

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
    return Map.ofEntries(
        // listing-review
        Map.entry("returnToTransferor", p -> listings.returnToTransferor(p.trade(), last(p), lastBy(p))),
        Map.entry("disclose", p -> listings.disclose(p.trade(), p.deciderOf("review"), p.deciderOf("approve"))),
        // bidder-qualification
        Map.entry("qualify", p -> bidding.qualify(application(p), last(p), lastBy(p))),
        Map.entry("reject", p -> bidding.reject(application(p), last(p), lastBy(p))),
        // award-approval
        Map.entry("approveAward", p -> bidding.approveAward(p.trade(), p.deciderOf("reviewAward"), lastBy(p))),
        Map.entry("refuseAward", p -> bidding.refuseAward(p.trade(), last(p), lastBy(p))),
        Map.entry("draw", p -> deals.of(p.trade()).chain(contracts::draw)),
        // contract-signing
        Map.entry("signAsTransferor", p -> sign(p, Facts.TRANSFEROR, "transferorSigns")),
        Map.entry("signAsTransferee", p -> sign(p, Facts.TRANSFEREE, "transfereeSigns")),
        Map.entry("seal", p -> contracts.seal(contract(p), THE_EXCHANGE)),
        // settlement-exception
        Map.entry("resolve", p -> settlement.resolve(p.fact(Facts.RECEIPT), resolution(p), lastBy(p))));
  }
}
