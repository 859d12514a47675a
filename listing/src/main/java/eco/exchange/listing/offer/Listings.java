package eco.exchange.listing.offer;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Decision;
import eco.exchange.answer.Refusal;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.listing.InputLimits;
import eco.exchange.listing.ListPlace;
import eco.exchange.listing.ListingAnswers;
import eco.exchange.listing.ListingRefusal;
import eco.exchange.listing.catalogue.Catalogue;
import eco.exchange.listing.catalogue.ProductView;
import eco.exchange.listing.offer.Listing.Award;
import eco.exchange.market.Actor;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.ProductId;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.TradeMethod;
import eco.exchange.money.Money;
import eco.exchange.rulebook.RuleEdition;
import eco.exchange.rulebook.Rulebook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The listings of products of the catalogue, from the draft to the certified trade.
 *
 * <p>Every verb can be repeated: it answers again and nothing happens twice. Refusals are those of
 * {@link ListingRefusal}. Roles are checked by the caller; whose product or listing it is, and that
 * three persons act, is checked here.
 */
@ApplicationScoped
public class Listings {

  private final Catalogue catalogue;
  private final ListingStore listings;
  private final EditionFinder editions;
  private final ListingDecisions decisions;
  private final Clock clock;

  Listings(
      Catalogue catalogue,
      ListingStore listings,
      Rulebook rulebook,
      WorkingCalendar calendar,
      Clock clock) {
    this.catalogue = catalogue;
    this.listings = listings;
    this.editions = new EditionFinder(rulebook);
    this.decisions = new ListingDecisions(editions, calendar);
    this.clock = clock;
  }

  /** What the rules of today say of a method; refused if it must be told more, such as weights. */
  public Uni<Answer<MethodTerms>> usualTerms(ProductId product, TradeMethod method) {
    return catalogue
        .product(product)
        .map(
            found ->
                found
                    .map(it -> editions.usual(it, method, WorkingCalendar.dayOf(clock.instant())))
                    .orElseGet(() -> ListingAnswers.missing(product)));
  }

  /** Drafts a listing for a product of the actor's party and gives it its trade code. */
  public Uni<Answer<ListingView>> draft(DraftListing draft, Actor transferor) {
    return within(
        DraftLimits.of(draft),
        () ->
            catalogue
                .product(draft.product())
                .map(found -> found.filter(it -> it.transferor().equals(transferor.party())))
                .chain(
                    own ->
                        own.map(product -> begin(draft, product))
                            .orElseGet(() -> answer(ListingAnswers.missing(draft.product())))));
  }

  private Uni<Answer<ListingView>> begin(DraftListing draft, ProductView product) {
    return listings
        .begin(draft, product, clock.instant())
        .map(
            kept ->
                ListingAnswers.same(
                    kept.offer().draftedAs().equals(draft.fingerprint()),
                    ListingView.of(kept),
                    draft.request()));
  }

  /** Writes a draft or a returned listing of the actor's party anew, for the same product. */
  public Uni<Answer<ListingView>> revise(TradeId trade, DraftListing draft, Actor transferor) {
    return within(
        DraftLimits.of(draft),
        () -> move(trade, listing -> decisions.revise(listing, draft, transferor)));
  }

  /** Hands a listing in for review, or tells everything that stands against it. */
  public Uni<Answer<ListingView>> submit(TradeId trade, Actor transferor) {
    return move(trade, listing -> decisions.submit(listing, transferor, clock.instant()));
  }

  /** Sends a listing back to its transferor, with the reviewer's opinion. */
  public Uni<Answer<ListingView>> returnToTransferor(
      TradeId trade, String opinion, Actor reviewer) {
    return within(
        InputLimits.ofText("opinion", opinion),
        () -> move(trade, listing -> decisions.returnToTransferor(listing, opinion, reviewer)));
  }

  /**
   * Publishes a listing under the rule edition of the day and freezes its terms.
   *
   * <p>The rules of submission are asked once more. Submitter, reviewer and approver are three
   * persons, and the latter two do not belong to the transferor.
   */
  public Uni<Answer<ListingView>> disclose(TradeId trade, Actor reviewer, Actor approver) {
    return move(trade, listing -> decisions.disclose(listing, reviewer, approver, clock.instant()));
  }

  /** Takes note that a bidder has won, or after a lapse the runner-up. */
  public Uni<Answer<ListingView>> awarded(TradeId trade, PartyId winner, Money price) {
    return move(trade, listing -> decisions.awarded(listing, new Award(winner, price)));
  }

  /** Takes note that nobody gets the lot: nobody bid, or the award was refused. */
  public Uni<Answer<ListingView>> unsold(TradeId trade, String cause) {
    return move(trade, listing -> decisions.unsold(listing, cause));
  }

  /** Takes note that the transaction certificate is issued. */
  public Uni<Answer<ListingView>> certified(TradeId trade) {
    return move(trade, decisions::certified);
  }

  /** A listing in any state; whether the asker may see it is for the caller to judge. */
  public Uni<Optional<ListingView>> listing(TradeId trade) {
    return listings.listing(trade).map(found -> found.map(ListingView::of));
  }

  /** The edition of the rules under which a listing was disclosed: its periods are the trade's. */
  public Uni<Optional<RuleEdition>> edition(TradeId trade) {
    return listing(trade)
        .map(found -> found.flatMap(ListingView::lotTerms).map(LotTerms::ruleEdition))
        .map(id -> id.map(editions.rulebook()::edition));
  }

  /**
   * The public listings, the last disclosed first.
   *
   * @param after the place that the page before has told; another text fails with an {@link
   *     IllegalArgumentException}, here and in every list
   * @param limit how many at most, up to {@link Page#LIMIT_MAX}
   */
  public Uni<Page<ListingView>> listings(Optional<String> after, int limit) {
    return page(after, place -> listings.published(place, ListingAnswers.clamp(limit)))
        .map(Listings::views);
  }

  /** The listings of one transferor in every state, the last drafted first. */
  public Uni<Page<ListingView>> listingsOf(PartyId transferor, Optional<String> after, int limit) {
    return page(after, place -> listings.of(transferor, place, ListingAnswers.clamp(limit)))
        .map(Listings::views);
  }

  private Uni<Answer<ListingView>> move(
      TradeId trade, Function<Listing, Decision<Listing, Listing>> rule) {
    return listings.update(trade, rule).map(answer -> answer.map(ListingView::of));
  }

  private static Page<ListingView> views(Page<Listing> page) {
    return new Page<>(page.items().stream().map(ListingView::of).toList(), page.after());
  }

  private static <T> Uni<Answer<T>> within(List<Refusal> faults, Supplier<Uni<Answer<T>>> work) {
    return faults.isEmpty() ? work.get() : answer(Answer.refused(faults));
  }

  private static <T> Uni<T> answer(T answer) {
    return Uni.createFrom().item(answer);
  }

  private static <T> Uni<Page<T>> page(
      Optional<String> after, Function<ListPlace, Uni<? extends Page<T>>> read) {
    return Uni.createFrom().item(() -> ListPlace.of(after)).chain(read);
  }
}
