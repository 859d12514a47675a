package eco.exchange.lab.soak.bank;

import eco.exchange.lab.soak.SoakOrder;
import eco.exchange.lab.trial.TrialDatabase;
import eco.exchange.programs.Console;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/**
 * The soak of the bank link: a million mutated messages, none of which may escape its reader or
 * make money; and days of a plain bank that tells of everything in every way, while the exchange is
 * killed in between: each yuan must count once.
 *
 * <p>{@code ./exchange soak bank [--messages 1000000] [--rounds 300] [--seed N]}: so many messages
 * are mutated, and so many days go by; none leaves that part out. The exit code is 0 if nothing is
 * wrong.
 */
public final class BankSoak {

  private static final int BATCH = 1_000;
  private static final int SHOWN = 10;

  private BankSoak() {}

  /** Runs the soak; the exit code of the program comes out. */
  public static int run(String... arguments) {
    return SoakOrder.run(arguments, Map.of("messages", 1_000_000L, "rounds", 300L), BankSoak::run);
  }

  private static int run(SoakOrder order) throws IOException, SQLException, InterruptedException {
    List<String> faults = new ArrayList<>(mutate(order, order.number("messages")).faults());
    if (faults.isEmpty()) {
      faults.addAll(live(order, order.number("rounds")));
    }
    faults.stream().limit(SHOWN).forEach(Console::say);
    Console.say(faults.isEmpty() ? "Each yuan counts once." : "NOT RIGHT: " + faults.size());
    return faults.isEmpty() ? 0 : 1;
  }

  private static List<String> live(SoakOrder order, long days)
      throws IOException, SQLException, InterruptedException {
    if (days == 0) {
      return List.of();
    }
    try (TrialDatabase ground = TrialDatabase.prepare();
        Connection connection = ground.connect();
        ChildExchange exchange = ChildExchange.prepare(ground, order.draw(-1))) {
      BankRounds rounds =
          new BankRounds(
              exchange.shared(), exchange, new LedgerFindings(connection), order.draw(-2));
      List<String> faults = rounds.run(days);
      Console.say(rounds.figures());
      return faults;
    }
  }

  /** Mutates so many messages. */
  static MutantFindings mutate(SoakOrder order, long messages) throws InterruptedException {
    List<String> samples = MessageSamples.texts();
    int readers = Runtime.getRuntime().availableProcessors();
    List<Future<MutantFindings>> batches = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(readers)) {
      for (long done = 0; done < messages; done += BATCH) {
        RandomGenerator random = order.draw(done);
        int many = (int) Math.min(BATCH, messages - done);
        batches.add(pool.submit(() -> batch(samples, random, many)));
      }
    }
    MutantFindings all = MutantFindings.NONE;
    for (Future<MutantFindings> batch : batches) {
      all = all.plus(of(batch));
    }
    if (all.faults().isEmpty() && messages > 0) {
      Console.say(
          "%,d mutated messages are read, %,d are refused, and none makes money."
              .formatted(all.read(), all.refused()));
    }
    return all;
  }

  private static MutantFindings batch(List<String> samples, RandomGenerator random, int many) {
    MessageMutation mutation = new MessageMutation(random);
    MutantFindings all = MutantFindings.NONE;
    for (int i = 0; i < many; i++) {
      byte[] mutant =
          mutation.of(
              samples.get(random.nextInt(samples.size())),
              samples.get(random.nextInt(samples.size())));
      all = all.plus(MessageCheck.of(mutant));
    }
    return all;
  }

  private static MutantFindings of(Future<MutantFindings> batch) throws InterruptedException {
    try {
      return batch.get();
    } catch (ExecutionException wrong) {
      throw new IllegalStateException(wrong.getCause());
    }
  }
}
