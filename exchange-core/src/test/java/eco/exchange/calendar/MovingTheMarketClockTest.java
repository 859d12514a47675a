package eco.exchange.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.testing.Seeds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MovingTheMarketClockTest {

  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
  private static final Instant TEN = NINE.plus(Duration.ofHours(1));

  private final Clock wall = Clock.fixed(NINE, ZoneOffset.UTC);
  private final MarketClock clock = new MarketClock(wall, Duration.ZERO);

  @Test
  void a_clock_that_nobody_moves_tells_the_time_of_the_wall() {
    assertThat(clock.instant()).isEqualTo(NINE);
    assertThat(clock.offset()).isZero();
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void time_moves_forward_to_the_moment_asked_for() {
    assertThat(clock.moveTo(TEN)).isEqualTo(TEN);
    assertThat(clock.instant()).isEqualTo(TEN);
    assertThat(clock.millis()).isEqualTo(TEN.toEpochMilli());
    assertThat(clock.offset()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void time_never_moves_back() {
    assertThat(clock.moveTo(TEN)).isEqualTo(TEN);

    assertThat(clock.moveTo(NINE)).isEqualTo(TEN);
    assertThat(clock.moveTo(TEN.minusNanos(1))).isEqualTo(TEN);
    assertThat(clock.instant()).isEqualTo(TEN);
  }

  @Test
  void after_a_restart_the_market_goes_on_from_the_offset_that_was_kept() {
    assertThat(clock.moveTo(TEN)).isEqualTo(TEN);

    assertThat(new MarketClock(wall, clock.offset()).instant()).isEqualTo(TEN);
  }

  @Test
  void a_moved_clock_runs_on_with_the_wall() {
    MarketClock running = new MarketClock(Clock.systemUTC(), Duration.ZERO);
    Instant future = running.instant().plus(Duration.ofDays(100));

    assertThat(running.moveTo(future)).isEqualTo(future);

    assertThat(running.instant()).isBetween(future, future.plusSeconds(60));
  }

  @Test
  void the_market_tells_whole_microseconds() {
    Clock finer = Clock.fixed(NINE.plusNanos(1_999), ZoneOffset.UTC);

    assertThat(new MarketClock(finer, Duration.ZERO).instant()).isEqualTo(NINE.plusNanos(1_000));
    assertThat(clock.moveTo(TEN.plusNanos(1_999))).isEqualTo(TEN.plusNanos(1_000));
    assertThat(clock.instant()).isEqualTo(TEN.plusNanos(1_000));
  }

  @Test
  void the_same_clock_in_another_zone_moves_along() {
    Clock beijing = clock.withZone(ZoneId.of("Asia/Shanghai"));

    assertThat(clock.moveTo(TEN)).isEqualTo(TEN);

    assertThat(beijing.instant()).isEqualTo(TEN);
    assertThat(beijing.getZone()).isEqualTo(Deadline.ZONE);
  }

  @Test
  void a_moment_beyond_all_reckoning_is_refused_and_moves_nothing() {
    assertThatThrownBy(() -> clock.moveTo(Instant.MAX)).isInstanceOf(ArithmeticException.class);
    assertThat(clock.instant()).isEqualTo(NINE);
  }

  @Test
  void whoever_moves_it_at_the_same_time_the_furthest_moment_wins() throws Exception {
    long seed = Seeds.fresh();
    int[] minutes = Seeds.of(seed).ints(2_000, 0, 1_000_000).toArray();
    Stream<Callable<Instant>> moves =
        IntStream.of(minutes).mapToObj(m -> () -> clock.moveTo(NINE.plus(Duration.ofMinutes(m))));

    try (ExecutorService people = Executors.newFixedThreadPool(4)) {
      for (var move : people.invokeAll(moves.toList())) {
        assertThat(move.get()).as("seed %d", seed).isBeforeOrEqualTo(clock.instant());
      }
    }

    int furthest = IntStream.of(minutes).max().orElseThrow();
    assertThat(clock.offset()).as("seed %d", seed).isEqualTo(Duration.ofMinutes(furthest));
  }
}
