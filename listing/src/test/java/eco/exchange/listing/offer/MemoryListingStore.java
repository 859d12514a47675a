package eco.exchange.listing.offer;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Decision;
import eco.exchange.event.MarketEvent;
import eco.exchange.listing.ListPlace;
import eco.exchange.listing.ListingAnswers;
import eco.exchange.listing.catalogue.MemoryCatalogueStore;
import eco.exchange.listing.catalogue.ProductView;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.ProductId;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Keeps listings in maps, one caller at a time: what a store must do, as plainly as possible. */
final class MemoryListingStore implements ListingStore {

  final List<MarketEvent> events = new ArrayList<>();
  private final MemoryCatalogueStore catalogue;
  private final Map<UUID, TradeId> requests = new LinkedHashMap<>();
  private final Map<TradeId, Listing> listings = new LinkedHashMap<>();

  MemoryListingStore(MemoryCatalogueStore catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Uni<Listing> begin(DraftListing draft, ProductView product, Instant now) {
    TradeId known = requests.get(draft.request());
    if (known == null) {
      Listing begun = Listing.Draft.begun(listings.size() + 1, draft, product, now);
      known = begun.offer().trade();
      requests.put(draft.request(), known);
      listings.put(known, begun);
    }
    return item(asItStands(known).orElseThrow());
  }

  @Override
  public Uni<Answer<Listing>> update(
      TradeId trade, Function<Listing, Decision<Listing, Listing>> rule) {
    Optional<Listing> kept = asItStands(trade);
    if (kept.isEmpty()) {
      return item(ListingAnswers.missing(trade));
    }
    Decision<Listing, Listing> decision = rule.apply(kept.get());
    listings.put(trade, decision.next());
    events.addAll(decision.events());
    return item(decision.map(done -> asItStands(trade).orElseThrow()).answer());
  }

  @Override
  public Uni<Optional<Listing>> listing(TradeId trade) {
    return item(asItStands(trade));
  }

  @Override
  public Uni<Page<Listing>> published(ListPlace after, int limit) {
    return item(
        MemoryCatalogueStore.page(
            all(it -> it.state().isPublic()), ListingStore::placeOfDisclosed, after, limit));
  }

  @Override
  public Uni<Page<Listing>> of(PartyId transferor, ListPlace after, int limit) {
    Stream<Listing> own = all(it -> it.offer().transferor().equals(transferor));
    return item(MemoryCatalogueStore.page(own, ListingStore::placeOfDrafted, after, limit));
  }

  private Stream<Listing> all(Predicate<Listing> wanted) {
    return listings.values().stream()
        .filter(wanted)
        .map(it -> asItStands(it.offer().trade()).orElseThrow());
  }

  private Optional<Listing> asItStands(TradeId trade) {
    return Optional.ofNullable(listings.get(trade))
        .map(it -> Listing.kept(it.state(), asItStands(it.offer()), it.trail()));
  }

  private Listing.Offer asItStands(Listing.Offer offer) {
    ProductId product = offer.product().id();
    return new Listing.Offer(
        offer.trade(),
        offer.draftedAs(),
        offer.draftedAt(),
        Market.await(catalogue.product(product)).orElseThrow(),
        Market.await(catalogue.appraisal(offer.draft().appraisal())),
        rival(offer),
        offer.draft().relistOf().flatMap(named -> earlier(named, offer)),
        offer.draft());
  }

  private Optional<EarlierTrade> earlier(TradeId named, Listing.Offer offer) {
    Optional<TradeId> next =
        listings.values().stream()
            .filter(it -> it.state().isPublic())
            .map(Listing::offer)
            .filter(it -> it.draft().relistOf().equals(Optional.of(named)))
            .map(Listing.Offer::trade)
            .filter(trade -> !trade.equals(offer.trade()))
            .findFirst();
    return Optional.ofNullable(listings.get(named))
        .filter(it -> it.offer().product().id().equals(offer.product().id()))
        .map(
            it ->
                new EarlierTrade(
                    named, it.state(), it.offer().draft(), it.trail().disclosure(), next));
  }

  private Optional<TradeId> rival(Listing.Offer offer) {
    return listings.values().stream()
        .filter(
            it ->
                switch (it.state()) {
                  case SUBMITTED, DISCLOSED, AWARDED, CERTIFIED -> true;
                  case DRAFT, RETURNED, UNSOLD -> false;
                })
        .map(Listing::offer)
        .filter(it -> it.product().id().equals(offer.product().id()))
        .map(Listing.Offer::trade)
        .filter(trade -> !trade.equals(offer.trade()))
        .findFirst();
  }

  private static <T> Uni<T> item(T item) {
    return Uni.createFrom().item(item);
  }
}
