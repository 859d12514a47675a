package eco.exchange.lab.trial;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Another Java process of the exchange, run as this one is: same Java, same settings, same jars.
 */
public final class TrialProcess implements AutoCloseable {

  private static final String LOG_MANAGER =
      "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";
  private static final long START_SECONDS_MAX = 120;
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Process process;
  private final Path folder;

  private TrialProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /** Starts the main class of a name; its log is kept in the folder of the ground. */
  public static TrialProcess start(
      TrialDatabase ground, String main, Map<String, String> settings, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add(LOG_MANAGER);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(
        ground.folder().resolve("%s-%d.log".formatted(main, COUNT.incrementAndGet())).toFile());
    builder.environment().putAll(ground.settings());
    builder.environment().putAll(settings);
    Process process = builder.start();
    TrialProcess child = new TrialProcess(process, ground.folder());
    // Whoever breaks a trial off leaves nothing running.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return child;
  }

  public long pid() {
    return process.pid();
  }

  /** Waits until an exchange takes requests, and tells where. */
  public URI address() throws IOException, InterruptedException {
    Path file = folder.resolve("exchange.address");
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
    while (Files.notExists(file)) {
      if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        throw new LoadTool.Failed("the exchange did not start; its last words: " + lastWords());
      }
    }
    return URI.create(Files.readString(file));
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends the process as a power failure would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits until an exchange at this address takes requests. */
  public static void waitFor(URI exchange) throws IOException {
    URI ready = exchange.resolve("/health/ready");
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
    while (!answers(ready)) {
      if (System.nanoTime() > deadline) {
        throw new LoadTool.Failed("there is no exchange at " + exchange);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private static boolean answers(URI ready) {
    try {
      HttpURLConnection asked = (HttpURLConnection) ready.toURL().openConnection();
      asked.setConnectTimeout(1_000);
      asked.setReadTimeout(5_000);
      return asked.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Waits for the process to end by itself. */
  public void finish() throws IOException, InterruptedException {
    if (process.waitFor() != 0) {
      throw new LoadTool.Failed("a process of the trial failed; its last words: " + lastWords());
    }
  }

  private String lastWords() throws IOException {
    StringBuilder words = new StringBuilder();
    try (var logs = Files.newDirectoryStream(folder, "eco.*.log")) {
      for (Path log : logs) {
        // What happened, without the way to it.
        List<String> lines =
            Files.readAllLines(log).stream().filter(line -> !line.startsWith("\tat ")).toList();
        lines
            .subList(Math.max(0, lines.size() - 20), lines.size())
            .forEach(line -> words.append('\n').append(line));
      }
    }
    return words.toString();
  }

  /** Ends the process in good order. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
