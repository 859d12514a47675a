package eco.exchange.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an income was paid for, its text, its number and its order. */
class OccasionTest {

  static final Occasion PRICE = new Occasion.Price();
  static final Occasion SECOND = new Occasion.Instalment(2);
  static final Occasion Y2027 = new Occasion.Year(2027);

  @ParameterizedTest
  @CsvSource({
    "PRICE, 0, 成交价款",
    "INSTALMENT-1, 1, 第1期价款",
    "INSTALMENT-999, 999, 第999期价款",
    "1000, 1000, 1000年度",
    "2027, 2027, 2027年度",
    "2027-S1, 202701, 2027年度第1次补报",
    "2027-S99, 202799, 2027年度第99次补报"
  })
  void text_and_number_are_read_back_as_they_were_written(String text, int number, String zh) {
    Occasion occasion = Occasion.parse(text);

    assertThat(occasion.text()).isEqualTo(text).isEqualTo(occasion.toString());
    assertThat(occasion.statedNumber()).isEqualTo(number);
    assertThat(Occasion.numbered(number)).isEqualTo(occasion);
    assertThat(occasion.zh()).isEqualTo(zh);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "999",
        "10000",
        "02027",
        "-2027",
        "２０２７",
        "price",
        "PRICE ",
        "INSTALMENT",
        "INSTALMENT-",
        "INSTALMENT-0",
        "INSTALMENT-01",
        "INSTALMENT-1000",
        "INSTALMENT-2027",
        "2027-S0",
        "2027-S01",
        "2027-S100",
        "2027-1"
      })
  void no_other_text_is_an_occasion(String text) {
    assertThatThrownBy(() -> Occasion.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 10_000, 202_700, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void no_other_number_is_an_occasion(int number) {
    assertThatThrownBy(() -> Occasion.numbered(number))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_instalment_has_a_number_and_a_year_four_digits() {
    for (int number : List.of(0, 1_000)) {
      assertThatThrownBy(() -> new Occasion.Instalment(number))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (int year : List.of(999, 10_000)) {
      assertThatThrownBy(() -> new Occasion.Year(year))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void the_price_comes_first_then_instalments_then_years_with_their_supplements() {
    List<Occasion> ordered =
        List.of(
            PRICE,
            SECOND,
            new Occasion.Instalment(10),
            new Occasion.Year(2026),
            new Occasion.Supplement(2026, 1),
            new Occasion.Supplement(2026, 2),
            Y2027);
    List<Occasion> mixed = Arrays.asList(ordered.toArray(Occasion[]::new));
    Collections.reverse(mixed);

    assertThat(mixed.stream().sorted()).isEqualTo(ordered);
  }

  @Test
  void only_a_year_and_its_supplements_are_of_a_calendar_year() {
    assertThat(new Occasion.Supplement(2027, 3).calendarYear()).contains(2027);
    assertThat(Y2027.calendarYear()).contains(2027);
    assertThat(PRICE.calendarYear()).isEmpty();
    assertThat(SECOND.calendarYear()).isEmpty();
  }

  @Test
  void in_json_it_is_its_text() throws Exception {
    ObjectMapper json = JsonMapper.builder().build();
    for (Occasion occasion : List.of(PRICE, SECOND, Y2027)) {
      assertThat(json.writeValueAsString(occasion)).isEqualTo("\"" + occasion + "\"");
      assertThat(json.readValue("\"" + occasion + "\"", Occasion.class)).isEqualTo(occasion);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PRICE, PRICE, 成交价款",
    "INSTALMENT, INSTALMENT-2, 第2期价款",
    "REVENUE, 2027, 2027年度经营收入",
    "COMPENSATION, 2027, 2027年度补偿",
    "PENALTY, PRICE, 成交价款违约金",
    "PENALTY, INSTALMENT-2, 第2期价款违约金",
    "PENALTY, 2027, 2027年度违约金"
  })
  void an_income_is_printed_with_what_it_was_paid_for(Income income, String occasion, String zh) {
    assertThat(income.isPaidFor(Occasion.parse(occasion))).isTrue();
    assertThat(income.zh(Occasion.parse(occasion))).isEqualTo(zh);
  }

  @ParameterizedTest
  @CsvSource({
    "PRICE, INSTALMENT-1",
    "PRICE, 2027",
    "INSTALMENT, PRICE",
    "INSTALMENT, 2027",
    "REVENUE, PRICE",
    "REVENUE, INSTALMENT-1",
    "COMPENSATION, PRICE",
    "COMPENSATION, INSTALMENT-1"
  })
  void no_income_but_a_penalty_is_paid_for_another_occasion(Income income, String occasion) {
    assertThat(income.isPaidFor(Occasion.parse(occasion))).isFalse();
  }
}
