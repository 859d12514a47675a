package eco.exchange.flow;

import static eco.exchange.flow.FollowUp.done;
import static eco.exchange.flow.FollowUp.nothing;
import static eco.exchange.workflow.Procedure.LISTING_REVIEW;
import static eco.exchange.workflow.Progress.SUBMITTED_BY;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.bidding.desk.Bidding;
import eco.exchange.event.ListingEvent;
import eco.exchange.event.ListingEvent.ListingDisclosed;
import eco.exchange.event.ListingEvent.ListingReturned;
import eco.exchange.event.ListingEvent.ListingSubmitted;
import eco.exchange.listing.offer.Listings;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.ServiceTask;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The review of a listing, which begins anew with each of its rounds. */
@ApplicationScoped
class ListingReview implements ServiceTaskTable.OfModel {

  private final Listings listings;
  private final Bidding bidding;
  private final Workflow workflow;

  ListingReview(Listings listings, Bidding bidding, Workflow workflow) {
    this.listings = listings;
    this.bidding = bidding;
    this.workflow = workflow;
  }

  /** Does what follows an event of a listing. */
  Uni<Void> follow(ListingEvent event) {
    return switch (event) {
      case ListingSubmitted e -> workflow.begin(caseOf(e));
      case ListingReturned e -> nothing();
      case ListingDisclosed e -> done(bidding.schedule(e.trade(), e.transferor(), e.terms()));
    };
  }

  private static NewCase caseOf(ListingSubmitted event) {
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
