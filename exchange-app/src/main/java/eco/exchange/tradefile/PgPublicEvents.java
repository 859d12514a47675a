package eco.exchange.tradefile;

import eco.exchange.event.AmendmentEvent;
import eco.exchange.event.AwardEvent;
import eco.exchange.event.ContractEvent;
import eco.exchange.event.ListingEvent;
import eco.exchange.event.PenaltyEvent;
import eco.exchange.event.PriceEvent;
import eco.exchange.event.RevenueEvent;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The public events of a trade, read from the log of the market. */
@ApplicationScoped
class PgPublicEvents {

  // Who applies and who pays a deposit stays secret until the result, and so does how many do.
  private static final String[] PUBLIC_KINDS =
      Stream.of(
              ListingEvent.ListingDisclosed.class,
              AwardEvent.LotAwarded.class,
              AwardEvent.LotUnsold.class,
              AwardEvent.AwardApproved.class,
              AwardEvent.AwardLapsed.class,
              ContractEvent.ContractIssued.class,
              ContractEvent.ContractEffective.class,
              AmendmentEvent.ContractAmended.class,
              PriceEvent.GuaranteeAccepted.class,
              PriceEvent.InstalmentShared.class,
              PriceEvent.PriceSettled.class,
              ContractEvent.TradeCertified.class,
              RevenueEvent.RevenueReported.class,
              RevenueEvent.RevenueReceived.class,
              RevenueEvent.RevenueDistributed.class,
              RevenueEvent.SupplementShared.class,
              PenaltyEvent.PenaltyShared.class)
          .map(Class::getSimpleName)
          .toArray(String[]::new);

  private final Pool pool;

  PgPublicEvents(Pool pool) {
    this.pool = pool;
  }

  /** What has happened after a place in the log, in order. */
  Uni<List<PublicEvent>> of(TradeId trade, long after, int limit) {
    return pool.preparedQuery(
            """
            SELECT id, kind, recorded_at
              FROM market.outbox
             WHERE story = $1 AND id > $2 AND kind = ANY ($3)
             ORDER BY id
             LIMIT $4
            """)
        .execute(Tuple.of(trade.code(), after, PUBLIC_KINDS, limit))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(PgPublicEvents::read))
        .map(Stream::toList);
  }

  private static PublicEvent read(Row row) {
    return new PublicEvent(
        row.getLong("id"), row.getString("kind"), row.getOffsetDateTime("recorded_at").toInstant());
  }
}
