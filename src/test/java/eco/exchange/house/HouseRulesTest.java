package eco.exchange.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls of the house stand; and each rule is seen to find what is planted against it. */
class HouseRulesTest {

  private static final String PUBLIC_TYPES = "src/test/resources/house/public-types.txt";

  static JavaClasses house;
  static JavaClasses planted;

  @BeforeAll
  static void read() {
    house =
        new ClassFileImporter()
            .withImportOption(location -> !isOfTests(location.toString()))
            .importPackages("eco.exchange");
    planted =
        new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages(
                Stream.of("listing", "money", "flow")
                    .map(room -> "eco.exchange." + room + ".planted")
                    .toList());
  }

  @TestFactory
  Stream<DynamicTest> every_wall_stands() {
    return HouseRules.all().entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(house)));
  }

  @Test
  void every_module_was_looked_at() {
    assertThat(house.stream().map(type -> type.getPackageName().split("\\.")[2]))
        .containsAll(HouseRules.CORE)
        .containsAll(HouseRules.MODULES)
        .containsAll(HouseRules.APP);
  }

  @TestFactory
  Stream<DynamicTest> every_rule_finds_what_is_planted() {
    List<String> plantedAgainst =
        List.of(
            "listing_sees_only_the_core",
            "the_core_sees_nobody",
            "the_core_knows_no_framework_outside_the_outbox",
            "only_the_workflow_knows_flowable",
            "only_the_application_speaks_http",
            "only_contracts_knows_the_pdf_library",
            "only_the_messages_know_the_library_of_iso_20022",
            "only_stores_speak_sql",
            "only_doors_and_stores_are_asynchronous",
            "nobody_reads_the_demo",
            "no_circle_between_packages");
    Map<String, ArchRule> rules = HouseRules.all();
    return plantedAgainst.stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> assertThat(rules.get(name).evaluate(planted).hasViolation()).isTrue()));
  }

  @Test
  void the_public_types_of_the_modules_are_those_on_the_list() {
    Map<String, List<String>> listed = new TreeMap<>();
    listed().forEach((key, names) -> listed.merge(roomOf(key), names, HouseRulesTest::joined));
    assertThat(HouseRules.publicTypes(house)).isEqualTo(listed);
  }

  @Test
  void the_application_touches_only_the_faces_of_the_modules() {
    ArchRule rule = HouseRules.onlyTheFacesAreTouched(listed());
    rule.check(house);
    assertThat(rule.evaluate(planted).hasViolation()).isTrue();
  }

  @Test
  void no_module_names_a_mocking_library() {
    List<String> poms =
        Stream.concat(Stream.of("pom.xml"), Sources.MODULES.stream().map(m -> m + "/pom.xml"))
            .map(HouseRulesTest::text)
            .toList();
    assertThat(poms.stream().collect(Collectors.joining()))
        .doesNotContainIgnoringCase("mockito")
        .doesNotContainIgnoringCase("wiremock")
        .doesNotContainIgnoringCase("jqwik");
  }

  private static boolean isOfTests(String location) {
    return location.contains("test-classes") || location.contains("-tests.jar");
  }

  /** The list, by 'module' for its face and by 'module inside' for the rest. */
  private static Map<String, List<String>> listed() {
    Map<String, List<String>> listed = new TreeMap<>();
    text(PUBLIC_TYPES)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(":"))
        .forEach(
            line ->
                listed.merge(
                    line[0], List.of(line[1].trim().split("\\s+")), HouseRulesTest::joined));
    return listed;
  }

  private static String roomOf(String key) {
    return key.replace(" inside", "");
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).sorted().toList();
  }

  private static String text(String path) {
    try {
      return Files.readString(Sources.ROOT.resolve(path));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
