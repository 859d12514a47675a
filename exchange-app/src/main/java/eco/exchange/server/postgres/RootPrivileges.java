package eco.exchange.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The privileges of root, with which PostgreSQL refuses to run, and the way to give them up. */
final class RootPrivileges {

  private static final Path THIS_PROCESS = Path.of("/proc/self");

  private RootPrivileges() {}

  /** What to put before a command so that it does not run as root; nothing for ordinary people. */
  static List<String> givenUp() throws IOException {
    return isHeld() ? List.of("unshare", "--user") : List.of();
  }

  /**
   * Checks that root can give up its power here: some containers forbid it.
   *
   * @throws DatabaseUnavailable if PostgreSQL could not be run from this account
   */
  static void mustBeGivenUp() throws IOException {
    if (isHeld() && !unshareWorks()) {
      throw new DatabaseUnavailable(
          "PostgreSQL does not run as root, and `unshare --user` is missing or forbidden here:"
              + " start the exchange as an ordinary user, or set EXCHANGE_DB_HOST.");
    }
  }

  private static boolean isHeld() throws IOException {
    return Files.exists(THIS_PROCESS) && Files.getAttribute(THIS_PROCESS, "unix:uid").equals(0);
  }

  private static boolean unshareWorks() {
    try {
      return new ProcessBuilder("unshare", "--user", "true").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
