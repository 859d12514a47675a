package eco.exchange.workflow;

import eco.exchange.answer.Answer;
import io.smallrye.mutiny.Uni;

/** The work of a service task of a model: the call of one door. A refusal undoes the decision. */
@FunctionalInterface
public interface ServiceTask {

  /** Calls the door. It may be called again with the same progress, after a crash or a retry. */
  Uni<? extends Answer<?>> take(Progress progress);
}
