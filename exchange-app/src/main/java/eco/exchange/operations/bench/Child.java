package eco.exchange.operations.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Another Java process of the exchange, run as this one is: same Java, same settings, same jars.
 */
final class Child implements AutoCloseable {

  private static final String LOG_MANAGER =
      "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";
  private static final long START_SECONDS_MAX = 120;

  private final Process process;
  private final Path folder;

  private Child(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /** Starts the main class of a name; its log is kept in the folder of the ground. */
  static Child start(Ground ground, String main, Map<String, String> settings, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add(LOG_MANAGER);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ground.folder().resolve(main + ".log").toFile());
    builder.environment().putAll(ground.settings());
    builder.environment().putAll(settings);
    Process process = builder.start();
    Child child = new Child(process, ground.folder());
    // Whoever breaks the bench off leaves nothing running.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return child;
  }

  long pid() {
    return process.pid();
  }

  /** Waits until an exchange takes requests, and tells where. */
  URI address() throws IOException, InterruptedException {
    Path file = folder.resolve("exchange.address");
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
    while (Files.notExists(file)) {
      if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        throw new Tool.Failed("the exchange did not start; its last words: " + lastWords());
      }
    }
    return URI.create(Files.readString(file));
  }

  /** Waits for the process to end by itself. */
  void finish() throws IOException, InterruptedException {
    if (process.waitFor() != 0) {
      throw new Tool.Failed("a process of the bench failed; its last words: " + lastWords());
    }
  }

  private String lastWords() throws IOException {
    StringBuilder words = new StringBuilder();
    try (var logs = Files.newDirectoryStream(folder, "eco.*.log")) {
      for (Path log : logs) {
        List<String> lines = Files.readAllLines(log);
        lines
            .subList(Math.max(0, lines.size() - 40), lines.size())
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
