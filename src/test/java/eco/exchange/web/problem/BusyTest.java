package eco.exchange.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.bidding.auction.BidRefusal;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;

/** A desk that is busy says when to come back; what is refused for good does not. */
class BusyTest {

  @Test
  void a_busy_desk_is_a_503_to_come_back_to_after_a_second() {
    ProblemException busy = Problems.refused(BidRefusal.BUSY, "too many bids wait");

    assertThat(busy.problem().status()).isEqualTo(503);
    assertThat(busy.problem().code()).isEqualTo("BUSY");
    assertThat(busy.retryAfter()).contains(Duration.ofSeconds(1));
    assertThat(ProblemMappers.wholeSeconds(Duration.ofSeconds(1))).isEqualTo(1);
  }

  @Test
  void an_answer_of_a_door_that_is_busy_says_so_too() {
    Refusal busy = new Refusal(BidRefusal.BUSY, "too many bids wait");

    assertThat(failure(() -> Problems.done(new Answer.Refused<>(List.of(busy)))).retryAfter())
        .contains(Duration.ofSeconds(1));
  }

  @Test
  void what_is_refused_for_good_says_nothing_of_coming_back() {
    assertThat(Problems.refused(BidRefusal.TOO_LOW, "too low").retryAfter()).isEmpty();
  }

  private static ProblemException failure(ThrowableAssert.ThrowingCallable act) {
    return Assertions.catchThrowableOfType(ProblemException.class, act);
  }
}
