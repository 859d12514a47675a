package eco.exchange.answer;

import java.util.List;
import java.util.function.Function;

/**
 * The answer of a door: the thing done, or every reason why nothing was done.
 *
 * <p>A refusal is an answer, not an exception, and it has changed nothing.
 *
 * @param <T> what is returned when the thing was done
 */
public sealed interface Answer<T> {

  /** The thing was done, now or by an earlier call with the same business key. */
  record Done<T>(T value) implements Answer<T> {}

  /** Nothing was done; the reasons stand in the documented order of their enum. */
  record Refused<T>(List<Refusal> reasons) implements Answer<T> {

    /** Copies the reasons; a refusal without one is our own mistake. */
    public Refused {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a refusal needs a reason");
      }
    }
  }

  /** The thing was done. */
  static <T> Answer<T> done(T value) {
    return new Done<>(value);
  }

  /** Nothing was done, for one reason. */
  static <T> Answer<T> refused(Reason reason, String detail) {
    return new Refused<>(List.of(new Refusal(reason, detail)));
  }

  /** Nothing was done, for all these reasons. */
  static <T> Answer<T> refused(List<Refusal> reasons) {
    return new Refused<>(reasons);
  }

  /** The same answer about another thing; a refusal stays as it is. */
  default <R> Answer<R> map(Function<T, R> next) {
    return switch (this) {
      case Done<T> done -> new Done<>(next.apply(done.value()));
      case Refused<T> refused -> new Refused<>(refused.reasons());
    };
  }
}
