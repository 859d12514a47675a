package eco.exchange.house;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import eco.exchange.house.figures.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules of migrations. All modules share one history, so a version begins with the place of its
 * module; tables stand in versioned files, and what can be made again in repeatable ones.
 */
final class MigrationRules {

  /** The modules in the order of their versions, counted from one. */
  private static final List<String> MODULES =
      List.of("exchange-core", "listing", "bidding", "contracts-pdf", "settlement", "exchange-app");

  /** The schemas of each module, by which its files are named. */
  private static final Map<String, Set<String>> SCHEMAS =
      Map.of(
          "exchange-core", Set.of("core"),
          "listing", Set.of("listing"),
          "bidding", Set.of("bidding"),
          "contracts-pdf", Set.of("contracts"),
          "settlement", Set.of("settlement"),
          "exchange-app", Set.of("identity", "web"));

  private static final Pattern NAME =
      Pattern.compile("(V(\\d)_\\d+__[a-z]+|R__[a-z]+_\\d\\d)(_[a-z]+)+\\.sql");
  private static final Pattern MADE_AGAIN =
      Pattern.compile("\\b(FUNCTION|PROCEDURE|TRIGGER|VIEW|GRANT|REVOKE)\\b");
  private static final Pattern MADE_ONCE =
      Pattern.compile(
          "CREATE ((UNIQUE )?INDEX|TABLE|SEQUENCE|SCHEMA|DOMAIN|TYPE"
              + "|FUNCTION|PROCEDURE|VIEW|TRIGGER)\\b|\\bADD (COLUMN|CONSTRAINT)\\b");
  private static final Pattern CONSTRAINT_TRIGGER =
      Pattern.compile("CREATE CONSTRAINT TRIGGER ([a-z_]+)");
  private static final Pattern DEFINITION =
      Pattern.compile("CREATE OR REPLACE (?:FUNCTION|PROCEDURE|VIEW) ([a-z_]+\\.[a-z_]+)");

  private MigrationRules() {}

  /** What is wrong with these migrations. */
  static List<String> of(List<Source> migrations) {
    return Stream.concat(
            migrations.stream().flatMap(MigrationRules::alone),
            Stream.concat(
                twice(migrations.stream().filter(MigrationRules::isVersioned).map(m -> version(m))),
                twice(migrations.stream().flatMap(MigrationRules::defined))))
        .toList();
  }

  private static Stream<String> alone(Source migration) {
    String file = migration.fileName();
    String code = migration.text().replaceAll("(?m)--.*$", "");
    return Stream.of(
            wrong(!NAME.matcher(file).matches() || !isOfItsModule(migration), "name"),
            wrong(!migration.text().startsWith("-- "), "does not say what it is"),
            wrong(isVersioned(migration) && MADE_AGAIN.matcher(code).find(), "belongs to R__"),
            wrong(!isVersioned(migration) && MADE_ONCE.matcher(code).find(), "belongs to V"),
            wrong(!isVersioned(migration) && !isRunAgain(code), "drop the trigger before"))
        .flatMap(List::stream)
        .map(what -> file + ": " + what);
  }

  private static List<String> wrong(boolean is, String what) {
    return is ? List.of(what) : List.of();
  }

  private static Stream<String> twice(Stream<String> names) {
    return names.collect(groupingBy(name -> name, counting())).entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .map(entry -> entry.getKey() + " stands in more than one place");
  }

  private static Stream<String> defined(Source migration) {
    return DEFINITION.matcher(migration.text()).results().map(found -> found.group(1));
  }

  /** A constraint trigger cannot be replaced, so that it is dropped and made anew. */
  private static boolean isRunAgain(String code) {
    return CONSTRAINT_TRIGGER
        .matcher(code)
        .results()
        .allMatch(made -> code.contains("DROP TRIGGER IF EXISTS " + made.group(1) + " ON"));
  }

  private static boolean isOfItsModule(Source migration) {
    String place = String.valueOf(MODULES.indexOf(migration.module()) + 1);
    String schema = migration.fileName().replaceFirst("^.*?__", "").replaceFirst("_.*", "");
    return SCHEMAS.getOrDefault(migration.module(), Set.of()).contains(schema)
        && (!isVersioned(migration) || migration.fileName().startsWith("V" + place + "_"));
  }

  private static boolean isVersioned(Source migration) {
    return migration.fileName().startsWith("V");
  }

  private static String version(Source migration) {
    return migration.fileName().split("__", 2)[0];
  }
}
