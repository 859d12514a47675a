package eco.exchange.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a watcher is told who comes back, or who cannot keep up; written as 'event seq'. */
class WatcherFeedTest {

  final List<String> told = new ArrayList<>();
  final List<Runnable> lookups = new ArrayList<>();
  final List<Runnable> drains = new ArrayList<>();
  boolean full;
  long nanos;
  long turns;

  @Test
  void a_first_visit_begins_with_the_state() {
    WatcherFeed feed = feed(OptionalLong.empty());
    feed.offer(lot(7));
    feed.offer(lot(8));

    assertThat(told).containsExactly("lot 7", "lot 8");
  }

  @Test
  void who_comes_back_is_told_what_was_missed_up_to_the_very_state_that_follows() {
    WatcherFeed feed = feed(OptionalLong.of(4));
    feed.offer(lot(7));
    feed.offer(lot(9));
    assertThat(told).isEmpty();
    lookups.getFirst().run();

    assertThat(told).containsExactly("bids 5-7", "lot 7", "lot 9");
  }

  @Test
  void who_missed_nothing_is_told_the_state() {
    feed(OptionalLong.of(7)).offer(lot(7));

    assertThat(told).containsExactly("lot 7");
  }

  @Test
  void who_missed_very_many_is_told_to_fetch_the_rest() {
    WatcherFeed feed = feed(OptionalLong.of(0));
    feed.offer(lot(201));
    lookups.getFirst().run();

    assertThat(told).containsExactly("bids 1-200", "refetch 200", "lot 201");
  }

  @Test
  void who_knows_more_than_this_node_waits_for_it_to_catch_up() {
    WatcherFeed feed = feed(OptionalLong.of(9));
    feed.offer(lot(7));
    feed.offer(lot(9));

    assertThat(told).containsExactly("lot 9");
  }

  @Test
  void who_knows_bids_that_never_were_is_told_to_fetch() {
    WatcherFeed feed = feed(OptionalLong.of(9));
    feed.offer(lot(7));
    pass(WatcherFeed.REFETCH_AFTER.plusMillis(1));
    feed.offer(lot(7));

    assertThat(told).containsExactly("refetch 7", "lot 7");
  }

  @Test
  void to_who_is_slow_states_are_left_out_and_the_latest_is_told() {
    WatcherFeed feed = feed(OptionalLong.empty());
    full = true;
    feed.offer(lot(1));
    feed.offer(lot(2));
    feed.offer(lot(3));
    drain();

    assertThat(told).containsExactly("lot 3");
  }

  @Test
  void who_is_slow_for_long_is_told_to_fetch() {
    WatcherFeed feed = feed(OptionalLong.empty());
    feed.offer(lot(1));
    full = true;
    feed.offer(lot(2));
    pass(WatcherFeed.REFETCH_AFTER.plusMillis(1));
    feed.offer(lot(9));
    drain();

    assertThat(told).containsExactly("lot 1", "refetch 1", "lot 9");
  }

  @Test
  void who_is_slow_for_too_long_is_broken_off() {
    WatcherFeed feed = feed(OptionalLong.empty());
    full = true;
    feed.offer(lot(1));
    pass(WatcherFeed.CLOSE_AFTER.plusMillis(1));
    feed.offer(lot(2));
    drain();

    assertThat(told).containsExactly("aborted");
  }

  @Test
  void after_the_closed_state_comes_the_end_and_nothing_more() {
    WatcherFeed feed = feed(OptionalLong.of(3));
    feed.offer(LiveMessage.lot(1, 4, true, "{}"));
    lookups.getFirst().run();
    feed.offer(LiveMessage.lot(2, 4, true, "{}"));

    assertThat(told).containsExactly("bids 4-4", "lot 4", "end 4", "ended");
  }

  @Test
  void if_the_missed_bids_cannot_be_read_the_watcher_is_let_go_to_come_again() {
    WatcherFeed feed =
        new WatcherFeed(
            new Pen(), OptionalLong.of(1), (seq, count, then) -> then.told(null), () -> nanos);
    feed.offer(lot(4));

    assertThat(told).containsExactly("ended");
  }

  @Test
  void a_message_is_an_event_of_a_stream_and_the_text_of_a_socket() {
    LiveMessage message = LiveMessage.lot(1, 42, false, "{\"seq\":42}");

    assertThat(message.stream()).hasToString("event: lot\nid: 42\ndata: {\"seq\":42}\n\n");
    assertThat(message.text()).isEqualTo("{\"event\":\"lot\",\"data\":{\"seq\":42}}");
  }

  private WatcherFeed feed(OptionalLong after) {
    return new WatcherFeed(
        new Pen(),
        after,
        (seq, count, then) ->
            lookups.add(() -> then.told(LiveMessage.bids(seq + count, "%d-".formatted(seq + 1)))),
        () -> nanos);
  }

  private LiveMessage lot(long seq) {
    turns++;
    return LiveMessage.lot(turns, seq, false, "{}");
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private void drain() {
    full = false;
    drains.forEach(Runnable::run);
  }

  /** Writes down what a watcher is told. */
  private final class Pen implements Watcher {
    @Override
    public void write(LiveMessage message) {
      String event = message.stream().toString().lines().findFirst().orElse("").substring(7);
      String from =
          event.equals("bids")
              ? message.text().substring(message.text().lastIndexOf(':') + 1).replace("}", "")
              : "";
      told.add(event + " " + from + message.seq());
    }

    @Override
    public boolean isFull() {
      return full;
    }

    @Override
    public void whenDrained(Runnable then) {
      drains.add(then);
    }

    @Override
    public void end() {
      told.add("ended");
    }

    @Override
    public void abort() {
      told.add("aborted");
    }
  }
}
