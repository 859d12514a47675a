package eco.exchange.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import eco.exchange.house.figures.Checkout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who may know whom: the walls of the house, as rules over compiled classes. */
final class HouseRules {

  static final List<String> MODULES = List.of("listing", "bidding", "contracts", "settlement");

  /**
   * The rooms below and above the modules, as the checkout has them; a room with its sub-packages.
   */
  static final List<String> CORE = rooms("exchange-core");

  static final List<String> APP = rooms("exchange-app");

  /** Rooms of the core that work with the database, and so with what the application runs on. */
  private static final List<String> STORAGE = List.of("outbox", "relay", "storage");

  /** What tries the exchange out and is no part of it. */
  private static final List<String> TRIALS = List.of("lab", "acceptance");

  private static final String[] FRAMEWORKS = {
    "io.quarkus..", "io.vertx..", "io.smallrye..", "jakarta..", "org.hibernate..", "org.jboss.."
  };

  private HouseRules() {}

  static Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    MODULES.forEach(module -> rules.put(module + "_sees_only_the_core", seesOnlyTheCore(module)));
    rules.put("the_core_sees_nobody", coreSeesNobody());
    rules.put("the_core_knows_no_framework_but_to_store", coreKnowsNoFramework());
    rules.put("only_the_workflow_knows_flowable", onlyIn("org.flowable..", "workflow"));
    rules.put("only_the_application_speaks_http", onlyIn("jakarta.ws.rs..", APP));
    rules.put("only_contracts_knows_the_pdf_library", onlyIn("com.itextpdf..", "contracts"));
    rules.put(
        "only_the_messages_know_the_library_of_iso_20022",
        onlyIn("com.prowidesoftware..", "settlement.iso"));
    rules.put("only_Pg_classes_speak_sql", onlyPgClassesSpeakSql());
    rules.put("rules_return_values", rulesReturnValues());
    rules.put("the_application_touches_doors_and_values", appTouchesDoorsAndValues());
    rules.put(
        "nobody_imports_what_tries_the_exchange_out",
        noClasses()
            .that()
            .resideOutsideOfPackages(in(TRIALS))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(in(TRIALS)));
    rules.put(
        "no_circle_between_packages",
        slices().matching("eco.exchange.(**)").should().beFreeOfCycles());
    return rules;
  }

  private static ArchRule seesOnlyTheCore(String module) {
    String[] others =
        Stream.of(MODULES, APP, TRIALS)
            .flatMap(List::stream)
            .filter(other -> !other.equals(module))
            .map(HouseRules::in)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(in(module))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }

  private static ArchRule coreSeesNobody() {
    String[] above =
        Stream.of(MODULES, APP, TRIALS)
            .flatMap(List::stream)
            .map(HouseRules::in)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAnyPackage(in(CORE))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(above);
  }

  private static ArchRule coreKnowsNoFramework() {
    List<String> pure = CORE.stream().filter(name -> !STORAGE.contains(name)).toList();
    return noClasses()
        .that()
        .resideInAnyPackage(in(pure))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FRAMEWORKS);
  }

  private static ArchRule onlyIn(String library, String... rooms) {
    return onlyIn(library, List.of(rooms));
  }

  private static ArchRule onlyIn(String library, List<String> rooms) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(in(rooms))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private static ArchRule onlyPgClassesSpeakSql() {
    DescribedPredicate<JavaClass> speaker =
        DescribedPredicate.describe(
            "a Pg class", type -> outermost(type).getSimpleName().startsWith("Pg"));
    return noClasses()
        .that(DescribedPredicate.not(speaker.or(resideInAnyPackage(in("outbox")))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertx.sqlclient..", "io.vertx.mutiny.sqlclient..", "io.vertx.pgclient..");
  }

  // A rule is given values and returns a value. What must wait holds what it waits for, a store or
  // another door; and a generic method knows nothing of what it hands through.
  private static ArchRule rulesReturnValues() {
    return methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(in(MODULES))
        .and()
        .areDeclaredInClassesThat(DescribedPredicate.describe("rules", HouseRules::isRule))
        .and(
            DescribedPredicate.describe(
                "of values", method -> method.getTypeParameters().isEmpty()))
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .and()
        .doNotHaveModifier(JavaModifier.ABSTRACT)
        .should()
        .notHaveRawReturnType("io.smallrye.mutiny.Uni")
        .allowEmptyShould(true);
  }

  /** What a module keeps to itself although Java lets its other packages see it. */
  private static ArchRule appTouchesDoorsAndValues() {
    DescribedPredicate<JavaClass> inside =
        DescribedPredicate.describe(
            "stores of a module or wait for them behind its doors",
            type -> isStore(type) || (!isDoor(type) && isAsynchronous(outermost(type))));
    return noClasses()
        .that()
        .resideInAnyPackage(in(APP))
        .should()
        .dependOnClassesThat(resideInAnyPackage(in(MODULES)).and(inside));
  }

  private static boolean isDoor(JavaClass type) {
    JavaClass outermost = outermost(type);
    return outermost.getModifiers().contains(JavaModifier.PUBLIC)
        && outermost.isAnnotatedWith("jakarta.enterprise.context.ApplicationScoped");
  }

  private static boolean isStore(JavaClass type) {
    String name = outermost(type).getSimpleName();
    return name.endsWith("Store") || name.startsWith("Pg");
  }

  private static boolean isRule(JavaClass type) {
    return !isDoor(type) && !isStore(type) && !holds(type) && !holds(outermost(type));
  }

  // What a record holds is its value.
  private static boolean holds(JavaClass type) {
    return !type.isRecord()
        && !type.isEnum()
        && type.getFields().stream()
            .anyMatch(field -> !field.getModifiers().contains(JavaModifier.STATIC));
  }

  // An interface asks somebody else; the application may be the one who answers.
  private static boolean isAsynchronous(JavaClass type) {
    return type.getMethods().stream()
        .filter(method -> !method.getModifiers().contains(JavaModifier.ABSTRACT))
        .anyMatch(method -> method.getRawReturnType().getName().equals("io.smallrye.mutiny.Uni"));
  }

  // A lambda or a nested record of a class belongs to it.
  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(HouseRules::outermost).orElse(type);
  }

  private static List<String> rooms(String module) {
    return Checkout.here().java().stream()
        .filter(source -> source.isMain() && source.module().equals(module))
        .map(source -> source.path().replaceAll(".*/java/eco/exchange/|/.*", ""))
        .distinct()
        .toList();
  }

  private static String in(String room) {
    return "eco.exchange." + room + "..";
  }

  private static String[] in(List<String> rooms) {
    return rooms.stream().map(HouseRules::in).toArray(String[]::new);
  }
}
