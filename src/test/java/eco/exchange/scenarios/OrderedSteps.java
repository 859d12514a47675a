package eco.exchange.scenarios;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * One long trade as tests in order: each step fails by its own name, and those after it are
 * skipped, because they stand on it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OrderedSteps.FirstFailure.class)
public @interface OrderedSteps {

  /** The first step that failed, if one did: what comes after it is not tried. */
  final class FirstFailure implements ExecutionCondition, TestExecutionExceptionHandler {

    private static final Namespace STEPS = Namespace.create(OrderedSteps.class);
    private static final ConditionEvaluationResult GO_ON =
        ConditionEvaluationResult.enabled("no step before has failed");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (context.getTestMethod().isEmpty()) {
        return GO_ON;
      }
      String failed =
          ofTheClass(context).get(context.getRequiredTestClass().getName(), String.class);
      return failed == null
          ? GO_ON
          : ConditionEvaluationResult.disabled("the step before it failed: " + failed);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure)
        throws Throwable {
      ofTheClass(context).put(context.getRequiredTestClass().getName(), context.getDisplayName());
      throw failure;
    }

    private static ExtensionContext.Store ofTheClass(ExtensionContext context) {
      return context.getRoot().getStore(STEPS);
    }
  }
}
