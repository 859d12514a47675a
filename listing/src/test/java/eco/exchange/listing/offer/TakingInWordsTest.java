package eco.exchange.listing.offer;

import static eco.exchange.listing.offer.Market.TODAY;
import static eco.exchange.money.Money.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Refusal;
import eco.exchange.listing.InputLimits;
import eco.exchange.listing.catalogue.EnterProduct;
import eco.exchange.listing.catalogue.RecordAppraisal;
import eco.exchange.listing.catalogue.Title;
import eco.exchange.market.OwnershipClass;
import eco.exchange.market.ProductId;
import eco.exchange.market.RightKind;
import eco.exchange.method.MethodTerms.Descending;
import eco.exchange.method.MethodTerms.Scoring;
import eco.exchange.method.MethodTerms.Scoring.Criterion;
import eco.exchange.method.MethodTerms.ShareOfRevenue;
import eco.exchange.method.MethodTerms.Weighted;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is too long, too large or nonsense is refused, each with the field that it stands in. */
class TakingInWordsTest {

  private static final String LONGEST_NAME = "山".repeat(200);

  @Test
  void a_name_is_one_line_of_at_most_200_characters() {
    assertThat(product(LONGEST_NAME, "640425", "1")).isEmpty();
    for (String name : List.of("", "  ", LONGEST_NAME + "山", "two\nlines", "nul\0")) {
      assertThat(product(name, "640425", "1")).as(name).containsExactly("INPUT_INVALID name");
    }
  }

  @Test
  void a_quantity_is_positive_with_at_most_six_decimals() {
    for (String sound : List.of("0.000001", "36000", "1.5000000000", "1E+12")) {
      assertThat(product("x", "640425", sound)).as(sound).isEmpty();
    }
    for (String faulty : List.of("0", "-1", "0.0000001", "1000000000001", "1E+100")) {
      assertThat(product("x", "640425", faulty))
          .as(faulty)
          .containsExactly("INPUT_INVALID quantity");
    }
  }

  @Test
  void a_region_is_six_digits_that_begin_with_a_province() {
    assertThat(product("x", "64042", "1")).containsExactly("INPUT_INVALID region");
    assertThat(product("x", "64042x", "1")).containsExactly("INPUT_INVALID region");
    assertThat(product("x", "640425", "1")).isEmpty();
    assertThat(product("x", "990425", "1")).containsExactly("REGION_UNKNOWN no");
  }

  @Test
  void every_fault_of_a_product_is_told_at_once() {
    assertThat(product("", "99", "0"))
        .containsExactly("INPUT_INVALID name", "INPUT_INVALID quantity", "INPUT_INVALID region");
  }

  @Test
  void an_appraisal_has_a_value_a_past_day_and_the_hash_of_its_report() {
    assertThat(appraisal(yuan("0.01"), TODAY, "0f".repeat(32))).isEmpty();
    assertThat(appraisal(Money.ZERO, TODAY.plusDays(1), "0F".repeat(32)))
        .containsExactly(
            "INPUT_INVALID value", "INPUT_INVALID valuedOn", "INPUT_INVALID reportSha256");
    assertThat(appraisal(new Money(10_000_000_000_001L), LocalDate.of(1900, 1, 1), "0f"))
        .containsExactly(
            "INPUT_INVALID value", "INPUT_INVALID valuedOn", "INPUT_INVALID reportSha256");
  }

  @Test
  void a_draft_keeps_to_the_sizes_and_may_be_incomplete() {
    assertThat(draft("use", Money.ZERO, 0, "", List.of())).isEmpty();
    assertThat(draft("", new Money(-1), -1, LONGEST_NAME + "山", conditions(51)))
        .containsExactly(
            "INPUT_INVALID use",
            "INPUT_INVALID decision",
            "INPUT_INVALID reserve",
            "INPUT_INVALID termYears",
            "INPUT_INVALID conditions");
    assertThat(draft("u".repeat(2_001), new Money(10_000_000_000_001L), 101, "", List.of(" ")))
        .containsExactly(
            "INPUT_INVALID use",
            "INPUT_INVALID reserve",
            "INPUT_INVALID termYears",
            "INPUT_INVALID conditions");
    assertThat(draft("u".repeat(2_000), new Money(10_000_000_000_000L), 100, "", conditions(50)))
        .isEmpty();
  }

  @Test
  void what_a_method_is_told_keeps_to_the_sizes() {
    DraftListing draft = Market.offer(new ProductId(UUID.randomUUID()), UUID.randomUUID());
    Money tooMuch = new Money(10_000_000_000_001L);
    List<Criterion> tooMany =
        Collections.nCopies(1_500, new Criterion("c".repeat(60), Percentage.parse("1")));

    assertThat(
            List.of(
                    new Weighted(new Scoring(Percentage.WHOLE, tooMany)),
                    new Descending(tooMuch, Duration.ZERO, Duration.ZERO, Duration.ZERO),
                    new ShareOfRevenue(
                        Percentage.WHOLE,
                        Percentage.WHOLE,
                        tooMuch,
                        Percentage.WHOLE,
                        List.of(Money.ZERO)),
                    new ShareOfRevenue(
                        Percentage.WHOLE,
                        Percentage.WHOLE,
                        Money.ZERO,
                        Percentage.WHOLE,
                        List.of(tooMuch)))
                .stream()
                .map(how -> told(InputLimits.of(new Drafting(draft).how(how).done()))))
        .allSatisfy(told -> assertThat(told).containsExactly("INPUT_INVALID how"));
    assertThat(Market.METHODS)
        .allSatisfy(
            how -> assertThat(InputLimits.of(new Drafting(draft).how(how).done())).isEmpty());
    assertThat(told(InputLimits.of(new Drafting(draft).approval(" ").done())))
        .containsExactly("INPUT_INVALID approval");
  }

  private static List<String> product(String name, String region, String quantity) {
    return told(
        InputLimits.of(
            new EnterProduct(
                new ProductId(UUID.randomUUID()),
                name,
                region,
                "李岔小流域",
                "彭阳县",
                RightKind.CARBON_SINK,
                new BigDecimal(quantity),
                "tCO2e",
                BigDecimal.ONE,
                new Title("a", "b", "c", OwnershipClass.STATE, "d"))));
  }

  private static List<String> appraisal(Money value, LocalDate day, String sha256) {
    return told(
        InputLimits.of(
            new RecordAppraisal(
                UUID.randomUUID(),
                new ProductId(UUID.randomUUID()),
                value,
                day,
                "市场法",
                "17",
                sha256),
            TODAY));
  }

  private static List<String> draft(
      String use, Money reserve, int years, String decision, List<String> conditions) {
    return told(
        InputLimits.of(
            new DraftListing(
                UUID.randomUUID(),
                new ProductId(UUID.randomUUID()),
                UUID.randomUUID(),
                "right",
                years,
                use,
                Market.ENGLISH,
                reserve,
                Money.ZERO,
                Money.ZERO,
                Optional.empty(),
                decision,
                Optional.empty(),
                Market.TERMS,
                conditions,
                Optional.empty())));
  }

  private static List<String> conditions(int count) {
    return Collections.nCopies(count, "依法设立的企业法人");
  }

  /** The code and the first word, which names the field. */
  private static List<String> told(List<Refusal> faults) {
    return faults.stream()
        .map(fault -> fault.reason().name() + " " + fault.detail().split(" ")[0])
        .toList();
  }
}
