package eco.exchange.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.market.OwnershipClass;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.MethodTerms.English;
import eco.exchange.method.MethodTerms.ListingThenTimed;
import eco.exchange.method.MethodTerms.Negotiated;
import eco.exchange.method.MethodTerms.PriceTime;
import eco.exchange.method.MethodTerms.SealedOneShot;
import eco.exchange.method.TradeMethod;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.sharing.Principle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RulebookTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Rulebook rulebook = Rulebook.published();

  @ParameterizedTest
  @CsvSource({"STATE, 20, 3", "COLLECTIVE, 10, 5", "INDIVIDUAL, 10, 5"})
  void whose_property_is_sold_decides_how_long_it_is_disclosed(
      OwnershipClass ownership, int disclosureDays, int signingDays) {
    RuleEdition edition = rulebook.editionFor(ownership, TradeMethod.ENGLISH_ONLINE, DAY);

    assertThat(edition.disclosureWorkingDays()).isEqualTo(disclosureDays);
    assertThat(edition.redisclosureWorkingDays()).isEqualTo(disclosureDays);
    assertThat(edition.signingWorkingDays()).isEqualTo(signingDays);
    assertThat(edition.ownership()).isEqualTo(ownership);
    assertThat(rulebook.edition(edition.id())).isSameAs(edition);
  }

  @ParameterizedTest
  @EnumSource(OwnershipClass.class)
  void the_other_numbers_are_the_same_for_all(OwnershipClass ownership) {
    RuleEdition edition = rulebook.editionFor(ownership, TradeMethod.ENGLISH_ONLINE, DAY);

    assertThat(edition)
        .isEqualTo(
            new RuleEdition(
                edition.id(),
                LocalDate.of(2025, 1, 1),
                ownership,
                TradeMethod.ENGLISH_ONLINE,
                edition.disclosureWorkingDays(),
                5,
                3,
                24,
                30,
                7,
                Percentage.parse("30"),
                Percentage.WHOLE,
                Percentage.parse("90"),
                edition.redisclosureWorkingDays(),
                12,
                5,
                edition.signingWorkingDays(),
                5,
                new InstalmentLimits(
                    Money.yuan("1000000.00"), Percentage.parse("30"), 12, Percentage.parse("10")),
                new CompulsorySharing(
                    Set.of(Principle.INVESTS, Principle.OWNS, Principle.OPERATES),
                    true,
                    Percentage.parse("5"),
                    Percentage.parse("5"),
                    Percentage.parse("5")),
                new BiddingBounds(
                    Duration.ofHours(24),
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(5),
                    Percentage.parse("0.01"),
                    Percentage.parse("20"),
                    10,
                    Percentage.parse("12"),
                    3,
                    Percentage.parse("5")),
                3,
                3,
                365,
                Optional.of(new English(Duration.ofMinutes(5), Optional.empty()))));
  }

  @ParameterizedTest
  @EnumSource(OwnershipClass.class)
  void every_number_cites_its_rule_and_source(OwnershipClass ownership) {
    RuleEdition edition = rulebook.editionFor(ownership, TradeMethod.ENGLISH_ONLINE, DAY);

    Set<String> numbers =
        Stream.of(RuleEdition.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());
    numbers.removeAll(Set.of("id", "validFrom", "ownership", "method", "usual"));
    numbers.add("how.quietTime");
    Map.of(
            "instalments", InstalmentLimits.class,
            "compulsory", CompulsorySharing.class,
            "bounds", BiddingBounds.class)
        .forEach(
            (name, limits) -> {
              numbers.remove(name);
              Stream.of(limits.getRecordComponents())
                  .forEach(limit -> numbers.add(name + "." + limit.getName()));
            });
    List<Citation> citations = rulebook.citations(edition.id());
    assertThat(citations).extracting(Citation::parameter).hasSameElementsAs(numbers);
    assertThat(citations).allSatisfy(cited -> assertThat(cited.rule()).startsWith("R-"));
    assertThat(citations).allSatisfy(cited -> assertThat(cited.source()).isNotBlank());
  }

  @Test
  void every_source_is_cited_by_some_number() throws IOException {
    Set<String> cited =
        Stream.of(OwnershipClass.values())
            .flatMap(owner -> Stream.of(TradeMethod.values()).map(method -> id(owner, method)))
            .flatMap(id -> rulebook.citations(id).stream())
            .map(Citation::rule)
            .collect(Collectors.toSet());
    rulebook.citations("2025-CENTRE").forEach(number -> cited.add(number.rule()));

    Iterator<String> sources = published().get("sources").fieldNames();

    assertThat(sources).toIterable().hasSameElementsAs(cited);
  }

  @ParameterizedTest
  @EnumSource(TradeMethod.class)
  void every_method_has_an_edition_for_everybodys_property(TradeMethod method) {
    for (OwnershipClass owner : OwnershipClass.values()) {
      RuleEdition english = rulebook.editionFor(owner, TradeMethod.ENGLISH_ONLINE, DAY);
      RuleEdition edition = rulebook.editionFor(owner, method, DAY);

      assertThat(edition.id()).isEqualTo("2025-%s-%s", owner, method);
      assertThat(edition.disclosureWorkingDays()).isEqualTo(english.disclosureWorkingDays());
      assertThat(edition.signingWorkingDays()).isEqualTo(english.signingWorkingDays());
      assertThat(rulebook.citations(edition.id()))
          .allSatisfy(cited -> assertThat(cited.source()).isNotBlank());
    }
  }

  @Test
  void a_method_that_numbers_can_tell_whole_has_usual_terms() {
    assertThat(usual(TradeMethod.ENGLISH_ONLINE))
        .contains(new English(Duration.ofMinutes(5), Optional.empty()));
    assertThat(usual(TradeMethod.LISTING_THEN_TIMED))
        .contains(
            new ListingThenTimed(
                Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(30)));
    assertThat(usual(TradeMethod.PRICE_TIME)).contains(new PriceTime(2));
    assertThat(usual(TradeMethod.SEALED_ONE_SHOT)).contains(new SealedOneShot());
    assertThat(usual(TradeMethod.NEGOTIATED)).contains(new Negotiated());
    for (TradeMethod untold :
        List.of(
            TradeMethod.WEIGHTED,
            TradeMethod.DESCENDING,
            TradeMethod.TENDER,
            TradeMethod.SHARE_OF_REVENUE)) {
      assertThat(usual(untold)).as("%s", untold).isEmpty();
    }
  }

  @Test
  void a_tender_has_twenty_days_and_a_deposit_of_two_per_cent() {
    RuleEdition tender = rulebook.editionFor(OwnershipClass.STATE, TradeMethod.TENDER, DAY);

    assertThat(tender.noticeDays()).isEqualTo(20);
    assertThat(tender.depositMax()).isEqualTo(Percentage.parse("2"));
    assertThat(tender.awardPublicityWorkingDays()).isEqualTo(5);
  }

  @Test
  void a_variant_of_nothing_or_with_terms_that_its_method_has_not_stops_the_exchange() {
    assertBroken(book -> ((ArrayNode) book.at("/variants/0/of")).add("1999"));
    assertBroken(book -> variant(book, "TENDER").set("how.weight", hours(book)));
    assertBroken(book -> variant(book, "NEGOTIATED").set("how.quietTime", hours(book)));
    assertBroken(book -> variant(book, "PRICE_TIME").remove("how.correctionsMax"));
    assertBroken(book -> ((ObjectNode) book.at("/variants/0/methods")).set("TOMBOLA", hours(book)));
    assertBroken(
        book ->
            ((ObjectNode) variant(book, "PRICE_TIME").get("how.correctionsMax")).put("value", 3));
  }

  @Test
  void a_later_edition_is_in_force_from_its_day_and_the_earlier_one_is_kept() throws IOException {
    Rulebook two =
        changed(
            book -> {
              ObjectNode later = book.withArray("editions").get(0).deepCopy();
              later.put("id", "2027-STATE").put("validFrom", "2027-01-01");
              ((ObjectNode) later.at("/numbers/disclosureWorkingDays")).put("value", 30);
              book.withArray("editions").insert(0, later);
            });

    assertThat(disclosureOn(two, "2026-12-31")).isEqualTo(20);
    assertThat(disclosureOn(two, "2027-01-01")).isEqualTo(30);
    assertThat(two.edition("2025-STATE-ENGLISH_ONLINE").disclosureWorkingDays()).isEqualTo(20);
  }

  @Test
  void the_centre_has_rules_of_its_own_from_a_day_on() throws IOException {
    Rulebook two =
        changed(
            book -> {
              ObjectNode later = book.withArray("centre").get(0).deepCopy();
              later.put("id", "2027-CENTRE").put("validFrom", "2027-01-01");
              ((ObjectNode) later.at("/numbers/bankExceptionWorkingDays")).put("value", 5);
              book.withArray("centre").insert(0, later);
            });

    assertThat(two.centreRules(LocalDate.of(2026, 12, 31)).bankExceptionWorkingDays()).isEqualTo(3);
    assertThat(two.centreRules(LocalDate.of(2027, 1, 1)).bankExceptionWorkingDays()).isEqualTo(5);
    assertThatThrownBy(() -> two.centreRules(LocalDate.of(2024, 12, 31)))
        .hasMessageContaining("2024-12-31");
    assertBroken(book -> ((ObjectNode) book.at("/centre/0")).remove("validFrom"));
    assertBroken(book -> ((ObjectNode) book.at("/centre/0/numbers")).removeAll());
    assertBroken(book -> ((ObjectNode) book.get("sources")).remove("R-BANK-1"));
    assertBroken(book -> book.withArray("centre").add(book.at("/centre/0").deepCopy()));
    for (String period : List.of("bankExceptionWorkingDays", "runnerUpDepositWorkingDays")) {
      assertBroken(book -> ((ObjectNode) book.at("/centre/0/numbers/" + period)).put("value", 0));
    }
  }

  @Test
  void a_sale_without_rules_is_an_error() {
    LocalDate early = LocalDate.of(2024, 12, 31);

    assertThatThrownBy(
            () -> rulebook.editionFor(OwnershipClass.STATE, TradeMethod.ENGLISH_ONLINE, early))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("STATE", "ENGLISH_ONLINE", "2024-12-31");
    assertThatThrownBy(() -> rulebook.edition("1999")).hasMessageContaining("1999");
    assertThatThrownBy(() -> rulebook.citations("1999")).hasMessageContaining("1999");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          depositMax,            "'30'"
          depositMax,            "'30 % '"
          depositMax,            "'130 %'"
          depositMax,            30
          depositMax,            null
          how.quietTime,         "'five minutes'"
          how.quietTime,         "'PT0S'"
          disclosureWorkingDays, 0
          disclosureWorkingDays, -20
          disclosureWorkingDays, 20.5
          disclosureWorkingDays, "'20'"
          disclosureWorkingDays, null
          biddingHours,          []
          """,
      quoteCharacter = '"')
  void a_number_that_makes_no_sense_stops_the_exchange(String name, String value) {
    assertBroken(
        book ->
            ((ObjectNode) book.at("/editions/0/numbers/" + name))
                .set("value", tree(value.replace('\'', '"'))));
  }

  @Test
  void a_book_with_something_missing_unknown_or_twice_stops_the_exchange() {
    assertThatThrownBy(() -> changed(book -> numbers(book).remove("biddingHours")))
        .hasMessageContaining("Missing creator property 'biddingHours'");
    assertBroken(book -> numbers(book).remove("depositMax"));
    assertBroken(book -> numbers(book).set("biddingDays", numbers(book).get("biddingHours")));
    assertBroken(book -> ((ObjectNode) book.at("/editions/0")).remove("validFrom"));
    assertBroken(book -> ((ObjectNode) book.at("/editions/0")).put("method", "TOMBOLA"));
    assertBroken(book -> ((ObjectNode) book.at("/editions/0")).put("method", 0));
    assertBroken(book -> ((ObjectNode) book.get("sources")).remove("R-DIS-1"));
    assertBroken(book -> ((ObjectNode) book.get("sources")).put("R-DIS-1", " "));
    assertBroken(book -> book.withArray("editions").add(book.at("/editions/0").deepCopy()));
    assertBroken(
        book ->
            book.withArray("editions")
                .add(((ObjectNode) book.at("/editions/0")).deepCopy().put("id", "other")));
    assertThatThrownBy(
            () ->
                read(
                    "{\"sources\": {}, \"sources\": {}, \"editions\": [], \"variants\": [],"
                        + " \"centre\": []}"))
        .hasMessageContaining("sources");
  }

  private static int disclosureOn(Rulebook book, String day) {
    return book.editionFor(OwnershipClass.STATE, TradeMethod.ENGLISH_ONLINE, LocalDate.parse(day))
        .disclosureWorkingDays();
  }

  private static void assertBroken(Consumer<ObjectNode> change) {
    assertThatThrownBy(() -> changed(change))
        .isInstanceOfAny(IOException.class, IllegalArgumentException.class);
  }

  private String id(OwnershipClass owner, TradeMethod method) {
    return rulebook.editionFor(owner, method, DAY).id();
  }

  private Optional<MethodTerms> usual(TradeMethod method) {
    return rulebook.editionFor(OwnershipClass.COLLECTIVE, method, DAY).usual();
  }

  private static ObjectNode variant(ObjectNode book, String method) {
    return (ObjectNode) book.at("/variants/0/methods/" + method);
  }

  private static JsonNode hours(ObjectNode book) {
    return numbers(book).get("biddingHours");
  }

  private static ObjectNode numbers(ObjectNode book) {
    return (ObjectNode) book.at("/editions/0/numbers");
  }

  private static Rulebook changed(Consumer<ObjectNode> change) throws IOException {
    ObjectNode book = published();
    change.accept(book);
    return read(book.toString());
  }

  private static Rulebook read(String json) throws IOException {
    return Rulebook.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static ObjectNode published() throws IOException {
    try (var json = Rulebook.class.getResourceAsStream("rulebook.json")) {
      return (ObjectNode) JSON.readTree(json);
    }
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
