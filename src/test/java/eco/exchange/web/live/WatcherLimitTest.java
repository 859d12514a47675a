package eco.exchange.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WatcherLimitTest {

  private static final TradeId ONE = lot(1);
  private static final TradeId OTHER = lot(2);

  @Test
  void no_more_are_let_in_from_one_address_than_may() {
    WatcherLimit turnstile = new WatcherLimit(9, 9, 1);
    Runnable leave = turnstile.enter(ONE, "10.0.0.1").orElseThrow();

    assertThat(turnstile.enter(OTHER, "10.0.0.1")).isEmpty();
    assertThat(turnstile.enter(ONE, "10.0.0.2")).isPresent();
    leave.run();
    assertThat(turnstile.enter(OTHER, "10.0.0.1")).isPresent();
  }

  @Test
  void no_more_are_let_in_to_one_lot_than_may() {
    WatcherLimit turnstile = new WatcherLimit(9, 1, 9);
    assertThat(turnstile.enter(ONE, "10.0.0.1")).isPresent();

    assertThat(turnstile.enter(ONE, "10.0.0.2")).isEmpty();
    assertThat(turnstile.enter(OTHER, "10.0.0.2")).isPresent();
  }

  @Test
  void a_place_is_given_back_once() {
    WatcherLimit turnstile = new WatcherLimit(2, 9, 9);
    Runnable leave = turnstile.enter(ONE, "10.0.0.1").orElseThrow();
    assertThat(turnstile.enter(ONE, "10.0.0.2")).isPresent();
    leave.run();
    leave.run();
    assertThat(turnstile.enter(ONE, "10.0.0.1")).isPresent();
    assertThat(turnstile.enter(ONE, "10.0.0.1")).isEmpty();
  }

  private static TradeId lot(int number) {
    return TradeId.of("640425", RightKind.CARBON_SINK, LocalDate.of(2026, 3, 2), number);
  }
}
