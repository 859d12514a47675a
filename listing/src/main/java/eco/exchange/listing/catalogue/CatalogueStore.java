package eco.exchange.listing.catalogue;

import eco.exchange.answer.Answer;
import eco.exchange.listing.ListPlace;
import eco.exchange.market.Page;
import eco.exchange.market.ProductId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The stored products and appraisals.
 *
 * <p>What is kept under an identity stays: keeping another thing under it answers the first, and
 * the caller compares.
 */
interface CatalogueStore {

  Uni<ProductView> keep(ProductView product);

  Uni<AppraisalView> keep(AppraisalView appraisal);

  /**
   * Changes a product as the rule decides; refused if there is none. The rule is asked again if
   * another update came between.
   */
  Uni<Answer<ProductView>> update(
      ProductId product, Function<ProductView, Answer<ProductView>> rule);

  Uni<Optional<ProductView>> product(ProductId product);

  Uni<Optional<AppraisalView>> appraisal(UUID appraisal);

  /** The catalogue, the last entered first. */
  Uni<Page<ProductView>> products(ListPlace after, int limit);

  /** The place of a product in the catalogue. */
  static ListPlace placeOf(ProductView product) {
    return new ListPlace(product.cataloguedAt(), product.id().toString());
  }
}
