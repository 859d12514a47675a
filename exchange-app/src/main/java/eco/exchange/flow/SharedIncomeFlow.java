package eco.exchange.flow;

import static eco.exchange.flow.FollowUp.done;
import static eco.exchange.flow.FollowUp.inOrder;

import eco.exchange.listing.offer.ListingView;
import eco.exchange.listing.offer.Listings;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.allotment.Allotments;
import eco.exchange.settlement.fund.Funds;
import eco.exchange.settlement.sharing.Disbursements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The way of a shared income to those it was given to: what is the watershed's goes to its fund,
 * what is the members' to the members, and the rest to the bank.
 */
@ApplicationScoped
class SharedIncomeFlow {

  private final Listings listings;
  private final Funds funds;
  private final Allotments allotments;
  private final Disbursements disbursements;

  SharedIncomeFlow(
      Listings listings, Funds funds, Allotments allotments, Disbursements disbursements) {
    this.listings = listings;
    this.funds = funds;
    this.allotments = allotments;
    this.disbursements = disbursements;
  }

  /** Sends everything of a contract on its way that is not on it yet. */
  Uni<Void> follow(ContractId contract) {
    return inOrder(
        () -> gather(contract), () -> allot(contract), () -> done(disbursements.payOut(contract)));
  }

  /** Moves what a contract has given back to its watershed into that watershed's fund. */
  private Uni<Void> gather(ContractId contract) {
    return listings
        .listing(contract.trade())
        .map(found -> found.map(ListingView::product).orElseThrow())
        .chain(product -> done(funds.gather(contract, product.region(), product.watershed())));
  }

  /** Splits among members what a contract has given to them and what a fixed roster waits for. */
  Uni<Void> allot(ContractId contract) {
    return done(allotments.allotDue(contract));
  }
}
