package eco.exchange.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import eco.exchange.house.figures.Checkout;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls of the house stand; and each rule is seen to find what is planted against it. */
class HouseRulesTest {

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
                Stream.of("listing", "bidding", "money", "flow", "lab")
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
    List<String> beside = HouseRules.MODULES.stream().map(m -> m + "_sees_only_the_core").toList();
    return HouseRules.all().entrySet().stream()
        .filter(rule -> !beside.contains(rule.getKey()) || rule.getKey().startsWith("listing"))
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getKey(),
                    () -> assertThat(rule.getValue().evaluate(planted).hasViolation()).isTrue()));
  }

  @Test
  void no_module_names_a_mocking_library() {
    Checkout checkout = Checkout.here();
    List<String> poms =
        Stream.concat(Stream.of(""), checkout.modules().stream().map(module -> module + "/"))
            .map(folder -> checkout.text(folder + "pom.xml"))
            .toList();
    assertThat(poms.stream().collect(Collectors.joining()))
        .doesNotContainIgnoringCase("mockito")
        .doesNotContainIgnoringCase("wiremock")
        .doesNotContainIgnoringCase("jqwik");
  }

  @Test
  void the_compiler_refuses_what_is_private_and_unused() {
    assertThat(Checkout.here().text("pom.xml"))
        .contains("-Xep:UnusedMethod:ERROR")
        .contains("-Xep:UnusedVariable:ERROR")
        .contains("-Xep:UnusedNestedClass:ERROR");
  }

  private static boolean isOfTests(String location) {
    return location.contains("test-classes") || location.contains("-tests.jar");
  }
}
