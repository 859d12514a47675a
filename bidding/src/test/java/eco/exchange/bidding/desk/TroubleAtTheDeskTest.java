package eco.exchange.bidding.desk;

import static eco.exchange.bidding.desk.Hall.LOT;
import static eco.exchange.bidding.desk.Hall.TERMS;
import static eco.exchange.bidding.desk.Hall.await;
import static eco.exchange.bidding.desk.Hall.party;
import static eco.exchange.bidding.desk.Hall.worded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.desk.TroubledStore.Trouble;
import eco.exchange.event.AwardEvent.LotAwarded;
import eco.exchange.money.Money;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TroubleAtTheDeskTest {

  final Stores memory = MemoryStores.fresh();
  final TroubledStore store = new TroubledStore(memory.lots());
  final Hall calm = new Hall(memory);
  final Hall hall = new Hall(memory.with(store), calm.clock, 3);

  @BeforeEach
  void bidding_is_open() {
    calm.admits("安吉", "丽水", "德清");
    calm.opens();
  }

  @Test
  void a_commit_that_may_have_failed_is_answered_from_the_book() {
    store.troubles.add(Trouble.LOST_ON_THE_WAY_BACK);

    assertThat(worded(hall.bids("安吉", "50.00"))).isEqualTo("accepted");
    assertThat(await(hall.bidding.bids(LOT, 0, 10))).hasSize(1);
  }

  @Test
  void a_commit_that_did_fail_is_made_again() {
    store.troubles.addAll(List.of(Trouble.LOST_ON_THE_WAY, Trouble.LOST_ON_THE_WAY));

    assertThat(worded(hall.bids("安吉", "50.00"))).isEqualTo("accepted");
    assertThat(store.tried).hasSize(3);
    assertThat(await(hall.bidding.bids(LOT, 0, 10))).hasSize(1);
  }

  @Test
  void a_closing_that_may_have_failed_is_not_told_twice() {
    hall.bids("安吉", "50.00");
    hall.clock.moveTo(TERMS.closesAt());
    store.troubles.add(Trouble.LOST_ON_THE_WAY_BACK);
    hall.rings();

    assertThat(hall.events(LotAwarded.class)).hasSize(1);
  }

  @Test
  void while_the_database_is_away_the_outcome_is_unknown_and_the_key_tells_it_later() {
    store.troubles.add(Trouble.LOST_ON_THE_WAY_BACK);
    store.troubles.addAll(Collections.nCopies(5, Trouble.LOST_ON_THE_WAY));
    assertThatThrownBy(() -> hall.bids("安吉", "50.00", "stood"))
        .hasRootCauseInstanceOf(IOException.class);
    store.troubles.addAll(Collections.nCopies(6, Trouble.LOST_ON_THE_WAY));
    assertThatThrownBy(() -> hall.bids("丽水", "51.00", "did-not"))
        .hasRootCauseInstanceOf(IOException.class);
    assertThat(await(hall.bidding.bids(LOT, 0, 10))).hasSize(1);

    assertThat(worded(hall.bids("丽水", "51.00", "did-not"))).isEqualTo("accepted");
    assertThat(worded(hall.bids("安吉", "50.00", "stood"))).isEqualTo("accepted");
    assertThat(await(hall.bidding.bids(LOT, 0, 10))).hasSize(2);
  }

  @Test
  void what_arrives_during_a_commit_is_committed_together() {
    store.troubles.add(Trouble.SLOW);
    UniAssertSubscriber<BidAnswer> first = places("安吉", "50.00");
    List<UniAssertSubscriber<BidAnswer>> rest =
        Stream.of("丽水 51.00", "德清 50.00", "安吉 52.00")
            .map(words -> places(words.split(" ")[0], words.split(" ")[1]))
            .toList();
    first.assertNotTerminated();
    store.letGo();

    assertThat(worded(first.awaitItem().getItem())).isEqualTo("accepted");
    assertThat(rest)
        .extracting(answer -> worded(answer.awaitItem().getItem()))
        .containsExactly("accepted", "TOO_LOW", "accepted");
    assertThat(store.tried).extracting(batch -> batch.recorded().size()).containsExactly(1, 3);
  }

  @Test
  void one_bid_more_than_may_wait_is_told_that_the_desk_is_busy() {
    store.troubles.add(Trouble.SLOW);
    UniAssertSubscriber<BidAnswer> first = places("安吉", "50.00");
    places("丽水", "51.00");
    places("德清", "52.00");
    UniAssertSubscriber<BidAnswer> third = places("安吉", "53.00");
    UniAssertSubscriber<BidAnswer> fourth = places("丽水", "54.00");

    assertThat(worded(fourth.getItem())).isEqualTo("BUSY");
    store.letGo();
    assertThat(worded(first.awaitItem().getItem())).isEqualTo("accepted");
    assertThat(worded(third.awaitItem().getItem())).isEqualTo("accepted");
    assertThat(worded(hall.bids("丽水", "54.00"))).isEqualTo("accepted");
  }

  @Test
  void the_same_bid_twice_in_one_batch_is_one_bid() {
    store.troubles.add(Trouble.SLOW);
    places("安吉", "50.00");
    UniAssertSubscriber<BidAnswer> once = places("丽水", "51.00", "key");
    UniAssertSubscriber<BidAnswer> again = places("丽水", "51.00", "key");
    UniAssertSubscriber<BidAnswer> changed = places("丽水", "59.00", "key");
    store.letGo();

    assertThat(again.awaitItem().getItem()).isEqualTo(once.awaitItem().getItem());
    assertThat(worded(changed.awaitItem().getItem())).isEqualTo("KEY_REUSED");
    assertThat(await(hall.bidding.bids(LOT, 0, 10))).hasSize(2);
  }

  @Test
  void a_bid_counts_from_when_it_was_taken_however_slow_the_commit() {
    hall.clock.moveTo(TERMS.closesAt().minusSeconds(600));
    store.troubles.add(Trouble.SLOW);
    places("安吉", "50.00");
    hall.clock.moveTo(TERMS.closesAt().minusMillis(1));
    UniAssertSubscriber<BidAnswer> inTime = places("丽水", "51.00");
    hall.clock.moveTo(TERMS.closesAt().plus(Duration.ofMinutes(1)));
    UniAssertSubscriber<BidAnswer> after = places("德清", "52.00");
    store.letGo();

    assertThat(inTime.awaitItem().getItem())
        .isEqualTo(
            new BidAnswer.Accepted(
                2,
                Money.yuan("51.00"),
                TERMS.closesAt().minusMillis(1),
                TERMS.closesAt().plusSeconds(300).minusMillis(1)));
    assertThat(worded(after.awaitItem().getItem())).isEqualTo("accepted");
  }

  private UniAssertSubscriber<BidAnswer> places(String name, String price) {
    return places(name, price, "at-" + price);
  }

  private UniAssertSubscriber<BidAnswer> places(String name, String price, String key) {
    return hall.bidding
        .placeBid(new PlaceBid(LOT, party(name), Money.yuan(price), key))
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
  }
}
