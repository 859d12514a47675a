package eco.exchange.flow;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Reason;
import eco.exchange.answer.Refusal;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.function.Supplier;

/** The few ways in which something follows an event. */
final class FollowUp {

  private FollowUp() {}

  /** Nothing follows: somebody must act first, or the story is over. */
  static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  /**
   * A door must have done it.
   *
   * @param asGoodAsDone the refusals that say that there is nothing left to do
   */
  static Uni<Void> done(Uni<? extends Answer<?>> door, Reason... asGoodAsDone) {
    return door.onItem()
        .invoke(answer -> demandDone(answer, Set.of(asGoodAsDone)))
        .replaceWithVoid();
  }

  /**
   * A door may have refused it for one of these reasons, and then something else follows.
   *
   * @param otherwise what follows the refusals that are foreseen
   */
  static Uni<Void> doneOr(
      Uni<? extends Answer<?>> door, Supplier<Uni<Void>> otherwise, Reason... foreseen) {
    return door.onItem()
        .invoke(answer -> demandDone(answer, Set.of(foreseen)))
        .chain(answer -> answer instanceof Answer.Refused<?> ? otherwise.get() : nothing());
  }

  /** One after the other; the next only when the one before is done. */
  @SafeVarargs
  static Uni<Void> inOrder(Supplier<Uni<Void>>... steps) {
    Uni<Void> all = nothing();
    for (Supplier<Uni<Void>> step : steps) {
      all = all.chain(() -> step.get());
    }
    return all;
  }

  private static void demandDone(Answer<?> answer, Set<Reason> asGoodAsDone) {
    if (answer instanceof Answer.Refused<?> refused
        && !refused.reasons().stream().map(Refusal::reason).allMatch(asGoodAsDone::contains)) {
      throw new IllegalStateException("refused what must follow: " + refused.reasons());
    }
  }
}
