package eco.exchange.identity.session;

import static eco.exchange.web.Callers.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.identity.account.Accounts;
import eco.exchange.identity.secret.Passwords;
import eco.exchange.identity.session.SignInAnswer.MustWait;
import eco.exchange.identity.session.SignInAnswer.NotKnown;
import eco.exchange.identity.session.SignInAnswer.SignedIn;
import eco.exchange.web.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BeingLetInTest {

  private static final Instant NOW = Instant.parse("2026-11-21T01:00:00.5Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject Accounts accounts;
  @Inject PgSessionStore store;
  @Inject Passwords passwords;
  @Inject AccessTokens tokens;

  @Test
  void after_five_guesses_even_the_right_password_must_wait() {
    String login = Callers.newBidder();
    for (int guess = 1; guess <= 5; guess++) {
      assertThat(signIn(NOW, login, "guess-number-" + guess)).isInstanceOf(NotKnown.class);
    }
    assertThat(signIn(NOW, login, PASSWORD)).isEqualTo(new MustWait(NOW.plusSeconds(1)));
    assertThat(signIn(NOW.plusSeconds(1), login, PASSWORD)).isInstanceOf(SignedIn.class);
    assertThat(signIn(NOW.plusSeconds(1), login, "a-wrong-password"))
        .as("success forgets the guesses")
        .isInstanceOf(NotKnown.class);
  }

  @Test
  void guessing_many_at_once_wins_nothing_and_tells_nothing_about_who_is_known() {
    for (String login : List.of(Callers.newBidder(), "nobody-" + System.nanoTime())) {
      Sessions sessions = sessions(NOW);
      List<Uni<SignInAnswer>> guesses = new ArrayList<>();
      IntStream.range(0, 20)
          .forEach(guess -> guesses.add(sessions.signIn(login, "guess-number-" + guess)));
      List<SignInAnswer> answers =
          Uni.join().all(guesses).andCollectFailures().await().atMost(PATIENCE);
      assertThat(answers).filteredOn(NotKnown.class::isInstance).hasSize(5);
      assertThat(answers).filteredOn(MustWait.class::isInstance).hasSize(15);
    }
  }

  @Test
  void a_refresh_token_ends_after_twelve_hours_and_a_session_after_seven_days() {
    SignedIn in = (SignedIn) signIn(NOW, Callers.newBidder(), PASSWORD);
    Instant now = NOW;
    for (int half = 0; half < 14; half++) {
      now = now.plus(Duration.ofHours(11));
      in = (SignedIn) refresh(now, in.refreshToken());
    }
    assertThat(refresh(now.plus(Duration.ofHours(12)), in.refreshToken()))
        .isInstanceOf(NotKnown.class);
    assertThat(refresh(NOW.plus(Duration.ofDays(7)), in.refreshToken()))
        .isInstanceOf(NotKnown.class);
    assertThat(refresh(now, in.refreshToken())).isInstanceOf(SignedIn.class);
  }

  @Test
  void a_refresh_token_sent_by_two_at_once_lets_one_in_and_then_nobody() {
    SignedIn in = (SignedIn) signIn(NOW, Callers.newBidder(), PASSWORD);
    Sessions sessions = sessions(NOW);
    List<SignInAnswer> both =
        Uni.join()
            .all(sessions.refresh(in.refreshToken()), sessions.refresh(in.refreshToken()))
            .andFailFast()
            .await()
            .atMost(PATIENCE);
    assertThat(both).filteredOn(NotKnown.class::isInstance).hasSize(1);
    SignedIn winner =
        (SignedIn) both.stream().filter(SignedIn.class::isInstance).findFirst().orElseThrow();
    assertThat(refresh(NOW, winner.refreshToken())).isInstanceOf(NotKnown.class);
  }

  private SignInAnswer signIn(Instant now, String login, String password) {
    return sessions(now).signIn(login, password).await().atMost(PATIENCE);
  }

  private SignInAnswer refresh(Instant now, String token) {
    return sessions(now).refresh(token).await().atMost(PATIENCE);
  }

  private Sessions sessions(Instant now) {
    return new Sessions(accounts, store, passwords, tokens, Clock.fixed(now, ZoneOffset.UTC));
  }
}
