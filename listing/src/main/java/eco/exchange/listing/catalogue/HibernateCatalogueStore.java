package eco.exchange.listing.catalogue;

import eco.exchange.answer.Answer;
import eco.exchange.listing.HibernateTransactions;
import eco.exchange.listing.ListPlace;
import eco.exchange.listing.ListingAnswers;
import eco.exchange.market.Page;
import eco.exchange.market.ProductId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The stored products and appraisals in PostgreSQL, through Hibernate Reactive. */
@ApplicationScoped
class HibernateCatalogueStore implements CatalogueStore {

  private final HibernateTransactions database;

  HibernateCatalogueStore(Mutiny.SessionFactory sessions) {
    this.database = new HibernateTransactions(sessions);
  }

  @Override
  public Uni<ProductView> keep(ProductView product) {
    return database.change(
        session ->
            session
                .find(ProductRow.class, product.id().id())
                .onItem()
                .ifNull()
                .switchTo(() -> HibernateTransactions.inserted(session, new ProductRow(product)))
                .map(ProductRow::view));
  }

  @Override
  public Uni<AppraisalView> keep(AppraisalView appraisal) {
    return database.change(
        session ->
            session
                .find(AppraisalRow.class, appraisal.id())
                .onItem()
                .ifNull()
                .switchTo(
                    () -> HibernateTransactions.inserted(session, new AppraisalRow(appraisal)))
                .map(AppraisalRow::view));
  }

  @Override
  public Uni<Answer<ProductView>> update(
      ProductId product, Function<ProductView, Answer<ProductView>> rule) {
    return database.change(
        session ->
            session
                .find(ProductRow.class, product.id())
                .onItem()
                .ifNotNull()
                .transform(row -> judged(row, rule.apply(row.view())))
                .onItem()
                .ifNull()
                .continueWith(() -> ListingAnswers.missing(product)));
  }

  private static Answer<ProductView> judged(ProductRow row, Answer<ProductView> answer) {
    return answer.map(
        product -> {
          row.judge(product);
          return product;
        });
  }

  @Override
  public Uni<Optional<ProductView>> product(ProductId product) {
    return database
        .read(session -> session.find(ProductRow.class, product.id()))
        .map(row -> Optional.ofNullable(row).map(ProductRow::view));
  }

  @Override
  public Uni<Optional<AppraisalView>> appraisal(UUID appraisal) {
    return database
        .read(session -> session.find(AppraisalRow.class, appraisal))
        .map(row -> Optional.ofNullable(row).map(AppraisalRow::view));
  }

  @Override
  public Uni<Page<ProductView>> products(ListPlace after, int limit) {
    return database
        .read(
            session ->
                session
                    .createSelectionQuery(
                        """
                        from ProductRow p
                         where p.cataloguedAt < :at or (p.cataloguedAt = :at and str(p.id) < :id)
                         order by p.cataloguedAt desc, p.id desc
                        """,
                        ProductRow.class)
                    .setParameter("at", after.at())
                    .setParameter("id", after.id())
                    .setMaxResults(limit + 1)
                    .getResultList())
        .map(rows -> rows.stream().map(ProductRow::view).toList())
        .map(found -> ListPlace.page(found, limit, CatalogueStore::placeOf));
  }
}
