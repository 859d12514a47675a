package eco.exchange.bidding.desk;

import static eco.exchange.bidding.desk.Hall.LOT;
import static eco.exchange.bidding.desk.Hall.OFFICER;
import static eco.exchange.bidding.desk.Hall.applicationOf;
import static eco.exchange.bidding.desk.Hall.done;
import static eco.exchange.bidding.desk.Hall.party;
import static eco.exchange.bidding.desk.Hall.worded;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bids without a paddle: they cost little, and who was admitted just now is soon known. */
class BidsOfStrangersTest {

  final Stores memory = MemoryStores.fresh();
  final CountedStore store = new CountedStore(memory.lots());
  final Hall hall = new Hall(memory.with(store));
  final Hall elsewhere = hall.nextDoor(memory);
  final AtomicLong nanos = new AtomicLong();

  @BeforeEach
  void bidding_is_open_and_two_are_not_admitted_yet() {
    hall.watch = Optional.of(nanos);
    elsewhere.schedule();
    for (String name : new String[] {"安吉", "丽水", "德清"}) {
      elsewhere.applies(name);
      done(
          elsewhere.applications.qualify(applicationOf(name), "符合公告条件", Optional.empty(), OFFICER));
    }
    done(elsewhere.applications.admit(LOT, party("安吉")));
    elsewhere.opens();
    assertThat(worded(hall.bids("安吉", "50.00"))).isEqualTo("accepted");
    store.readings.set(0);
  }

  @Test
  void a_flood_of_them_makes_the_clerk_look_now_and_then_and_not_each_time() {
    for (int i = 0; i < 1_000; i++) {
      nanos.addAndGet(1_000_000);
      assertThat(worded(hall.bids("stranger " + i, "99.00"))).isEqualTo("NOT_ADMITTED");
    }

    assertThat(store.readings.get()).isBetween(6, 7);
  }

  @Test
  void who_is_admitted_on_this_node_may_bid_at_once() {
    assertThat(worded(hall.bids("丽水", "51.00"))).isEqualTo("NOT_ADMITTED");
    done(hall.applications.admit(LOT, party("丽水")));

    assertThat(worded(hall.bids("丽水", "51.00"))).isEqualTo("accepted");
  }

  @Test
  void who_is_admitted_on_another_node_may_bid_here_after_the_documented_moment() {
    assertThat(worded(hall.bids("丽水", "51.00"))).isEqualTo("NOT_ADMITTED");
    done(elsewhere.applications.admit(LOT, party("丽水")));
    assertThat(worded(hall.bids("丽水", "51.00"))).isEqualTo("NOT_ADMITTED");
    nanos.addAndGet(LotCommitter.NEWCOMERS_WAIT.toNanos());

    assertThat(worded(hall.bids("丽水", "51.00"))).isEqualTo("accepted");
  }

  @Test
  void an_accepted_bid_meets_the_newcomers_of_other_nodes_by_itself() {
    done(elsewhere.applications.admit(LOT, party("丽水")));
    done(elsewhere.applications.admit(LOT, party("德清")));
    nanos.addAndGet(LotCommitter.NEWCOMERS_WAIT.toNanos());
    assertThat(worded(hall.bids("丽水", "51.00"))).isEqualTo("accepted");

    assertThat(worded(hall.bids("德清", "52.00"))).isEqualTo("accepted");
    assertThat(store.readings).hasValue(1);
  }
}
