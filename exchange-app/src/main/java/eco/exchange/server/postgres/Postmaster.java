package eco.exchange.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The server process named in the lock file of a cluster, running or not.
 *
 * <p>PostgreSQL writes the file {@code postmaster.pid} at its start and removes it at a clean end.
 * After a crash it is left behind, and the number in it may since belong to another program.
 */
record Postmaster(Path cluster, long pid) {

  // Above the process numbers of every system we run on, so it names no process at all.
  private static final int NOBODY = Integer.MAX_VALUE - 1;

  /** Reads the lock file of a cluster; empty if no server was left running on it. */
  static Optional<Postmaster> of(Path cluster) throws IOException {
    try {
      String content = Files.readString(lockFile(cluster));
      return Optional.of(new Postmaster(cluster, number(content.lines().findFirst().orElse(""))));
    } catch (NoSuchFileException cleanlyStopped) {
      return Optional.empty();
    }
  }

  // A machine that lost its power may leave the file empty or torn.
  private static long number(String line) {
    try {
      return Long.parseLong(line.strip());
    } catch (NumberFormatException torn) {
      return NOBODY;
    }
  }

  /** The living server of this cluster; empty if the process is gone or is another program. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::servesThisCluster);
  }

  private boolean servesThisCluster(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains("postgres") && line.contains(cluster.toString()))
        .isPresent();
  }

  /**
   * Takes a number that now belongs to another program out of the lock file, so that PostgreSQL
   * does not take that program for a running server.
   *
   * <p>Only the first line changes: the file also names the shared memory of the dead server, by
   * which PostgreSQL finds out whether any of its children still work on the data.
   */
  void disown() throws IOException {
    Path lockFile = lockFile(cluster);
    List<String> lines = new ArrayList<>(Files.readAllLines(lockFile));
    if (lines.size() < 2) {
      Files.delete(lockFile);
      return;
    }
    lines.set(0, Integer.toString(NOBODY));
    Files.write(lockFile, lines);
  }

  private static Path lockFile(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }
}
