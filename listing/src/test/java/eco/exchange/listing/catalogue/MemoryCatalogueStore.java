package eco.exchange.listing.catalogue;

import eco.exchange.answer.Answer;
import eco.exchange.listing.ListPlace;
import eco.exchange.listing.ListingAnswers;
import eco.exchange.market.Page;
import eco.exchange.market.ProductId;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Products and appraisals in maps, for one caller at a time: what a store must do, plainly. */
public final class MemoryCatalogueStore implements CatalogueStore {

  private final Map<ProductId, ProductView> products = new LinkedHashMap<>();
  private final Map<UUID, AppraisalView> appraisals = new LinkedHashMap<>();

  @Override
  public Uni<ProductView> keep(ProductView product) {
    products.putIfAbsent(product.id(), product);
    return item(products.get(product.id()));
  }

  @Override
  public Uni<AppraisalView> keep(AppraisalView appraisal) {
    appraisals.putIfAbsent(appraisal.id(), appraisal);
    return item(appraisals.get(appraisal.id()));
  }

  @Override
  public Uni<Answer<ProductView>> update(
      ProductId product, Function<ProductView, Answer<ProductView>> rule) {
    ProductView kept = products.get(product);
    Answer<ProductView> answer = kept == null ? ListingAnswers.missing(product) : rule.apply(kept);
    if (answer instanceof Answer.Done<ProductView> done) {
      products.put(product, done.value());
    }
    return item(answer);
  }

  @Override
  public Uni<Optional<ProductView>> product(ProductId product) {
    return item(Optional.ofNullable(products.get(product)));
  }

  @Override
  public Uni<Optional<AppraisalView>> appraisal(UUID appraisal) {
    return item(Optional.ofNullable(appraisals.get(appraisal)));
  }

  @Override
  public Uni<Page<ProductView>> products(ListPlace after, int limit) {
    return item(page(products.values().stream(), CatalogueStore::placeOf, after, limit));
  }

  /** A page of things in whatever order they come. */
  public static <T> Page<T> page(
      Stream<T> items, Function<T, ListPlace> place, ListPlace after, int limit) {
    Comparator<ListPlace> newestFirst =
        Comparator.comparing(ListPlace::at).thenComparing(ListPlace::id).reversed();
    List<T> found =
        items
            .filter(item -> newestFirst.compare(place.apply(item), after) > 0)
            .sorted(Comparator.comparing(place, newestFirst))
            .limit(limit + 1L)
            .toList();
    return ListPlace.page(found, limit, place);
  }

  private static <T> Uni<T> item(T item) {
    return Uni.createFrom().item(item);
  }
}
