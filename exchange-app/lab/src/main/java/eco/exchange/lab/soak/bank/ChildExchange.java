package eco.exchange.lab.soak.bank;

import eco.exchange.lab.trial.LoadTool;
import eco.exchange.lab.trial.TrialDatabase;
import eco.exchange.lab.trial.TrialProcess;
import eco.exchange.server.bank.BankFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** An exchange in a process of its own. */
final class ChildExchange implements LinkedExchange, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int MOMENT_MILLIS = 400;
  private static final int KILL_WITHIN_MILLIS = 1_500;

  private final TrialDatabase ground;
  private final Path folder;
  private final RandomGenerator random;
  private @Nullable TrialProcess process;

  private ChildExchange(TrialDatabase ground, Path folder, RandomGenerator random) {
    this.ground = ground;
    this.folder = folder;
    this.random = random;
  }

  /** An exchange on a fresh database, whose tables are made first. */
  static ChildExchange prepare(TrialDatabase ground, RandomGenerator random) throws IOException {
    Path folder = Files.createDirectories(ground.folder().resolve("bank"));
    ChildExchange exchange = new ChildExchange(ground, folder, random);
    Map<String, String> settings = ground.settings();
    Flyway.configure()
        .dataSource(
            "jdbc:postgresql://%s:%s/%s"
                .formatted(
                    settings.get("EXCHANGE_DB_HOST"),
                    settings.get("EXCHANGE_DB_PORT"),
                    settings.get("EXCHANGE_DB_NAME")),
            settings.get("EXCHANGE_DB_OWNER"),
            settings.get("EXCHANGE_DB_OWNER_PASSWORD"))
        .locations("classpath:db/migration")
        .load()
        .migrate();
    exchange.start();
    return exchange;
  }

  /** The folder that it shares with the bank. */
  BankFolder shared() {
    return new BankFolder(folder);
  }

  private void start() throws IOException {
    Files.deleteIfExists(ExchangeProgram.rounds(folder));
    process =
        TrialProcess.start(
            ground,
            ExchangeProgram.class.getName(),
            Map.of(),
            folder.toString(),
            Long.toString(random.nextLong()));
  }

  @Override
  public void work() throws IOException {
    pause(random.nextInt(MOMENT_MILLIS));
    mustRun();
  }

  // It is killed within its first rounds, or later: what it has left undone, the next one finds.
  @Override
  public void killInTheMidst() throws IOException, InterruptedException {
    if (random.nextBoolean()) {
      awaitRounds(1);
    }
    pause(random.nextInt(KILL_WITHIN_MILLIS));
    TrialProcess running = mustRun();
    running.kill();
    start();
  }

  @Override
  public void comeToRest() throws IOException {
    Files.writeString(ExchangeProgram.resting(folder), "");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!BankFolder.waiting(shared().fromBank()).isEmpty()) {
      mustBeBefore(deadline);
      pause(50);
    }
    // The one under way may have begun before; the one after it has found nothing.
    awaitRounds(rounds() + 2);
  }

  /** Lets its clerks act again. */
  @Override
  public void goOn() throws IOException {
    Files.deleteIfExists(ExchangeProgram.resting(folder));
  }

  @Override
  public String escaped() throws IOException {
    Path escaped = ExchangeProgram.escaped(folder);
    return Files.exists(escaped) ? Files.readString(escaped) : "";
  }

  private void awaitRounds(long many) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (rounds() < many) {
      mustBeBefore(deadline);
      pause(20);
    }
  }

  private void mustBeBefore(long deadline) throws IOException {
    mustRun();
    if (System.nanoTime() > deadline) {
      throw new LoadTool.Failed("the exchange does not come to an end with the bank's messages");
    }
  }

  private long rounds() throws IOException {
    Path rounds = ExchangeProgram.rounds(folder);
    return Files.exists(rounds) ? Long.parseLong(Files.readString(rounds)) : 0;
  }

  private TrialProcess mustRun() throws IOException {
    TrialProcess running = process;
    if (running == null || !running.isAlive()) {
      throw new LoadTool.Failed("the exchange has ended by itself");
    }
    return running;
  }

  private static void pause(int millis) {
    LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
  }
}
