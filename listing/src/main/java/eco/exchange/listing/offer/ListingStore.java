package eco.exchange.listing.offer;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Decision;
import eco.exchange.listing.ListPlace;
import eco.exchange.listing.catalogue.ProductView;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The stored listings, each told with its product and appraisal as they stand now. */
interface ListingStore {

  /** Begins a listing under the next trade code of the day, unless the request has begun one. */
  Uni<Listing> begin(DraftListing draft, ProductView product, Instant now);

  /**
   * Changes a listing as the rule decides, and writes its events with it; refused if there is none.
   * The rule is asked again if another update came between.
   */
  Uni<Answer<Listing>> update(TradeId trade, Function<Listing, Decision<Listing, Listing>> rule);

  Uni<Optional<Listing>> listing(TradeId trade);

  /** The public listings, the last disclosed first. */
  Uni<Page<Listing>> published(ListPlace after, int limit);

  /** The listings of a transferor, the last drafted first. */
  Uni<Page<Listing>> of(PartyId transferor, ListPlace after, int limit);

  /** The place of a listing among those of its transferor. */
  static ListPlace placeOfDrafted(Listing listing) {
    Listing.Offer offer = listing.offer();
    return new ListPlace(offer.draftedAt(), offer.trade().code());
  }

  /** The place of a listing among the public ones. */
  static ListPlace placeOfDisclosed(Listing listing) {
    Instant at = listing.trail().disclosure().orElseThrow().at();
    return new ListPlace(at, listing.offer().trade().code());
  }
}
