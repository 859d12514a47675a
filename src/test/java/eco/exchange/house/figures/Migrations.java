package eco.exchange.house.figures;

import java.util.List;

/**
 * The files that Flyway runs for one module.
 *
 * @param linesInForce their lines without blank ones and comments
 */
record Migrations(long versioned, long repeatable, long linesInForce, long lines) {

  static Migrations of(List<Source> files) {
    return new Migrations(
        files.stream().filter(file -> file.fileName().startsWith("V")).count(),
        files.stream().filter(file -> file.fileName().startsWith("R")).count(),
        files.stream().flatMap(file -> file.text().lines()).filter(Migrations::isInForce).count(),
        files.stream().flatMap(file -> file.text().lines()).count());
  }

  private static boolean isInForce(String line) {
    return !line.isBlank() && !line.strip().startsWith("--");
  }
}
