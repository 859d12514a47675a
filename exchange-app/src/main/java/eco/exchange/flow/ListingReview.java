package eco.exchange.flow;

import static eco.exchange.workflow.Procedure.LISTING_REVIEW;
import static eco.exchange.workflow.Progress.SUBMITTED_BY;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.event.MarketEvent.ListingSubmitted;
import eco.exchange.listing.offer.Listings;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.ServiceTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The review of a listing, which begins anew with each of its rounds. */
@ApplicationScoped
class ListingReview implements ServiceTaskTable.OfModel {

  private final Listings listings;

  ListingReview(Listings listings) {
    this.listings = listings;
  }

  static NewCase caseOf(ListingSubmitted event) {
    return new NewCase(
        LISTING_REVIEW,
        event.trade() + "/" + event.round(),
        Map.of(TRADE, event.trade().code(), SUBMITTED_BY, event.by().toString()));
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of(
        "returnToTransferor",
        p -> listings.returnToTransferor(p.trade(), p.lastOpinion(), p.lastDecider()),
        "disclose",
        p -> listings.disclose(p.trade(), p.deciderOf("review"), p.lastDecider()));
  }
}
