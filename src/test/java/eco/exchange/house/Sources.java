package eco.exchange.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source files of the house, read from the checkout. */
final class Sources {

  static final Path ROOT = Path.of(System.getProperty("basedir", ".")).resolve("..").normalize();
  static final List<String> MODULES =
      List.of("exchange-core", "listing", "bidding", "contracts-pdf", "settlement", "exchange-app");

  private Sources() {}

  /** One file: its path from the root of the checkout, and its text. */
  record Source(String path, String text) {

    List<String> lines() {
      return text.lines().toList();
    }

    boolean isMain() {
      return path.contains("src/main/");
    }
  }

  static List<Source> java() {
    return Stream.concat(MODULES.stream().map(module -> module + "/src"), Stream.of("src/test"))
        .flatMap(folder -> under(folder, ".java"))
        .toList();
  }

  static Stream<Source> under(String folder, String ending) {
    Path start = ROOT.resolve(folder);
    if (!Files.isDirectory(start)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(start)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .map(Sources::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source read(Path file) {
    try {
      String path = ROOT.relativize(file).toString().replace('\\', '/');
      return new Source(path, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
