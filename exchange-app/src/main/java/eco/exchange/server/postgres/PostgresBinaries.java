package eco.exchange.server.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of PostgreSQL for this platform, unpacked once.
 *
 * <p>Each edition has its own folder, named by the checksum of the archive, so that an upgrade
 * never overwrites programs that are still running.
 */
record PostgresBinaries(Path home) {

  private static final int OWNER_MAY_EXECUTE = 0100;

  // Whoever built the exchange need not be the one who runs it.
  private static final FileAttribute<?> FOR_EVERYBODY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));

  /** Unpacks the archive of this platform into a folder, unless it is there already. */
  static PostgresBinaries in(Path folder) throws IOException {
    URL archive = archiveOfThisPlatform();
    Path home = folder.toAbsolutePath().resolve("postgres-" + edition(archive));
    if (Files.notExists(home)) {
      Files.createDirectories(home.getParent());
      Path unfinished =
          Files.createTempDirectory(home.getParent(), "postgres-unpacking-", FOR_EVERYBODY);
      unpack(archive, unfinished);
      publish(unfinished, home);
    }
    return new PostgresBinaries(home);
  }

  private static void publish(Path unfinished, Path home) throws IOException {
    try {
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException anotherExchangeWasFaster) {
      DatabaseFolder.delete(unfinished);
      if (Files.notExists(home)) {
        throw anotherExchangeWasFaster;
      }
    }
  }

  /**
   * Runs one of the programs to its end and says with what exit code. Its words go to a log.
   *
   * @throws DatabaseUnavailable if the program cannot be run at all
   */
  int run(Path log, String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(RootPrivileges.givenUp());
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // The messages are read by this program, which knows them in one language only.
    builder.environment().put("LC_ALL", "C");
    try {
      return builder.redirectOutput(log.toFile()).start().waitFor();
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("Interrupted while waiting for " + program + ".", told);
    }
  }

  private static URL archiveOfThisPlatform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String name =
        "/postgres-%s-%s.txz"
            .formatted(
                system.startsWith("mac") ? "darwin" : system,
                machine.equals("aarch64") ? "arm_64" : "x86_64");
    URL archive = PostgresBinaries.class.getResource(name);
    if (archive == null) {
      throw new DatabaseUnavailable(
          "There is no PostgreSQL for this platform (%s): set EXCHANGE_DB_HOST to use your own."
              .formatted(name));
    }
    return archive;
  }

  // The checksum in the jar's own directory, which costs nothing to read.
  private static String edition(URL archive) throws IOException {
    URLConnection connection = archive.openConnection();
    return connection instanceof JarURLConnection jar
        ? Long.toHexString(jar.getJarEntry().getCrc())
        : Long.toString(connection.getContentLengthLong());
  }

  private static void unpack(URL archive, Path target) throws IOException {
    try (InputStream file = archive.openStream();
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(entry, tar, target.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void place(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else if (entry.isSymbolicLink()) {
      Files.createDirectories(target.resolveSibling("."));
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.createDirectories(target.resolveSibling("."));
      Files.copy(content, target);
      boolean executable = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
