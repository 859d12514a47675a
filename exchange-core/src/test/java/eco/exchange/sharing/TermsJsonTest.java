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
          "principle":"OWNS"     | "principle":"KING"            | no such principle: KING
          "waterfalls":          | "cascades":                   | unknown fields [cascades]
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
}
