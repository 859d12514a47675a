package eco.exchange.bidding.live;

import static eco.exchange.bidding.desk.Hall.LOT;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.desk.Hall;
import eco.exchange.bidding.desk.PgStores;
import eco.exchange.bidding.live.AuctionView.State;
import eco.exchange.testing.TestDatabase;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is bid on one node is seen on the other, on real PostgreSQL and with the real hand. */
class WatchingOnTwoNodesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final TestDatabase database = TestDatabase.migrated();
  final Hall one = new Hall(PgStores.of(database));
  final Hall other = one.nextDoor(PgStores.of(database));

  @Test
  void a_bid_on_one_node_reaches_who_watches_on_the_other_and_so_does_the_closing() {
    one.admits("安吉", "丽水");
    one.opens();
    other.watch = Optional.of(new AtomicLong());
    other.bidding.start();
    try {
      AssertSubscriber<AuctionView> watcher =
          other.bidding.watch(LOT).subscribe().withSubscriber(AssertSubscriber.create(99));
      watcher.awaitItems(1, PATIENCE);
      one.bids("安吉", "50.00");
      watcher.awaitItems(2, PATIENCE);
      assertThat(watcher.getLastItem()).isEqualTo(one.auction());
      other.bids("丽水", "51.00");
      watcher.awaitItems(3, PATIENCE);
      one.closes();
      watcher.awaitCompletion(PATIENCE);

      // That time is up may be told before the closing is.
      assertThat(watcher.getItems()).extracting(AuctionView::seq).startsWith(0L, 1L, 2L, 2L);
      assertThat(watcher.getLastItem().state()).isEqualTo(State.CLOSED);
    } finally {
      other.bidding.stop();
    }
  }
}
