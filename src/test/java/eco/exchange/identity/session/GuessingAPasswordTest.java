package eco.exchange.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GuessingAPasswordTest {

  private static final Instant START = Instant.parse("2026-11-21T01:00:00Z");

  @Test
  void five_attempts_are_free_and_the_sixth_must_wait() {
    SignInDelay patience = SignInDelay.UNTRIED;
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertThat(patience.isOpen(START)).as("attempt %d", attempt).isTrue();
      patience = patience.tried(START);
    }
    assertThat(patience.isOpen(START)).isFalse();
    assertThat(patience.isOpen(START.plusSeconds(1))).isTrue();
  }

  @Test
  void each_further_wait_is_twice_as_long_up_to_a_quarter_of_an_hour() {
    SignInDelay patience = new SignInDelay(4, START);
    StringBuilder waits = new StringBuilder();
    Instant now = START;
    for (int attempt = 0; attempt < 13; attempt++) {
      patience = patience.tried(now);
      waits.append(Duration.between(now, patience.openAt()).toSeconds()).append(' ');
      now = patience.openAt();
    }
    assertThat(waits).hasToString("1 2 4 8 16 32 64 128 256 512 900 900 900 ");
  }

  @Test
  void a_day_of_peace_forgets_the_attempts() {
    SignInDelay patience = new SignInDelay(40, START);
    assertThat(patience.tried(START.plus(Duration.ofHours(23))).attempts()).isEqualTo(41);
    assertThat(patience.tried(START.plus(Duration.ofHours(25))).attempts()).isEqualTo(1);
  }
}
