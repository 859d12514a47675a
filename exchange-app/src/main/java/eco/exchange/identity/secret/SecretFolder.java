package eco.exchange.identity.secret;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The files under the data folder that only the exchange itself may read. */
@Singleton
public class SecretFolder {

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> OWNER_ONLY_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path data;

  SecretFolder(@ConfigProperty(name = "exchange.data") Path data) {
    this.data = data.toAbsolutePath().normalize();
  }

  /** A key, made at the first call and the same ever after. */
  String key(String name, Supplier<String> first) {
    Path file = data.resolve("keys").resolve(name);
    try {
      if (Files.notExists(file)) {
        write(file, first.get());
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The key " + file + " can neither be read nor made", e);
    }
  }

  /** Writes a note of the data folder for whoever runs the exchange, and nobody else. */
  public Path note(String name, String text) {
    Path file = data.resolve(name);
    try {
      write(file, text);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("The note " + file + " cannot be written", e);
    }
  }

  // Moved into place whole, so that a crash leaves no half a key.
  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent(), OWNER_ONLY_FOLDER);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, OWNER_ONLY);
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
