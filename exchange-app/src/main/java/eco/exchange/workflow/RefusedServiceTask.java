package eco.exchange.workflow;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import java.util.List;
import java.util.Optional;
import org.flowable.common.engine.api.FlowableException;

/**
 * A refusal on its way out of the engine, whose transaction only an exception can undo. It is an
 * answer, not a mistake, so it carries no stack trace, and the engine does not log it: an exception
 * of its kind is logged only if it says so.
 */
public final class RefusedServiceTask extends FlowableException {

  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> reasons;

  public RefusedServiceTask(String step, Answer.Refused<?> refused) {
    super(step + " was refused: " + refused.reasons());
    this.reasons = refused.reasons();
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }

  /** The reasons, if a failure was caused by a refusal. */
  static Optional<List<Refusal>> reasonsIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusedServiceTask refused) {
        return Optional.of(refused.reasons);
      }
    }
    return Optional.empty();
  }
}
