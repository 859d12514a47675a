package eco.exchange.lab.bench.measure;

import io.smallrye.mutiny.Uni;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.LongFunction;

/**
 * Thirty-two clients within the program, spread over its event loops as the connections of a server
 * are.
 */
public final class LoopClients {

  private static final int CLIENTS = 32;

  private final List<Executor> places = new CopyOnWriteArrayList<>();

  /** Spreads the clients over the event loops of this Vert.x. */
  public LoopClients(Vertx vertx) {
    vertx
        .deployVerticle(
            () ->
                new AbstractVerticle() {
                  @Override
                  public void start() {
                    places.add(task -> context.runOnContext(on -> task.run()));
                  }
                },
            new DeploymentOptions().setInstances(CLIENTS))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  /** They ask for some time; otherwise as {@link ClosedLoop#during}. */
  public ClosedLoop.Outcome during(LongFunction<Uni<?>> ask, int width, long nanos)
      throws InterruptedException {
    return ClosedLoop.during(ask, width, nanos, places);
  }

  /** They ask some number of times; otherwise as {@link ClosedLoop#of}. */
  public ClosedLoop.Outcome of(LongFunction<Uni<?>> ask, int width, long questions)
      throws InterruptedException {
    return ClosedLoop.of(ask, width, questions, places);
  }
}
