package eco.exchange.listing.catalogue;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.listing.InputLimits;
import eco.exchange.listing.ListPlace;
import eco.exchange.listing.ListingAnswers;
import eco.exchange.listing.ListingRefusal;
import eco.exchange.market.Actor;
import eco.exchange.market.Page;
import eco.exchange.market.ProductId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The catalogue of products, with their titles and appraisals. Idempotent: repeating a call returns
 * the first answer.
 *
 * <p>Refusals are those of {@link ListingRefusal}. Roles are checked by the caller; that nobody
 * judges or appraises a product of its own is checked here.
 */
@ApplicationScoped
public class Catalogue {

  private final CatalogueStore store;
  private final Clock clock;

  Catalogue(CatalogueStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Enters a product in the catalogue, for the party of the actor. */
  public Uni<Answer<ProductView>> enter(EnterProduct product, Actor transferor) {
    return within(
        CatalogueLimits.of(product),
        () -> {
          ProductView asked = TitleRules.entered(product, transferor, clock.instant());
          return store
              .keep(asked)
              .map(
                  kept ->
                      ListingAnswers.same(TitleRules.sameEntry(asked, kept), kept, product.id()));
        });
  }

  /** Confirms a title after its papers were checked; this also settles a dispute. */
  public Uni<Answer<ProductView>> confirmTitle(ProductId product, Actor officer) {
    return store.update(product, it -> TitleRules.confirm(it, officer));
  }

  /** Marks a title as contested, which blocks every listing that is not yet disclosed. */
  public Uni<Answer<ProductView>> disputeTitle(ProductId product, String dispute, Actor officer) {
    return within(
        InputLimits.ofText("dispute", dispute),
        () -> store.update(product, it -> TitleRules.dispute(it, dispute, officer)));
  }

  /** Records the report of an appraiser, who may not be the one who sells. */
  public Uni<Answer<AppraisalView>> appraise(RecordAppraisal appraisal, Actor appraiser) {
    return within(
        CatalogueLimits.of(appraisal, WorkingCalendar.dayOf(clock.instant())),
        () ->
            store
                .product(appraisal.product())
                .chain(
                    found ->
                        found
                            .map(product -> appraise(product, appraisal, appraiser))
                            .orElseGet(() -> answer(ListingAnswers.missing(appraisal.product())))));
  }

  private Uni<Answer<AppraisalView>> appraise(
      ProductView product, RecordAppraisal appraisal, Actor appraiser) {
    if (product.transferor().equals(appraiser.party())) {
      return answer(
          Answer.refused(ListingRefusal.OWN_PRODUCT, "who sells the product may not appraise it"));
    }
    AppraisalView asked = AppraisalView.of(appraisal, appraiser, clock.instant());
    return store
        .keep(asked)
        .map(kept -> ListingAnswers.same(asked.isSameReport(kept), kept, appraisal.id()));
  }

  /** A product of the catalogue. */
  public Uni<Optional<ProductView>> product(ProductId product) {
    return store.product(product);
  }

  /**
   * The products of the catalogue, the last entered first.
   *
   * @param after the place that the page before has told; another text fails with an {@link
   *     IllegalArgumentException}
   * @param limit how many at most, up to {@link Page#LIMIT_MAX}
   */
  public Uni<Page<ProductView>> products(Optional<String> after, int limit) {
    return Uni.createFrom()
        .item(() -> ListPlace.of(after))
        .chain(place -> store.products(place, ListingAnswers.clamp(limit)));
  }

  /** An appraisal. */
  public Uni<Optional<AppraisalView>> appraisal(UUID appraisal) {
    return store.appraisal(appraisal);
  }

  private static <T> Uni<Answer<T>> within(List<Refusal> faults, Supplier<Uni<Answer<T>>> work) {
    return faults.isEmpty() ? work.get() : answer(Answer.refused(faults));
  }

  private static <T> Uni<T> answer(T answer) {
    return Uni.createFrom().item(answer);
  }
}
