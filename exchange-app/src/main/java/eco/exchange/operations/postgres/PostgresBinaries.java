package eco.exchange.operations.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of PostgreSQL for this platform, unpacked once.
 *
 * <p>Each edition has its own folder, named by the digest of the archive, so that an upgrade never
 * overwrites programs that are still running.
 */
record PostgresBinaries(Path home) {

  private static final int OWNER_MAY_EXECUTE = 0100;

  /** Unpacks the archive of this platform into a folder of ours, unless it is there already. */
  static PostgresBinaries in(Path folder) throws IOException {
    String archive = archiveOfThisPlatform();
    Path home = folder.resolve("postgres-" + digest(archive).substring(0, 12));
    if (Files.notExists(home)) {
      Path unfinished = folder.resolve("postgres.unpacking");
      DataFolder.delete(unfinished);
      unpack(archive, unfinished);
      Files.move(unfinished, home);
    }
    return new PostgresBinaries(home);
  }

  /**
   * Runs one of the programs to its end and says with what exit code. Its words go to a log.
   *
   * @throws DatabaseUnavailable if the program cannot be run at all
   */
  int run(Path log, String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(PowerOfRoot.givenUp());
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

  private static String archiveOfThisPlatform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return "/postgres-%s-%s.txz"
        .formatted(
            system.startsWith("mac") ? "darwin" : system,
            machine.equals("aarch64") ? "arm_64" : "x86_64");
  }

  private static InputStream opened(String archive) {
    InputStream stream = PostgresBinaries.class.getResourceAsStream(archive);
    if (stream == null) {
      throw new DatabaseUnavailable(
          "There is no PostgreSQL for this platform (%s): set EXCHANGE_DB_HOST to use your own."
              .formatted(archive));
    }
    return new BufferedInputStream(stream, 1 << 16);
  }

  private static String digest(String archive) throws IOException {
    try (DigestInputStream read = new DigestInputStream(opened(archive), sha256())) {
      read.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(read.getMessageDigest().digest());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private static void unpack(String archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(opened(archive)))) {
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
