package eco.exchange.contracts;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Work off the event loop, which a paper of a tenth of a second would hold up, and the way back to
 * it, for that is where a database session must be used.
 */
public final class BlockingWork {

  private BlockingWork() {}

  public static <T> Uni<T> run(Callable<T> work) {
    return Uni.createFrom().completionStage(() -> make(work));
  }

  private static <T> CompletionStage<T> make(Callable<T> work) {
    Context loop = Vertx.currentContext();
    return loop == null
        ? CompletableFuture.completedStage(called(work))
        : loop.executeBlocking(work, false).toCompletionStage();
  }

  private static <T> T called(Callable<T> work) {
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
