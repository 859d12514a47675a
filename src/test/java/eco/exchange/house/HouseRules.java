package eco.exchange.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who may know whom: the walls of the house, as rules over compiled classes. */
final class HouseRules {

  /** The packages of each floor; a package with its sub-packages. */
  static final List<String> CORE =
      List.of("money", "sharing", "market", "event", "calendar", "rulebook", "outbox");

  static final List<String> MODULES = List.of("listing", "bidding", "contracts", "settlement");
  static final List<String> APP =
      List.of("flow", "workflow", "identity", "web", "operations", "demo");

  private static final List<String> DOORS =
      List.of(
          "Listings",
          "Bidding",
          "AuctionRecords",
          "SealedOffers",
          "Awards",
          "Bans",
          "PartyRegister",
          "Contracts",
          "Proofs",
          "OwnSignatures",
          "Amendments",
          "Amending",
          "Settlement",
          "Disbursements",
          "Banking",
          "Standstill",
          "Handovers",
          "GeneralLedger",
          "YearEnd",
          "Rosters",
          "Allotments",
          "Funds",
          "RevenueReview",
          "RevenueDefaults",
          "Instalments",
          "InstalmentDefaults");

  /** Who carries out the verbs of a door, unseen from outside: package-private, each by name. */
  private static final List<String> BEHIND_THE_DOORS =
      List.of(
          "AuctionHouse",
          "AuctionDesk",
          "OpeningDesk",
          "Clerk",
          "LiveBoard",
          "LivePlace",
          "Scheduling",
          "Registrar",
          "Awarding",
          "Lapsing",
          "Winners",
          "Vetting",
          "Annulling",
          "Issuing",
          "Workshop",
          "Teller",
          "PayeeDesk");

  private static final String[] FRAMEWORKS = {
    "io.quarkus..", "io.vertx..", "io.smallrye..", "jakarta..", "org.hibernate..", "org.jboss.."
  };

  private HouseRules() {}

  static Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    MODULES.forEach(module -> rules.put(module + "_sees_only_the_core", seesOnlyTheCore(module)));
    rules.put("the_core_sees_nobody", coreSeesNobody());
    rules.put("the_core_knows_no_framework_outside_the_outbox", coreKnowsNoFramework());
    rules.put("only_the_workflow_knows_flowable", onlyIn("org.flowable..", "workflow"));
    rules.put("only_the_application_speaks_http", onlyIn("jakarta.ws.rs..", APP));
    rules.put("only_contracts_knows_the_pdf_library", onlyIn("com.itextpdf..", "contracts"));
    rules.put(
        "only_the_messages_know_the_library_of_iso_20022",
        onlyIn("com.prowidesoftware..", "settlement.iso"));
    rules.put("only_stores_speak_sql", onlyStoresSpeakSql());
    rules.put("only_doors_and_stores_are_asynchronous", onlyDoorsAndStoresReturnUni());
    rules.put(
        "nobody_reads_the_demo",
        noClasses()
            .that()
            .resideOutsideOfPackage(in("demo"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(in("demo")));
    rules.put(
        "no_circle_between_packages",
        slices().matching("eco.exchange.(**)").should().beFreeOfCycles());
    return rules;
  }

  private static ArchRule seesOnlyTheCore(String module) {
    String[] others =
        Stream.concat(MODULES.stream(), APP.stream())
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
        Stream.concat(MODULES.stream(), APP.stream()).map(HouseRules::in).toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAnyPackage(in(CORE))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(above);
  }

  private static ArchRule coreKnowsNoFramework() {
    List<String> pure = CORE.stream().filter(name -> !name.equals("outbox")).toList();
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

  private static ArchRule onlyStoresSpeakSql() {
    DescribedPredicate<JavaClass> store =
        DescribedPredicate.describe("a Pg...Store", HouseRules::isPgStore);
    return noClasses()
        .that(DescribedPredicate.not(store.or(resideInAnyPackage(in("outbox")))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertx.sqlclient..", "io.vertx.mutiny.sqlclient..", "io.vertx.pgclient..");
  }

  // A lambda or a nested record of a store belongs to it.
  private static boolean isPgStore(JavaClass type) {
    String outermost = type.getName().replaceAll("\\$.*", "");
    return outermost.matches(".*\\.Pg\\w*Store");
  }

  private static ArchRule onlyDoorsAndStoresReturnUni() {
    return methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(in(MODULES))
        .and()
        .areDeclaredInClassesThat(
            DescribedPredicate.describe("neither door nor store", type -> !isDoorOrStore(type)))
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should()
        .notHaveRawReturnType("io.smallrye.mutiny.Uni")
        .allowEmptyShould(true);
  }

  private static boolean isDoorOrStore(JavaClass type) {
    String name = outermost(type);
    return name.endsWith("Store") || DOORS.contains(name) || isBehindADoor(type, name);
  }

  private static boolean isBehindADoor(JavaClass type, String name) {
    return BEHIND_THE_DOORS.contains(name) && !type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static String outermost(JavaClass type) {
    return type.getName().replaceAll("\\$.*", "").replaceAll(".*\\.", "");
  }

  /** What the application may not touch: types of a module that are not on its face. */
  static ArchRule onlyTheFacesAreTouched(Map<String, List<String>> faces) {
    DescribedPredicate<JavaClass> inside =
        DescribedPredicate.describe(
            "inside a module",
            type ->
                MODULES.contains(room(type))
                    && !faces.getOrDefault(room(type), List.of()).contains(outermost(type)));
    return noClasses().that().resideInAnyPackage(in(APP)).should().dependOnClassesThat(inside);
  }

  /** The public top-level types of each module, by package; what others may hold on to. */
  static Map<String, List<String>> publicTypes(Iterable<JavaClass> classes) {
    Map<String, List<String>> types = new TreeMap<>();
    for (JavaClass type : classes) {
      boolean isPublic = type.getModifiers().contains(JavaModifier.PUBLIC);
      if (isPublic && !type.isNestedClass() && MODULES.contains(room(type))) {
        types.computeIfAbsent(room(type), room -> new ArrayList<>()).add(type.getSimpleName());
      }
    }
    types.values().forEach(Collections::sort);
    return types;
  }

  private static String room(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.");
    return parts.length > 2 ? parts[2] : "";
  }

  private static String in(String room) {
    return "eco.exchange." + room + "..";
  }

  private static String[] in(List<String> rooms) {
    return rooms.stream().map(HouseRules::in).toArray(String[]::new);
  }
}
