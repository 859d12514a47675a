package eco.exchange.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.answer.Answer;
import eco.exchange.bidding.lot.BiddingRefusal;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowingTest {

  private final List<String> done = new ArrayList<>();

  @Test
  void what_is_refused_although_it_must_follow_fails_with_every_reason() {
    assertThatThrownBy(() -> await(FollowUp.done(refusing(BiddingRefusal.NOT_QUALIFIED))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("NOT_QUALIFIED");
  }

  @Test
  void a_refusal_that_says_that_nothing_is_left_to_do_is_as_good_as_done() {
    await(FollowUp.done(refusing(BiddingRefusal.LOT_CLOSED), BiddingRefusal.LOT_CLOSED));
    assertThatThrownBy(
            () ->
                await(
                    FollowUp.done(refusing(BiddingRefusal.NO_SUCH_LOT), BiddingRefusal.LOT_CLOSED)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void steps_follow_in_order_and_none_after_one_that_failed() {
    await(FollowUp.inOrder(() -> step("first"), () -> step("second")));
    assertThat(done).containsExactly("first", "second");
    done.clear();
    assertThatThrownBy(
            () ->
                await(
                    FollowUp.inOrder(
                        () -> step("first"),
                        () -> FollowUp.done(refusing(BiddingRefusal.OWN_CASE)),
                        () -> step("third"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(done).containsExactly("first");
  }

  private Uni<Void> step(String name) {
    return Uni.createFrom().voidItem().invoke(() -> done.add(name));
  }

  private static Uni<Answer<String>> refusing(BiddingRefusal reason) {
    return Uni.createFrom().item(Answer.refused(reason, "because"));
  }

  private static void await(Uni<Void> uni) {
    uni.await().indefinitely();
  }
}
