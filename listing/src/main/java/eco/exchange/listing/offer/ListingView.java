package eco.exchange.listing.offer;

import eco.exchange.listing.catalogue.AppraisalView;
import eco.exchange.listing.catalogue.ProductView;
import eco.exchange.listing.offer.Listing.Award;
import eco.exchange.listing.offer.Listing.Offer;
import eco.exchange.listing.offer.Listing.Trail;
import eco.exchange.market.AccountId;
import eco.exchange.market.PartyId;
import eco.exchange.market.PaymentPlan;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.TradeMethod;
import eco.exchange.money.Money;
import eco.exchange.sharing.SharingTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A listing, whole; before it is disclosed it is the transferor's and the centre's to see.
 *
 * @param trade the unified deal code
 * @param product the product
 * @param appraisal the appraisal; empty in a draft that names one which is not recorded
 * @param rightGranted the right that is sold, in words
 * @param termYears for how many years
 * @param use what the right may be used for
 * @param how how it is sold, with what the method is told
 * @param reserve the lowest first price
 * @param increment the grid of raises
 * @param deposit what each bidder must pay in before bidding
 * @param plan how the price is paid in instalments; empty if it is paid at once
 * @param decision the number of the document by which the sale was decided
 * @param approval the number of the document that approves an agreement or a reduction
 * @param terms who is paid from the price and from each year's revenue
 * @param conditions the qualification conditions
 * @param relistOf the earlier trade of the same product that found no buyer
 * @param attempt how many times the right is offered with this listing, counted from 1
 * @param submitted who last submitted it, once it was
 * @param state where it stands
 * @param lotTerms the published prices and times, once disclosed
 * @param disclosedAt when it was disclosed
 * @param calendarFinal whether the holiday notices for all its dates are out; true before
 *     disclosure
 * @param passed the two persons who passed it, once disclosed
 * @param opinion why it was returned, while it is returned
 * @param winner who won it, while the award stands
 * @param price at which price
 * @param unsoldCause why it ended without a buyer
 */
public record ListingView(
    TradeId trade,
    ProductView product,
    Optional<AppraisalView> appraisal,
    String rightGranted,
    int termYears,
    String use,
    MethodTerms how,
    Money reserve,
    Money increment,
    Money deposit,
    Optional<PaymentPlan> plan,
    String decision,
    Optional<String> approval,
    SharingTerms terms,
    List<String> conditions,
    Optional<TradeId> relistOf,
    int attempt,
    Optional<Submitted> submitted,
    ListingState state,
    Optional<LotTerms> lotTerms,
    Optional<Instant> disclosedAt,
    boolean calendarFinal,
    Optional<Passed> passed,
    Optional<String> opinion,
    Optional<PartyId> winner,
    Optional<Money> price,
    Optional<String> unsoldCause) {

  /** Who submitted a listing, and for which time, counted from 1. */
  public record Submitted(AccountId by, int round) {}

  /** The two persons of the centre who passed a listing. */
  public record Passed(AccountId reviewedBy, AccountId approvedBy) {}

  /** How it is sold. */
  public TradeMethod method() {
    return TradeMethod.of(how);
  }

  /** The party that sells. */
  public PartyId transferor() {
    return product.transferor();
  }

  public static ListingView of(Listing listing) {
    return of(listing.offer(), listing.offer().draft(), listing.state(), listing.trail());
  }

  private static ListingView of(Offer offer, DraftListing draft, ListingState state, Trail trail) {
    return new ListingView(
        offer.trade(),
        offer.product(),
        offer.appraisal(),
        draft.rightGranted(),
        draft.termYears(),
        draft.use(),
        draft.how(),
        draft.reserve(),
        draft.increment(),
        draft.deposit(),
        draft.plan(),
        draft.decision(),
        draft.approval(),
        draft.terms(),
        draft.conditions(),
        draft.relistOf(),
        offer.attempt(),
        trail.submission().map(handedIn -> new Submitted(handedIn.by(), handedIn.round())),
        state,
        trail.disclosure().map(notice -> notice.plan().terms()),
        trail.disclosure().map(Disclosure::at),
        trail.disclosure().map(notice -> notice.plan().calendarFinal()).orElse(true),
        trail.disclosure().map(notice -> new Passed(notice.reviewedBy(), notice.approvedBy())),
        trail.opinion(),
        trail.award().map(Award::winner),
        trail.award().map(Award::price),
        trail.unsoldCause());
  }
}
