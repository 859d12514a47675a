package eco.exchange.contracts;

import eco.exchange.answer.Answer;
import eco.exchange.contracts.contract.PaperMaker;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Where papers are made: off the event loop, which a paper of a tenth of a second would hold up,
 * and back on it afterwards, for that is where a database session must be used.
 */
public final class BlockingWork {

  private BlockingWork() {}

  public static <T> Uni<T> run(Callable<T> work) {
    return Uni.createFrom().completionStage(() -> make(work));
  }

  /** Does something with a contract if its paper proves itself; else it is refused. */
  public static <T> Uni<Answer<T>> ifGenuine(
      PaperMaker notary, byte[] paper, Supplier<Uni<Answer<T>>> then) {
    return run(() -> notary.prove(paper))
        .chain(
            proof ->
                proof.isGenuine()
                    ? then.get()
                    : Uni.createFrom()
                        .item(
                            Answer.refused(
                                ContractRefusal.PAPER_NOT_GENUINE, proof.wrong().toString())));
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
