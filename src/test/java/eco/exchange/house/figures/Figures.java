package eco.exchange.house.figures;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/** The figures of a checkout: how large its packages are, its circles, doors and migrations. */
public final class Figures {

  private final FileGraph graph;
  private final Map<String, List<Source>> migrations;
  private final StringBuilder table = new StringBuilder();

  private Figures(FileGraph graph, List<Source> migrations) {
    this.graph = graph;
    this.migrations = migrations.stream().collect(groupingBy(Source::module));
  }

  /** Prints the figures of the checkout in a folder, by default of the one worked in. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments.length == 0 ? "." : arguments[0]);
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.print(of(Checkout.around(folder)));
  }

  /** The figures as a table in plain text. */
  public static String of(Checkout checkout) {
    return new Figures(FileGraph.of(checkout.java()), checkout.migrations()).table();
  }

  private String table() {
    modules();
    packages();
    circles();
    names();
    return table.toString();
  }

  private void modules() {
    line("Production code; package-info files are not counted. Lines of SQL in force: what Flyway");
    line("runs, without blank lines and comments.");
    line("");
    String row = "%-24s %6s %9s %8s %7s %6s %10s %11s %9s %9s";
    line(
        row.formatted(
            "module",
            "files",
            "packages",
            "largest",
            "public",
            "doors",
            "versioned",
            "repeatable",
            "SQL",
            "SQL all"));
    Map<String, List<JavaFile>> modules =
        graph.files().values().stream()
            .collect(groupingBy(file -> file.source().module(), TreeMap::new, toList()));
    modules.forEach((module, files) -> line(row(row, module, files, migrations(module))));
    List<Source> all = migrations.values().stream().flatMap(List::stream).toList();
    line(row(row, "all", List.copyOf(graph.files().values()), all));
  }

  private static String row(String row, String name, List<JavaFile> files, List<Source> sql) {
    var packages = files.stream().collect(groupingBy(JavaFile::packageName)).values();
    Migrations counted = Migrations.of(sql);
    return row.formatted(
        name,
        files.size(),
        packages.size(),
        packages.stream().mapToInt(List::size).max().orElse(0),
        publicTypes(files),
        files.stream().filter(JavaFile::isDoor).count(),
        counted.versioned(),
        counted.repeatable(),
        counted.linesInForce(),
        counted.lines());
  }

  private void packages() {
    int arrows = graph.packageArrows().values().stream().mapToInt(Set::size).sum();
    line("\nPackages: %d, arrows between them: %d".formatted(graph.packages().size(), arrows));
    line("%-44s %6s %7s  %s".formatted("package", "files", "public", "doors"));
    graph
        .packages()
        .forEach(
            (name, files) ->
                line(
                    "%-44s %6d %7d  %s"
                        .formatted(name, files.size(), publicTypes(files), doors(files))));
  }

  private void circles() {
    List<SortedSet<String>> circles = graph.circles();
    int inCircles = circles.stream().mapToInt(Set::size).sum();
    long larger = circles.stream().filter(circle -> !graph.isSealedFamily(circle)).count();
    line(
        "\nCircles of files: %d, with %d files; larger than a sealed family: %d"
            .formatted(circles.size(), inCircles, larger));
    for (SortedSet<String> circle : circles) {
      String kind = graph.isSealedFamily(circle) ? "sealed" : "";
      line("%4d %-6s  %s".formatted(circle.size(), kind, abridged(circle)));
    }
    line("\nCircles of packages: %d".formatted(graph.packageCircles().size()));
    graph.packageCircles().forEach(circle -> line("  " + String.join(" ", circle)));
  }

  private void names() {
    Map<String, SortedSet<String>> twice = graph.namesInSeveralPackages();
    line("\nSimple names of more than one type: %d".formatted(twice.size()));
    twice.forEach(
        (name, packages) -> line("  %-24s %s".formatted(name, String.join(" ", packages))));
  }

  /** The files of a circle by their simple names, after the package that they share or begin in. */
  private String abridged(SortedSet<String> circle) {
    String home = graph.files().get(circle.first()).packageName();
    return home
        + ": "
        + circle.stream()
            .map(name -> name.startsWith(home + ".") ? name.substring(home.length() + 1) : name)
            .collect(joining(" "));
  }

  private List<Source> migrations(String module) {
    return migrations.getOrDefault(module, List.of());
  }

  private static long publicTypes(List<JavaFile> files) {
    return files.stream()
        .flatMap(file -> file.types().stream())
        .filter(JavaFile.Type::isPublic)
        .count();
  }

  private static String doors(List<JavaFile> files) {
    return files.stream()
        .flatMap(file -> file.types().stream())
        .filter(JavaFile.Type::isDoor)
        .map(JavaFile.Type::name)
        .collect(joining(" "));
  }

  private void line(String text) {
    table.append(text).append('\n');
  }
}
