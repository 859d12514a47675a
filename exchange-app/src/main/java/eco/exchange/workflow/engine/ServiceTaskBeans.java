package eco.exchange.workflow.engine;

import eco.exchange.answer.Answer;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.RefusedServiceTask;
import eco.exchange.workflow.ServiceTask;
import eco.exchange.workflow.ServiceTasks;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.AbstractMap;
import java.util.Set;
import java.util.function.Supplier;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;

/**
 * The steps as the engine finds them: by the names in the models, each a delegate that waits for
 * the answer of its door.
 *
 * <p>A map only in form, because that is how the engine asks. The steps are asked for late, since
 * the doors that they call are still being made when the engine starts.
 */
final class ServiceTaskBeans extends AbstractMap<Object, Object> {

  private final Supplier<ServiceTasks> steps;

  ServiceTaskBeans(Supplier<ServiceTasks> steps) {
    this.steps = steps;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    ServiceTask step = name instanceof String text ? steps.get().byName().get(text) : null;
    return step == null ? null : (JavaDelegate) execution -> take(step, execution);
  }

  @Override
  public Set<Entry<Object, Object>> entrySet() {
    return Set.of();
  }

  private static void take(ServiceTask step, DelegateExecution execution) {
    Progress progress =
        new Progress(
            execution.getProcessInstanceBusinessKey(), Progress.facts(execution.getVariables()));
    Answer<?> answer = await(() -> step.take(progress).map(told -> (Answer<?>) told));
    if (answer instanceof Answer.Refused<?> refused) {
      throw new RefusedServiceTask(execution.getCurrentActivityId(), refused);
    }
  }

  private static Answer<?> await(Supplier<Uni<Answer<?>>> door) {
    try {
      return VertxContextSupport.subscribeAndAwait(door);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }
}
