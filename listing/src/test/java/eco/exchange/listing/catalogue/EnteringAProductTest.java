package eco.exchange.listing.catalogue;

import static eco.exchange.money.Money.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Refusal;
import eco.exchange.market.OwnershipClass;
import eco.exchange.market.ProductId;
import eco.exchange.market.RightKind;
import eco.exchange.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is too long, too large or nonsense in a product or an appraisal is refused. */
class EnteringAProductTest {

  private static final String LONGEST_NAME = "山".repeat(200);
  private static final LocalDate TODAY = LocalDate.of(2025, 9, 24);

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

  private static List<String> product(String name, String region, String quantity) {
    return told(
        CatalogueLimits.of(
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
        CatalogueLimits.of(
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

  /** The code and the first word, which names the field. */
  private static List<String> told(List<Refusal> faults) {
    return faults.stream()
        .map(fault -> fault.reason().name() + " " + fault.detail().split(" ")[0])
        .toList();
  }
}
