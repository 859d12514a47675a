package eco.exchange.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import eco.exchange.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The published schema lets through what the strict reader reads, and nothing that it refuses. */
class TermsSchemaTest {

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(TermsJson.schema());

  private static final List<String> ODD_VALUES =
      List.of(
          "0",
          "-1",
          "7",
          "0.5",
          "1000001",
          "99999999999",
          "null",
          "true",
          "\"\"",
          "\"x\"",
          "\"0.01\"",
          "\"1e3\"",
          "\"percent\"",
          "\"group\"",
          "\"2026-12-31\"",
          "[]",
          "{}");

  @Test
  void terms_of_both_forms_fit_the_schema() {
    long seed = Seeds.fresh();
    RandomTerms draw = new RandomTerms(Seeds.of(seed));
    for (int i = 0; i < 200; i++) {
      String text = TermsJson.write(draw.next());
      assertThat(faults(text)).as("seed %d: %s", seed, text).isEmpty();
    }
    assertThat(faults(TermsJson.write(ExampleTerms.everyStep()))).isEmpty();
    assertThat(faults(TermsJson.write(ExampleTerms.operatingRight()))).isEmpty();
  }

  @Test
  void what_the_reader_refuses_does_not_fit_and_what_does_not_fit_it_refuses() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    List<String> texts =
        List.of(
            TermsJson.write(ExampleTerms.everyStep()),
            TermsJson.write(ExampleTerms.operatingRight()));
    for (int i = 0; i < 3_000; i++) {
      String broken = broken(texts.get(i % 2), random);
      assertThat(isRead(broken))
          .as("seed %d: %s", seed, broken)
          .isEqualTo(faults(broken).isEmpty());
    }
  }

  /** A text in which one value is another, or one field has another name or is gone. */
  private static String broken(String text, Random random) {
    List<int[]> values = new ArrayList<>();
    var matcher = java.util.regex.Pattern.compile("\"(\\w+)\":(\"[^\"]*\"|-?\\d+),?").matcher(text);
    while (matcher.find()) {
      values.add(new int[] {matcher.start(), matcher.start(2), matcher.end(2), matcher.end()});
    }
    int[] at = values.get(random.nextInt(values.size()));
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at[0]) + text.substring(at[3]);
      case 1 -> text.substring(0, at[0]) + "\"more\":1," + text.substring(at[0]);
      default ->
          text.substring(0, at[1])
              + ODD_VALUES.get(random.nextInt(ODD_VALUES.size()))
              + text.substring(at[2]);
    };
  }

  private static boolean isRead(String text) {
    try {
      TermsJson.read(text);
      return true;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  private static List<?> faults(String text) {
    try {
      return List.copyOf(SCHEMA.validate(text, InputFormat.JSON));
    } catch (IllegalArgumentException unreadable) {
      return List.of(unreadable);
    }
  }
}
