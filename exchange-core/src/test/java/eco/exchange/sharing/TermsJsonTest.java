package eco.exchange.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.testing.Seeds;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsJsonTest {

  static final SharingTerms TERMS = ExampleTerms.operatingRight();
  static final String TEXT = TermsJson.write(TERMS);
  static final String EVERY_STEP = TermsJson.write(ExampleTerms.everyStep());

  @Test
  void terms_are_read_back_as_they_were_written() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int i = 0; i < 500; i++) {
      SharingTerms terms = ExampleTerms.random(random);
      assertThat(TermsJson.read(TermsJson.write(terms))).as("seed %d", seed).isEqualTo(terms);
    }
  }

  @Test
  void the_text_is_canonical_so_the_hash_names_the_terms() {
    assertThat(TEXT).startsWith("{\"currency\":\"CNY\",\"form\":\"eco.exchange/sharing-terms/1\"");
    assertThat(TermsJson.hash(TERMS)).matches("[0-9a-f]{64}").isEqualTo(TermsJson.sha256(TEXT));
    String spaced = TEXT.replace(",", " ,\n ");
    assertThat(TermsJson.hash(TermsJson.read(spaced))).isEqualTo(TermsJson.hash(TERMS));
  }

  @Test
  void one_changed_share_changes_the_hash() {
    String changed = TEXT.replace("\"ppm\":150000", "\"ppm\":150001");
    assertThat(changed).isNotEqualTo(TEXT);
    assertThat(TermsJson.sha256(changed)).isNotEqualTo(TermsJson.hash(TERMS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          "currency":"CNY"       | "currency":"USD"              | 'currency' must be CNY
          "currency":"CNY"       | "currency":"CNY","extra":1    | unknown fields [extra]
          "ppm":150000           | "ppm":150000.5                | 'ppm' must be a whole number
          "ppm":150000           | "ppm":"150000"                | 'ppm' must be a whole number
          "ppm":150000           | "ppm":-1                      | a share lies between
          "step":"remainder"     | "step":"tip"                  | no such step: tip
          "key":"watershed"      | "key":"watershed","key":"x"   | not JSON: Duplicate field
          "key":"watershed"      | "key":"~lost-deposit-rest"    | a payee's key has
          "key":"watershed"      | "key":"a:DEPOSIT:1"           | a payee's key has
          "key":"watershed"      | "key":""                      | a payee's key has
          "principle":"OWNS"     | "principle":"KING"            | no such principle: KING
          "waterfalls":          | "cascades":                   | 'waterfalls' must be a list
          """)
  void what_is_not_exactly_the_form_is_refused(String part, String instead, String reason) {
    String broken = TEXT.replaceFirst(Pattern.quote(part), instead);
    assertThat(broken).isNotEqualTo(TEXT);
    assertThatThrownBy(() -> TermsJson.read(broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void empty_and_endless_texts_are_refused() {
    assertThatThrownBy(() -> TermsJson.read("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TermsJson.read(TEXT + "{}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TermsJson.read("[".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void terms_that_the_first_form_can_say_keep_its_text_and_hash() {
    assertThat(TermsJson.form(TERMS)).isEqualTo(TermsJson.FIRST_FORM);
    assertThat(TermsJson.hash(TERMS))
        .as("the hash that contracts of before have printed and sealed")
        .isEqualTo("107b84a2095f1ca049b3714f7e05fa9f8804d537840f0f68dba44eff4845d19d");
    assertThat(TermsJson.write(TermsJson.read(EVERY_STEP))).isEqualTo(EVERY_STEP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          sharing-terms/2        | sharing-terms/1               | more than eco.exchange/sharing-terms/1
          sharing-terms/2        | sharing-terms/3               | 'form' must be
          "least":"8000.00"      | "least":8000                  | 'least' must be a text
          "least":"8000.00"      | "least":"8e3"                 | 'least' must be an amount
          "least":"8000.00"      | "least":"-1"                  | 'least' must be an amount
          "least":"8000.00"      | "least":"9999999999999999"    | 'least' must be an amount
          "least":"8000.00"      | "least":"0.001"               | 'least' must be an amount
          "denominator":3        | "denominator":3.0             | 'denominator' must be a whole number
          "denominator":3        | "denominator":99999999999     | 'denominator' must be a whole number
          "denominator":3        | "denominator":1e1             | 'denominator' must be a whole number
          "on":"2026-12-31"      | "on":"2026-02-30"             | 'on' must be a date
          "rule":"PER_HEAD"      | "rule":"PER_CLAN"             | no such rule: PER_CLAN
          "step":"owed"          | "step":"owed","ppm":1         | unknown fields [ppm]
          "step":"owed"          | "step":"group","ppm":1        | 'bank' is no group
          "until":"1000000.00"   | "until":null                  | 'until' must be a text
          "from":"0.00"          | "from":"0.00","to":"1"        | unknown fields [to]
          "tiers":[              | "tiers":[7,                   | an object is expected
          """)
  void what_is_not_exactly_the_second_form_is_refused(String part, String instead, String reason) {
    String broken = EVERY_STEP.replaceFirst(Pattern.quote(part), instead);
    assertThat(broken).isNotEqualTo(EVERY_STEP);
    assertThatThrownBy(() -> TermsJson.read(broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void steps_nested_without_end_are_refused() {
    String step = "{\"step\":\"group\",\"name\":\"n\",\"ppm\":1,\"steps\":[";
    String nest = EVERY_STEP.replaceFirst("\"steps\":\\[", "\"steps\":[" + step.repeat(5_000));
    assertThatThrownBy(() -> TermsJson.read(nest)).isInstanceOf(IllegalArgumentException.class);
  }
}
