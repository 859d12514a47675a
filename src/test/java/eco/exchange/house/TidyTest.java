package eco.exchange.house;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.house.figures.Checkout;
import eco.exchange.house.figures.Source;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
  void every_migration_says_why_and_is_numbered_by_date() {
    List<Source> migrations = Checkout.here().migrations();
    Pattern name = Pattern.compile("V\\d{8}_\\d{2}__[a-z]+(_[a-z]+)+\\.sql");
    assertThat(migrations)
        .isNotEmpty()
        .allSatisfy(
            migration -> {
              String file = migration.fileName();
              assertThat(file).matches(name);
              assertThat(migration.text()).as(file).startsWith("-- ");
            });
    assertThat(migrations.stream().map(TidyTest::version).collect(Collectors.toSet()))
        .as("each version once")
        .hasSameSizeAs(migrations);
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

  private static String version(Source migration) {
    return Stream.of(migration.fileName().split("__")).findFirst().orElseThrow();
  }
}
