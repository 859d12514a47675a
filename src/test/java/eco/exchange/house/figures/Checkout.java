package eco.exchange.house.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The sources of the project in a folder, this one or another. */
public record Checkout(Path root) {

  /** The checkout that a folder belongs to: the nearest one above it with the launcher. */
  public static Checkout around(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    while (!Files.isRegularFile(root.resolve("exchange"))) {
      root = root.getParent();
      if (root == null) {
        throw new IllegalArgumentException(folder + " is in no checkout of the exchange");
      }
    }
    return new Checkout(root);
  }

  /** The checkout that the tests run in: Maven names the module, an editor runs them at the top. */
  public static Checkout here() {
    return around(Path.of(System.getProperty("basedir", ".")));
  }

  /** Every Java file, of tests too. */
  public List<Source> java() {
    return files(path -> path.endsWith(".java") && path.contains("src/"));
  }

  /** The files that Flyway runs, of all modules. */
  public List<Source> migrations() {
    return files(
        path -> path.endsWith(".sql") && path.contains("/src/main/resources/db/migration/"));
  }

  /** The folders of the Maven modules below the top, for example 'listing'. */
  public List<String> modules() {
    return files(path -> path.endsWith("/pom.xml")).stream()
        .map(pom -> pom.path().replace("/pom.xml", ""))
        .toList();
  }

  /** The text of one file, by its path from the top of the tree. */
  public String text(String path) {
    try {
      return Files.readString(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Source> files(Predicate<String> wanted) {
    List<Source> files = new ArrayList<>();
    try {
      Files.walkFileTree(root, new Collector(wanted, files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.sort((one, other) -> one.path().compareTo(other.path()));
    return files;
  }

  /** Passes over what is built and what the exchange keeps while it runs. */
  private final class Collector extends SimpleFileVisitor<Path> {

    private final Predicate<String> wanted;
    private final List<Source> files;

    Collector(Predicate<String> wanted, List<Source> files) {
      this.wanted = wanted;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = folder.equals(root) ? "" : folder.getFileName().toString();
      boolean isPassedOver =
          name.startsWith(".") || name.equals("target") || folder.equals(root.resolve("data"));
      return isPassedOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String path = root.relativize(file).toString().replace('\\', '/');
      if (wanted.test(path)) {
        files.add(new Source(path, Files.readString(file)));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
