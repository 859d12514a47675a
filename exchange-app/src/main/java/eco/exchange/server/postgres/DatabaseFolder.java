package eco.exchange.server.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which one exchange keeps its database, the password to it, and the server binaries.
 *
 * <p>The folder is claimed by a lock of the operating system, which dies with the process that
 * holds it: after a crash nothing stale is left to wait for.
 */
final class DatabaseFolder {

  private static final Logger LOG = Logger.getLogger(DatabaseFolder.class);

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> OWNER_ONLY_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static final long LONG_LOG = 10_000_000;

  private final Path root;
  private final FileChannel lockFile;

  private DatabaseFolder(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  /**
   * Claims a folder for this process, making it if it is not there.
   *
   * @throws DatabaseUnavailable if another exchange works on it, or it cannot be written
   */
  static DatabaseFolder claim(Path folder) {
    try {
      Path absolute = folder.toAbsolutePath().normalize();
      Files.createDirectories(absolute, OWNER_ONLY_FOLDER);
      // The real path, so that two names of one folder cannot look like two folders.
      Path root = absolute.toRealPath();
      FileChannel lockFile = openedLock(root.resolve("exchange.lock"));
      if (!isLocked(lockFile)) {
        lockFile.close();
        throw new DatabaseUnavailable("Another exchange is already running on " + root + ".");
      }
      return new DatabaseFolder(root, lockFile);
    } catch (IOException unwritable) {
      throw new DatabaseUnavailable("The data folder cannot be used: " + unwritable, unwritable);
    }
  }

  private static FileChannel openedLock(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static boolean isLocked(FileChannel file) throws IOException {
    try {
      @Nullable FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  Path root() {
    return root;
  }

  /** The cluster, as PostgreSQL keeps it. */
  Path cluster() {
    return root.resolve("pg");
  }

  /** The keys with which the exchange seals and signs. */
  Path keys() {
    return root.resolve("keys");
  }

  /** What the server has to say. */
  Path serverLog() {
    return root.resolve("postgres.log");
  }

  /** Puts the server's log aside when it has grown long, and says how long it is now, in bytes. */
  long keepServerLogShort() throws IOException {
    if (Files.notExists(serverLog())) {
      return 0;
    }
    if (Files.size(serverLog()) > LONG_LOG) {
      Files.move(serverLog(), root.resolve("postgres.1.log"), StandardCopyOption.REPLACE_EXISTING);
      return 0;
    }
    return Files.size(serverLog());
  }

  /** What the programs that start and stop the server had to say. */
  Path controlLog() {
    return root.resolve("postgres-control.log");
  }

  Path passwordFile() {
    return root.resolve("pg.password");
  }

  /** The password of the database, drawn once and then kept. */
  String password() throws IOException {
    if (Files.notExists(passwordFile())) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Path fresh = root.resolve("pg.password.new");
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, OWNER_ONLY);
      Files.writeString(fresh, HexFormat.of().formatHex(random));
      Files.move(fresh, passwordFile());
    }
    return Files.readString(passwordFile(), StandardCharsets.UTF_8).strip();
  }

  /** Deletes a file or a whole folder of this data folder; what is not there is no error. */
  static void delete(Path doomed) throws IOException {
    if (Files.notExists(doomed, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> below = Files.walk(doomed)) {
      List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** Gives the folder up, so that another exchange may claim it. */
  void giveUp() {
    try {
      lockFile.close();
    } catch (IOException atTheLatestTheProcessEndDoes) {
      LOG.debug("The lock of the data folder was not released.", atTheLatestTheProcessEndDoes);
    }
  }
}
