package eco.exchange.server.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last fatal error that PostgreSQL wrote to its log before its start failed. */
record ServerErrorLine(String text) {

  private static final List<String> PASSING =
      List.of(
          "pre-existing shared memory block", "lock file", "could not create any TCP/IP sockets");

  /** Reads the log of the server from where it stood before the start, in bytes. */
  static ServerErrorLine in(Path log, long from) throws IOException {
    if (Files.notExists(log)) {
      return new ServerErrorLine("it did not say why");
    }
    byte[] said = Files.readAllBytes(log);
    int start = Math.toIntExact(Math.min(from, said.length));
    return new ServerErrorLine(
        new String(said, start, said.length - start, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
            .reduce((earlier, later) -> later)
            .orElse("see " + log));
  }

  /**
   * True if trying again may help: children of a dead server still ending, or a port just taken.
   */
  boolean passesByItself() {
    return PASSING.stream().anyMatch(text::contains);
  }
}
