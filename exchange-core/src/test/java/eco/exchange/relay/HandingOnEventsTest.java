package eco.exchange.relay;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.event.ListingEvent.ListingReturned;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.outbox.Outbox;
import eco.exchange.testing.TestDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandingOnEventsTest {

  static final Duration PATIENCE = Duration.ofSeconds(60);
  static final TradeId PENGYANG = trade(1);
  static final TradeId BADONG = trade(2);

  final Pool pool = TestDatabase.migrated().pool();
  final Outbox outbox = new Outbox(Clock.systemUTC());
  final Relay relay = new Relay(new PgRelayStore(pool));
  final List<MarketEvent> heard = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stop() throws InterruptedException {
    relay.stop();
    pool.closeAndAwait();
  }

  @Test
  void events_are_heard_once_and_in_the_order_of_their_story() throws Exception {
    List<MarketEvent> told = story(PENGYANG, 50);
    List<MarketEvent> alsoTold = story(BADONG, 50);
    for (int i = 0; i < 50; i++) {
      write(told.get(i), alsoTold.get(i));
    }
    hearAll(100, heard::add);
    assertThat(of(PENGYANG)).isEqualTo(told);
    assertThat(of(BADONG)).isEqualTo(alsoTold);
  }

  @Test
  void an_event_of_a_transaction_that_is_rolled_back_has_not_happened() throws Exception {
    write(story(PENGYANG, 1).getFirst());
    pool.withTransaction(
            connection ->
                outbox
                    .write(connection, story(BADONG, 3))
                    .chain(() -> connection.query("SELECT 1/0").execute())
                    .replaceWithVoid())
        .onFailure()
        .recoverWithNull()
        .await()
        .atMost(PATIENCE);
    hearAll(1, heard::add);
    assertThat(waiting()).isZero();
    assertThat(of(BADONG)).isEmpty();
  }

  @Test
  void an_event_whose_turn_fails_is_told_again_and_the_rest_of_its_story_waits() throws Exception {
    ConcurrentHashMap<MarketEvent, Integer> tries = new ConcurrentHashMap<>();
    List<MarketEvent> told = story(PENGYANG, 3);
    write(told.toArray(MarketEvent[]::new));
    write(story(BADONG, 3).toArray(MarketEvent[]::new));
    hearAll(
        6,
        event -> {
          if (tries.merge(event, 1, Integer::sum) < 3 && event.equals(told.get(1))) {
            throw new IllegalStateException("not now");
          }
          heard.add(event);
        });
    assertThat(of(PENGYANG)).isEqualTo(told);
    assertThat(of(BADONG)).isEqualTo(story(BADONG, 3));
    assertThat(tries).containsEntry(told.get(1), 3).containsEntry(told.get(2), 1);
  }

  @Test
  void what_one_relay_left_the_next_one_tells() throws Exception {
    List<MarketEvent> told = story(PENGYANG, 20);
    write(told.toArray(MarketEvent[]::new));
    CountDownLatch five = new CountDownLatch(5);
    Relay first = new Relay(new PgRelayStore(pool));
    first.start(
        event -> {
          if (five.getCount() == 0) {
            throw new IllegalStateException("this node is going down");
          }
          heard.add(event);
          five.countDown();
        });
    assertThat(five.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    first.stop();
    hearAll(15, heard::add);
    assertThat(of(PENGYANG)).isEqualTo(told);
  }

  @Test
  void of_two_relays_one_tells() throws Exception {
    Relay other = new Relay(new PgRelayStore(pool));
    List<String> tellers = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch all = new CountDownLatch(40);
    relay.start(event -> count(tellers, "one", all));
    other.start(event -> count(tellers, "other", all));
    for (MarketEvent event : story(PENGYANG, 40)) {
      write(event);
    }
    assertThat(all.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    other.stop();
    assertThat(tellers).hasSize(40);
    assertThat(tellers.stream().distinct()).hasSize(1);
  }

  private static void count(List<String> tellers, String teller, CountDownLatch all) {
    tellers.add(teller);
    all.countDown();
  }

  private void hearAll(int count, Relay.Listener listener) throws InterruptedException {
    CountDownLatch all = new CountDownLatch(count);
    relay.start(
        event -> {
          try {
            listener.hear(event);
            all.countDown();
          } finally {
            relay.wake();
          }
        });
    assertThat(all.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    relay.stop();
  }

  private void write(MarketEvent... events) {
    pool.withTransaction(connection -> outbox.write(connection, events)).await().atMost(PATIENCE);
  }

  private long waiting() {
    return pool.query("SELECT count(*) FROM market.outbox WHERE handed_on_at IS NULL")
        .execute()
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next()
        .getLong(0);
  }

  private List<MarketEvent> of(TradeId trade) {
    return heard.stream().filter(event -> event.story().equals(trade.code())).toList();
  }

  private static List<MarketEvent> story(TradeId trade, int length) {
    return IntStream.range(0, length)
        .<MarketEvent>mapToObj(i -> new ListingReturned(trade, "opinion " + i))
        .toList();
  }

  private static TradeId trade(int sequence) {
    return TradeId.of("640425", RightKind.CARBON_SINK, LocalDate.of(2026, 11, 21), sequence);
  }
}
