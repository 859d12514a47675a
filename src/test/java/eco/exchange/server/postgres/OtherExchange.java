package eco.exchange.server.postgres;

import eco.exchange.programs.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** An exchange in a process of its own, so that it can be killed in the middle of its work. */
final class OtherExchange implements AutoCloseable {

  private final Process process;
  private final String firstLine;

  private OtherExchange(Process process, String firstLine) {
    this.process = process;
    this.firstLine = firstLine;
  }

  /** Starts another exchange on a folder and waits for what it says first. */
  static OtherExchange on(Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    OtherExchange.class.getName(),
                    folder.toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    return new OtherExchange(process, String.valueOf(said.readLine()));
  }

  /** The port of its database, or the line in which it refused to start. */
  String firstLine() {
    return firstLine;
  }

  /** Kills it as kill -9 does; its database is left to itself. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Starts the database on a folder, tells its port, and stays until it is killed. */
  public static void main(String... folder) throws InterruptedException {
    try {
      OwnPostgres server = OwnPostgres.start(Path.of(folder[0]), Path.of(folder[0]), false);
      Console.say(Integer.toString(server.port()));
      Thread.currentThread().join();
    } catch (DatabaseUnavailable refused) {
      Console.say(String.valueOf(refused.getMessage()));
    }
  }
}
