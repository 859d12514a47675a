package eco.exchange.server.bank;

import eco.exchange.settlement.iso.IsoMessages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The folder that an exchange and its bank share: each writes files for the other in one, and moves
 * what it has read to where it is kept.
 *
 * @param root the folder
 */
public record BankFolder(Path root) {

  private static final String WHOLE = ".xml";

  /** A file is first written under a name that nobody reads, and has its own when it is whole. */
  private static final String DRAFT = ".part";

  /** A file system takes 255 bytes. */
  private static final int NAME_BYTES_MAX = 235;

  /** What the exchange writes for the bank. */
  public Path toBank() throws IOException {
    return Files.createDirectories(root.resolve("to-bank"));
  }

  /** What the bank writes for the exchange. */
  public Path fromBank() throws IOException {
    return Files.createDirectories(root.resolve("from-bank"));
  }

  /** The files that wait in a folder, by name. */
  public static List<Path> waiting(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> isWhole(file.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  /** The files of a folder that are none of its messages by name, and unchanged for a while. */
  static List<Path> strange(Path folder, Instant unchangedSince) throws IOException {
    List<Path> strange = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!isWhole(file.getFileName().toString())
            && Files.getLastModifiedTime(file).toInstant().isBefore(unchangedSince)) {
          strange.add(file);
        }
      }
    }
    return strange;
  }

  // Some banks write the names of their files in capitals.
  private static boolean isWhole(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(WHOLE);
  }

  /** The bytes of a file, but no more than tell that it is too long to be read. */
  public static byte[] bytes(Path file) throws IOException {
    try (var stream = Files.newInputStream(file)) {
      return stream.readNBytes(IsoMessages.BYTES_MAX + 1);
    }
  }

  /** Writes a file, all of it or nothing; if it stands there already it is left alone. */
  public static void write(Path folder, String id, byte[] bytes) throws IOException {
    Path file = folder.resolve(id + WHOLE);
    if (Files.notExists(file)) {
      Path draft = Files.write(folder.resolve(id + DRAFT), bytes);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Moves a file that was read to a folder beside it; one of the same name that lies there stays.
   *
   * @return where it lies now
   */
  public static Path keep(Path file, String where) throws IOException {
    Path folder = Files.createDirectories(file.resolveSibling(where));
    String name = shortened(file.getFileName().toString());
    Path kept = folder.resolve(name);
    for (int again = 2; Files.exists(kept); again++) {
      kept = folder.resolve("%s~%d".formatted(name, again));
    }
    return Files.move(file, kept);
  }

  // Something stands behind it: which one of its name it is, and why it was refused.
  private static String shortened(String name) {
    String left = name;
    while (left.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES_MAX) {
      left = left.substring(0, left.offsetByCodePoints(left.length(), -1));
    }
    return left;
  }
}
