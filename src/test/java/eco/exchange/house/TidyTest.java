package eco.exchange.house;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.house.figures.Checkout;
import eco.exchange.house.figures.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The house is tidy; and each rule is seen to find what is planted against it. */
class TidyTest {

  @Test
  void every_file_keeps_the_rules() {
    assertThat(TidyRules.of(Checkout.here().java())).isEmpty();
  }

  @Test
  void every_package_says_what_lives_there() {
    List<Source> sources = Checkout.here().java().stream().filter(Source::isMain).toList();
    List<String> described =
        sources.stream()
            .filter(source -> source.path().endsWith("/package-info.java"))
            .filter(TidyTest::isDescribed)
            .map(source -> folder(source.path()))
            .toList();
    assertThat(sources.stream().map(source -> folder(source.path())).distinct())
        .isNotEmpty()
        .allSatisfy(folder -> assertThat(described).contains(folder));
  }

  @Test
  void every_migration_keeps_the_rules() {
    List<Source> migrations = Checkout.here().migrations();
    assertThat(migrations).isNotEmpty();
    assertThat(MigrationRules.of(migrations)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "V2_3__listing_watersheds.sql, CREATE TABLE listing.watershed (name text)",
    "V2_3__watersheds.sql, -- Watersheds.",
    "V5_3__listing_watersheds.sql, -- Watersheds.",
    "V20261201_10__listing_watersheds.sql, -- Watersheds.",
    "R__listing_watersheds.sql, -- Watersheds.",
    "V2_3__listing_watersheds.sql, -- Names. CREATE FUNCTION listing.name() RETURNS text",
    "V2_3__listing_watersheds.sql, -- Names. CREATE OR REPLACE VIEW listing.name AS SELECT 1",
    "V2_3__listing_watersheds.sql, -- Names. GRANT SELECT ON listing.watershed TO exchange_app",
    "R__listing_10_watersheds.sql, -- Watersheds. CREATE TABLE listing.watershed (name text)",
    "R__listing_10_watersheds.sql, -- Names. CREATE FUNCTION listing.name() RETURNS text",
    "R__listing_10_watersheds.sql, -- Names. CREATE TRIGGER name BEFORE INSERT ON listing.name",
    "R__listing_10_watersheds.sql, -- Names. CREATE DOMAIN listing.name AS text",
    "R__listing_10_watersheds.sql, -- Names. ALTER TABLE listing.watershed ADD COLUMN name text",
    "R__listing_10_watersheds.sql, -- Names. CREATE CONSTRAINT TRIGGER name AFTER INSERT ON l.a",
    "V2_3__settlement_watersheds.sql, -- Watersheds.",
    "R__settlement_10_watersheds.sql, -- Watersheds.",
  })
  void a_planted_migration_is_found(String name, String text) {
    Source planted = migration(name, text.replaceFirst("\\. ", ".\n"));
    assertThat(MigrationRules.of(List.of(planted))).hasSize(1);
  }

  @Test
  void a_planted_second_definition_or_version_is_found() {
    String text = "-- Names.\nCREATE OR REPLACE FUNCTION listing.name() RETURNS text";
    assertThat(
            MigrationRules.of(
                List.of(
                    migration("R__listing_10_names.sql", text),
                    migration("R__listing_20_names.sql", text))))
        .hasSize(1);
    assertThat(
            MigrationRules.of(
                List.of(
                    migration("V2_3__listing_names.sql", "-- Names."),
                    migration("V2_3__listing_people.sql", "-- People."))))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A { Object a = java.time.Instant.now(); }",
        "class A { double price; }",
        "class A { Float price; }",
        "class A { void a() { System.out.println(1); } }",
        "class A { void a() throws Exception { Thread.sleep(1); } }",
        "class A { Object a = new Random(1); }",
        "class ListingManager {}",
        "record BidDTO() {}",
        "class A { // TO" + "DO later\n}",
        "class A { int a(Object b) { return switch (b) { case String s -> 1; default -> 2; }; } }",
        "class A { void a(Thread.State b) { switch (b) { case NEW: break; default: } } }",
      })
  void a_planted_violation_is_found(String text) {
    assertThat(planted(text)).hasSize(1);
  }

  @Test
  void a_planted_long_line_method_and_file_is_found() {
    assertThat(planted("class A { String a = \"" + "长".repeat(110) + "\"; }")).hasSize(1);
    assertThat(planted("class A { void a() {" + "\n;".repeat(30) + "} }")).hasSize(1);
    assertThat(planted("class A {" + "\n".repeat(400) + "}")).hasSize(1);
  }

  @Test
  void a_door_may_be_as_long_as_its_verbs() {
    String lines = "\n".repeat(400);
    assertThat(planted("@ApplicationScoped public class A {" + lines + "}")).isEmpty();
    assertThat(planted("@ApplicationScoped class A {" + lines + "}")).hasSize(1);
  }

  @Test
  void what_is_allowed_is_let_be() {
    assertThat(planted("class A { int a(String b) { return switch (b) { case \"x\" -> 1; "))
        .isEmpty();
    String strings =
        "class A { int a(String b) {\n return switch (b) { case \"x\" -> 1; default -> 2; }; } }";
    assertThat(planted(strings)).isEmpty();
    assertThat(planted("/** A double room, now() and System.out. */\nclass A {}")).isEmpty();
  }

  private static List<String> planted(String text) {
    return TidyRules.of(List.of(new Source("listing/src/main/java/A.java", text)));
  }

  private static boolean isDescribed(Source source) {
    String text = source.text();
    return text.contains("@NullMarked") && text.startsWith("/**") && text.contains(".");
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  private static Source migration(String name, String text) {
    return new Source("listing/src/main/resources/db/migration/" + name, text);
  }
}
