package eco.exchange.listing.catalogue;

import eco.exchange.market.Actor;
import java.time.Clock;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/** Catalogues and products for the tests of offers, which come from outside of this package. */
public final class Catalogues {

  private Catalogues() {}

  /** A catalogue in maps. */
  public static Catalogue inMemory(MemoryCatalogueStore store, Clock clock) {
    return new Catalogue(store, clock);
  }

  /** A catalogue on PostgreSQL. */
  public static Catalogue onPostgres(Mutiny.SessionFactory sessions, Clock clock) {
    return new Catalogue(new HibernateCatalogueStore(sessions), clock);
  }

  /** A product as it enters a catalogue. */
  public static ProductView entered(EnterProduct product, Actor transferor, Instant now) {
    return TitleRules.entered(product, transferor, now);
  }
}
