package eco.exchange.house;

import eco.exchange.house.figures.FileGraph;
import eco.exchange.house.figures.JavaFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The rules of packages, and of files among each other; each tells what it found. */
final class RoomRules {

  static final int FILES_MAX = 20;

  /** Packages that hold more files, each with the reason why it is still one noun. */
  static final Map<String, String> LARGER =
      Map.of(
          "eco.exchange.sharing",
          "the clauses are one language: takers, measures, bounds and what reads and runs them",
          "eco.exchange.flow",
          "one class for each process model, named like it, beside the one table of what follows",
          "eco.exchange.bidding.auction",
          "the ways to sell stand side by side, one fold each, and share the acts they judge");

  private RoomRules() {}

  /** The rules by name, given which packages may hold more files. */
  static Map<String, Function<FileGraph, List<String>>> all(Map<String, String> larger) {
    Map<String, Function<FileGraph, List<String>>> rules = new LinkedHashMap<>();
    rules.put("a_package_holds_at_most_twenty_files", graph -> crowded(graph, larger));
    rules.put("a_package_has_at_most_one_door", RoomRules::doors);
    rules.put("no_circle_of_files_but_a_sealed_family", RoomRules::circles);
    rules.put("no_two_types_share_a_simple_name", RoomRules::names);
    return rules;
  }

  static List<String> crowded(FileGraph graph, Map<String, String> larger) {
    List<String> faults = new ArrayList<>();
    graph
        .packages()
        .forEach(
            (name, files) -> {
              if (files.size() > FILES_MAX && !larger.containsKey(name)) {
                faults.add("%s holds %d files".formatted(name, files.size()));
              }
            });
    larger.forEach(
        (name, reason) -> {
          if (graph.packages().getOrDefault(name, List.of()).size() <= FILES_MAX) {
            faults.add("%s need not be listed: %s".formatted(name, reason));
          }
        });
    return faults;
  }

  static List<String> doors(FileGraph graph) {
    List<String> faults = new ArrayList<>();
    graph
        .packages()
        .forEach(
            (name, files) -> {
              List<String> doors =
                  files.stream().filter(JavaFile::isDoor).map(JavaFile::name).toList();
              if (doors.size() > 1) {
                faults.add("%s has %d doors: %s".formatted(name, doors.size(), doors));
              }
            });
    return faults;
  }

  static List<String> circles(FileGraph graph) {
    return graph.circles().stream()
        .filter(circle -> !graph.isSealedFamily(circle))
        .map(circle -> "circle of %d files: %s".formatted(circle.size(), circle))
        .toList();
  }

  static List<String> names(FileGraph graph) {
    return graph.namesInSeveralPackages().entrySet().stream()
        .map(name -> "%s is a type of %s".formatted(name.getKey(), name.getValue()))
        .toList();
  }
}
