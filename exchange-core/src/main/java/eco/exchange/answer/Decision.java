package eco.exchange.answer;

import eco.exchange.event.MarketEvent;
import java.util.List;
import java.util.function.Function;

/**
 * The decision of a rule: the answer, what is to be kept, and the events that follow from it.
 *
 * <p>A refusal leaves the state as it was and tells nobody; so does the answer to a call that is
 * repeated. A store takes a function from the state it has read to a decision, and writes what is
 * new in it, with its events, in one transaction.
 *
 * @param answer what whoever asked is told
 * @param next what is to be kept: the next state or, where a rule only adds, what it adds
 * @param events what the market is told, in order
 * @param <S> the state that is decided about, or the list of what is added
 * @param <T> what is answered when the thing was done
 */
public record Decision<S, T>(Answer<T> answer, S next, List<MarketEvent> events) {

  /** Copies the events. */
  public Decision {
    events = List.copyOf(events);
  }

  /** The thing is done. */
  public static <S, T> Decision<S, T> done(T value, S next, MarketEvent... events) {
    return new Decision<>(Answer.done(value), next, List.of(events));
  }

  /** Nothing is done, for one reason. */
  public static <S, T> Decision<S, T> refused(Reason reason, String detail, S unchanged) {
    return new Decision<>(Answer.refused(reason, detail), unchanged, List.of());
  }

  /** Nothing is done, for all these reasons. */
  public static <S, T> Decision<S, T> refused(List<Refusal> reasons, S unchanged) {
    return new Decision<>(Answer.refused(reasons), unchanged, List.of());
  }

  /** The same decision with another answer; a refusal stays as it is. */
  public <R> Decision<S, R> map(Function<T, R> answered) {
    return new Decision<>(answer.map(answered), next, events);
  }
}
