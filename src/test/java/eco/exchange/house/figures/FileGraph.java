package eco.exchange.house.figures;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which file speaks of which, by imports, by simple names within a package and by names written
 * out.
 *
 * <p>It is read from the sources alone, so that a checkout can be measured without being built.
 */
public final class FileGraph {

  private final SortedMap<String, JavaFile> files = new TreeMap<>();
  private final Map<String, JavaFile> byType = new HashMap<>();
  private final Map<String, Set<String>> arrows = new HashMap<>();

  private FileGraph(List<JavaFile> files) {
    for (JavaFile file : files) {
      this.files.put(file.name(), file);
      file.types().forEach(type -> byType.put(file.packageName() + "." + type.name(), file));
    }
    files.forEach(file -> arrows.put(file.name(), spokenOf(file)));
  }

  /** The graph of the production code among these files. */
  public static FileGraph of(List<Source> sources) {
    return new FileGraph(JavaFile.of(sources.stream().filter(Source::isMain).toList()));
  }

  /** The files with types, by the name of their main type. */
  public SortedMap<String, JavaFile> files() {
    return files;
  }

  /** The files of each package. */
  public SortedMap<String, List<JavaFile>> packages() {
    return files.values().stream()
        .collect(Collectors.groupingBy(JavaFile::packageName, TreeMap::new, Collectors.toList()));
  }

  /** The arrows between packages. */
  public Map<String, Set<String>> packageArrows() {
    Map<String, Set<String>> between = new TreeMap<>();
    arrows.forEach(
        (from, to) ->
            to.stream()
                .map(this::packageOf)
                .filter(other -> !other.equals(packageOf(from)))
                .forEach(
                    other ->
                        between
                            .computeIfAbsent(packageOf(from), none -> new TreeSet<>())
                            .add(other)));
    return between;
  }

  /** The circles of files, the largest first. */
  public List<SortedSet<String>> circles() {
    return Circles.of(arrows);
  }

  /** The circles of packages, the largest first. */
  public List<SortedSet<String>> packageCircles() {
    return Circles.of(packageArrows());
  }

  /**
   * Whether a circle is a sealed type with subtypes that it permits, and nothing else but records
   * by which they are made of each other, as a step holds a taker and a group of takers holds
   * steps.
   */
  public boolean isSealedFamily(Set<String> circle) {
    return circle.stream()
        .filter(head -> file(head).isSealed())
        .map(this::family)
        .anyMatch(
            family ->
                circle.stream()
                    .allMatch(other -> family.contains(other) || isPartOf(other, family)));
  }

  private boolean isPartOf(String other, Set<String> family) {
    boolean isHeld = family.stream().anyMatch(member -> partsOf(member).contains(other));
    return isHeld && partsOf(other).stream().anyMatch(family::contains);
  }

  private Set<String> partsOf(String name) {
    JavaFile file = file(name);
    return file.parts().stream()
        .flatMap(part -> named(file, part).stream())
        .collect(Collectors.toSet());
  }

  /** The simple names of more than one type, with the packages that have one. */
  public SortedMap<String, SortedSet<String>> namesInSeveralPackages() {
    SortedMap<String, SortedSet<String>> packages = new TreeMap<>();
    for (JavaFile file : files.values()) {
      for (JavaFile.Type type : file.types()) {
        packages.computeIfAbsent(type.name(), none -> new TreeSet<>()).add(file.packageName());
      }
    }
    packages.values().removeIf(names -> names.size() == 1);
    return packages;
  }

  private Set<String> family(String head) {
    Set<String> members = new HashSet<>(Set.of(head));
    JavaFile file = file(head);
    for (String permitted : file.permits()) {
      named(file, permitted)
          .filter(member -> !members.contains(member))
          .ifPresent(member -> members.addAll(family(member)));
    }
    return members;
  }

  private Set<String> spokenOf(JavaFile file) {
    Set<String> others = new HashSet<>();
    file.words().stream()
        .filter(word -> Character.isUpperCase(word.charAt(0)))
        .forEach(word -> named(file, word).ifPresent(others::add));
    file.qualified().forEach(name -> holder(name).ifPresent(others::add));
    others.remove(file.name());
    return others;
  }

  /**
   * The file that a simple name means in a file, or the first part of a name like 'Auction.Open'.
   */
  private Optional<String> named(JavaFile file, String name) {
    int end = name.indexOf('.');
    String word = end < 0 ? name : name.substring(0, end);
    return file.qualified().stream()
        .filter(other -> other.endsWith("." + word))
        .findFirst()
        .map(this::holder)
        .orElseGet(() -> holder(file.packageName() + "." + word).or(() -> byWhole(file, word)));
  }

  private Optional<String> byWhole(JavaFile file, String word) {
    return file.qualified().stream()
        .filter(other -> other.endsWith(".*"))
        .flatMap(other -> holder(other.replace("*", word)).stream())
        .findFirst();
  }

  /** The file with the type that a qualified name begins with. */
  private Optional<String> holder(String qualified) {
    String name = qualified;
    while (!byType.containsKey(name) && name.contains(".")) {
      name = name.substring(0, name.lastIndexOf('.'));
    }
    return Optional.ofNullable(byType.get(name)).map(JavaFile::name);
  }

  private String packageOf(String file) {
    return file(file).packageName();
  }

  private JavaFile file(String name) {
    return files.get(name);
  }
}
