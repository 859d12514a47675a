package eco.exchange.bidding.live;

import static eco.exchange.bidding.desk.Hall.LOT;
import static eco.exchange.bidding.desk.Hall.await;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.desk.CountedStore;
import eco.exchange.bidding.desk.Hall;
import eco.exchange.bidding.desk.MemoryStores;
import eco.exchange.bidding.desk.Stores;
import eco.exchange.bidding.live.AuctionView.State;
import eco.exchange.bidding.lot.UnsoldCause;
import eco.exchange.money.Money;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What watchers are told, and when; time and the beats of the board are moved by hand. */
class LiveBoardTest {

  final Stores memory = MemoryStores.fresh();
  final CountedStore store = new CountedStore(memory.lots());
  final Hall hall = new Hall(memory.with(store));
  final Hall elsewhere = hall.nextDoor(memory);
  final AtomicLong nanos = new AtomicLong();

  @BeforeEach
  void bidding_is_open() {
    hall.watch = Optional.of(nanos);
    elsewhere.admits("安吉", "丽水");
    elsewhere.opens();
  }

  @Test
  void many_bids_between_two_beats_are_told_once_as_they_stand() {
    AssertSubscriber<AuctionView> watcher = watches();
    beat();
    hall.bids("安吉", "50.00");
    hall.bids("丽水", "51.00");
    hall.bids("安吉", "52.00");
    watcher.assertItems(watcher.getItems().getFirst());
    beat();

    assertThat(watcher.getItems()).extracting(AuctionView::seq).containsExactly(0L, 3L);
    assertThat(watcher.getLastItem().leadingPrice()).contains(Money.yuan("52.00"));
    assertThat(watcher.getLastItem()).isEqualTo(elsewhere.auction());
  }

  @Test
  void nothing_is_told_when_nothing_has_changed_but_a_heartbeat_with_the_time() {
    AssertSubscriber<AuctionView> watcher = watches();
    beat();
    for (int i = 0; i < 100; i++) {
      beat();
    }
    assertThat(watcher.getItems()).hasSize(1);
    hall.clock.moveTo(hall.clock.instant().plus(WatchedLot.HEARTBEAT));
    pass(WatchedLot.HEARTBEAT);
    await(hall.board().tail());
    beat();

    assertThat(watcher.getItems()).hasSize(2);
    assertThat(watcher.getLastItem().serverTime()).isEqualTo(hall.clock.instant());
  }

  @Test
  void no_heartbeat_vouches_for_what_the_board_no_longer_knows() {
    AssertSubscriber<AuctionView> watcher = watches();
    beat();
    pass(WatchedLot.HEARTBEAT);
    beat();

    assertThat(watcher.getItems()).hasSize(1);
  }

  @Test
  void what_another_node_did_is_told_after_the_next_question() {
    AssertSubscriber<AuctionView> watcher = watches();
    beat();
    elsewhere.bids("安吉", "50.00");
    beat();
    assertThat(watcher.getItems()).hasSize(1);
    await(hall.board().tail());
    beat();

    assertThat(watcher.getLastItem().seq()).isEqualTo(1);
  }

  @Test
  void the_opening_is_told_although_nobody_did_anything() {
    Hall early = new Hall(MemoryStores.fresh());
    early.schedule();
    AssertSubscriber<AuctionView> watcher =
        early.bidding.watch(LOT).subscribe().withSubscriber(AssertSubscriber.create(9));
    early.board().tick();
    early.opens();
    early.board().tick();

    assertThat(watcher.getItems())
        .extracting(AuctionView::state)
        .containsExactly(State.SCHEDULED, State.OPEN);
  }

  @Test
  void the_closed_state_is_told_and_is_the_last() {
    AssertSubscriber<AuctionView> watcher = watches();
    hall.bids("安吉", "50.00");
    beat();
    hall.closes();
    beat();

    watcher.assertCompleted();
    assertThat(watcher.getLastItem().state()).isEqualTo(State.CLOSED);
    assertThat(watcher.getLastItem().leadingPaddle()).contains(hall.paddleOf("安吉"));
  }

  @Test
  void a_lot_that_another_node_closed_ends_here_too() {
    AssertSubscriber<AuctionView> watcher = watches();
    beat();
    elsewhere.closes();
    await(hall.board().tail());
    beat();

    watcher.assertCompleted();
    assertThat(watcher.getLastItem().unsold()).contains(UnsoldCause.NO_BID);
  }

  @Test
  void whoever_watches_a_lot_that_is_none_is_told_nothing() {
    Hall empty = hall.nextDoor(MemoryStores.fresh());
    AssertSubscriber<AuctionView> watcher =
        empty.bidding.watch(LOT).subscribe().withSubscriber(AssertSubscriber.create(9));
    empty.board().tick();

    watcher.assertCompleted().assertHasNotReceivedAnyItem();
  }

  @Test
  void any_number_of_readers_and_watchers_of_one_lot_cost_the_store_one_reading() {
    List<AssertSubscriber<AuctionView>> watchers = List.of(watches(), watches(), watches());
    for (int i = 0; i < 100; i++) {
      hall.auction();
    }
    beat();

    assertThat(store.readings).hasValue(1);
    assertThat(watchers).allMatch(watcher -> watcher.getItems().size() == 1);
  }

  @Test
  void a_bid_that_this_node_has_answered_is_read_here_at_once() {
    hall.auction();
    hall.bids("安吉", "50.00");
    store.readings.set(0);

    assertThat(hall.auction().seq()).isEqualTo(1);
    assertThat(store.readings).hasValue(0);
  }

  @Test
  void a_bid_of_another_node_is_read_here_half_a_second_later_at_the_latest() {
    hall.auction();
    elsewhere.bids("安吉", "50.00");
    assertThat(hall.auction().seq()).isZero();
    pass(WatchedLot.FRESH);

    assertThat(hall.auction().seq()).isEqualTo(1);
  }

  @Test
  void a_lot_that_nobody_wants_any_more_is_taken_down() {
    AssertSubscriber<AuctionView> watcher = watches();
    pass(Duration.ofSeconds(3));
    beat();
    store.questions.set(0);
    await(hall.board().tail());
    assertThat(store.questions).as("while it is watched").hasValue(1);
    watcher.cancel();
    beat();
    await(hall.board().tail());

    assertThat(store.questions).as("when nobody watches").hasValue(1);
  }

  @Test
  void a_reading_that_failed_is_told_and_the_next_may_succeed() {
    store.broken = true;
    AssertSubscriber<AuctionView> watcher = watches();
    watcher.assertFailedWith(IllegalStateException.class, "");
    store.broken = false;

    assertThat(hall.auction().seq()).isZero();
  }

  private AssertSubscriber<AuctionView> watches() {
    return hall.bidding.watch(LOT).subscribe().withSubscriber(AssertSubscriber.create(1_000));
  }

  private void beat() {
    hall.board().tick();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
