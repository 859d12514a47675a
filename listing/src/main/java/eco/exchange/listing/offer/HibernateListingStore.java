package eco.exchange.listing.offer;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Decision;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.event.MarketEvent;
import eco.exchange.listing.HibernateTransactions;
import eco.exchange.listing.ListPlace;
import eco.exchange.listing.ListingAnswers;
import eco.exchange.listing.catalogue.AppraisalRow;
import eco.exchange.listing.catalogue.AppraisalView;
import eco.exchange.listing.catalogue.ProductRow;
import eco.exchange.listing.catalogue.ProductView;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The stored listings in PostgreSQL, through Hibernate Reactive. */
@ApplicationScoped
class HibernateListingStore implements ListingStore {

  /**
   * A listing with what it refers to. The index listing_in_trade allows one rival at most, the
   * index listing_relisted one successor.
   */
  private static final String LISTING =
      """
      select l, p, a, r.trade, e, n.trade
        from ListingRow l
        join ProductRow p on p.id = l.product
        left join AppraisalRow a on a.id = l.appraisal
        left join ListingRow r on r.product = l.product and r.trade <> l.trade
                              and r.state in (SUBMITTED, DISCLOSED, AWARDED, CERTIFIED)
        left join ListingRow e on e.trade = l.relistOf and e.product = l.product
        left join ListingRow n on n.relistOf = l.relistOf and n.trade <> l.trade
                              and n.disclosure.disclosedAt is not null
      """;

  private final HibernateTransactions database;
  private final Outbox outbox;

  HibernateListingStore(Mutiny.SessionFactory sessions, Outbox outbox) {
    this.database = new HibernateTransactions(sessions);
    this.outbox = outbox;
  }

  @Override
  public Uni<Listing> begin(DraftListing draft, ProductView product, Instant now) {
    return database.change(
        session ->
            one(session, "where l.request = :request", Map.of("request", draft.request()))
                .onItem()
                .ifNull()
                .switchTo(
                    () ->
                        nextNumber(session, WorkingCalendar.dayOf(now))
                            .map(number -> Listing.Draft.begun(number, draft, product, now))
                            .chain(
                                begun ->
                                    HibernateTransactions.inserted(session, new ListingRow(begun)))
                            .chain(row -> byTrade(session, row.trade)))
                .map(Kept::listing));
  }

  @Override
  public Uni<Answer<Listing>> update(
      TradeId trade, Function<Listing, Decision<Listing, Listing>> rule) {
    return database.change(
        session ->
            byTrade(session, trade.code())
                .onItem()
                .ifNotNull()
                .transformToUni(kept -> settled(session, kept, rule.apply(kept.listing())))
                .onItem()
                .ifNull()
                .continueWith(() -> ListingAnswers.missing(trade)));
  }

  private Uni<Answer<Listing>> settled(
      Mutiny.Session session, Kept kept, Decision<Listing, Listing> decision) {
    return decision.next().equals(kept.listing())
        ? Uni.createFrom().item(decision.answer())
        : written(session, kept.row(), decision);
  }

  private Uni<Answer<Listing>> written(
      Mutiny.Session session, ListingRow row, Decision<Listing, Listing> decision) {
    row.write(decision.next());
    // Read again, for a revision may refer to another appraisal.
    return session
        .flush()
        .chain(() -> told(session, decision.events()))
        .chain(() -> byTrade(session, row.trade))
        .map(kept -> decision.map(done -> kept.listing()).answer());
  }

  private Uni<Void> told(Mutiny.Session session, List<MarketEvent> events) {
    Uni<Void> told = Uni.createFrom().voidItem();
    for (MarketEvent event : events) {
      told = told.chain(() -> outbox.write(session, event));
    }
    return told;
  }

  @Override
  public Uni<Optional<Listing>> listing(TradeId trade) {
    return database
        .read(session -> byTrade(session, trade.code()))
        .map(kept -> Optional.ofNullable(kept).map(Kept::listing));
  }

  @Override
  public Uni<Page<Listing>> published(ListPlace after, int limit) {
    String sql =
        """
        where l.disclosure.disclosedAt < :at
           or (l.disclosure.disclosedAt = :at and l.trade < :id)
        order by l.disclosure.disclosedAt desc, l.trade desc
        """;
    return pageOf(sql, Map.of("at", after.at(), "id", after.id()), limit)
        .map(found -> ListPlace.page(found, limit, ListingStore::placeOfDisclosed));
  }

  @Override
  public Uni<Page<Listing>> of(PartyId transferor, ListPlace after, int limit) {
    String sql =
        """
        where l.transferor = :transferor
          and (l.draftedAt < :at or (l.draftedAt = :at and l.trade < :id))
        order by l.draftedAt desc, l.trade desc
        """;
    return pageOf(
            sql, Map.of("transferor", transferor.id(), "at", after.at(), "id", after.id()), limit)
        .map(found -> ListPlace.page(found, limit, ListingStore::placeOfDrafted));
  }

  private static Uni<Kept> byTrade(Mutiny.Session session, String trade) {
    return one(session, "where l.trade = :trade", Map.of("trade", trade));
  }

  private static Uni<Kept> one(Mutiny.Session session, String where, Map<String, Object> values) {
    return query(session, where, values)
        .getSingleResultOrNull()
        .onItem()
        .ifNotNull()
        .transform(Kept::of);
  }

  private Uni<List<Listing>> pageOf(String where, Map<String, Object> values, int limit) {
    return database
        .read(session -> query(session, where, values).setMaxResults(limit + 1).getResultList())
        .map(rows -> rows.stream().map(Kept::of).map(Kept::listing).toList());
  }

  private static Mutiny.SelectionQuery<Object[]> query(
      Mutiny.Session session, String where, Map<String, Object> values) {
    Mutiny.SelectionQuery<Object[]> query =
        session.createSelectionQuery(LISTING + where, Object[].class);
    values.forEach(query::setParameter);
    return query;
  }

  private static Uni<Integer> nextNumber(Mutiny.Session session, LocalDate day) {
    return session
        .createNativeQuery(
            """
            INSERT INTO listing.trade_number AS number (day, last_number) VALUES (:day, 1)
            ON CONFLICT (day) DO UPDATE SET last_number = number.last_number + 1
            RETURNING last_number
            """,
            Integer.class)
        .setParameter("day", day)
        .getSingleResult();
  }

  /** A listing and its row, which writes itself back when the session ends. */
  private record Kept(ListingRow row, Listing listing) {

    static Kept of(Object[] columns) {
      ListingRow row = (ListingRow) columns[0];
      ProductView product = ((ProductRow) columns[1]).view();
      Optional<AppraisalView> appraisal =
          Optional.ofNullable((AppraisalRow) columns[2]).map(AppraisalRow::view);
      Optional<TradeId> rival = Optional.ofNullable((String) columns[3]).map(TradeId::new);
      Optional<TradeId> next = Optional.ofNullable((String) columns[5]).map(TradeId::new);
      Optional<EarlierTrade> earlier =
          Optional.ofNullable((ListingRow) columns[4]).map(it -> it.earlier(next));
      return new Kept(row, row.listing(product, appraisal, rival, earlier));
    }
  }
}
