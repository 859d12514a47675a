package eco.exchange.demo;

import org.jspecify.annotations.Nullable;

/** The walk cannot go on: the exchange refused what it should have done, or gave no answer. */
public final class WalkFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WalkFailed(String message) {
    super(message);
  }

  WalkFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
