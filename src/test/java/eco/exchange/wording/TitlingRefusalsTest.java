package eco.exchange.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.house.figures.Checkout;
import eco.exchange.web.problem.HttpProblem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each code with which the exchange refuses has a title in both languages. */
class TitlingRefusalsTest {

  private static final int LENGTH_MAX = 25;
  private static final Pattern IS_REASON =
      Pattern.compile("enum \\w+ implements [\\w, ]*\\bReason\\b");

  @Test
  void every_code_has_a_title_and_every_title_a_code() {
    Set<String> codes =
        Stream.concat(refusals().stream(), Stream.of(HttpProblem.class))
            .flatMap(type -> Stream.of(type.getEnumConstants()))
            .map(constant -> ((Enum<?>) constant).name())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(refusals()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(RefusalTitles.codes()).containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void titles_are_short_and_each_in_its_language() {
    assertThat(RefusalTitles.codes())
        .allSatisfy(
            code -> {
              RefusalTitle title = RefusalTitles.of(code);
              assertThat(title.zh()).matches(".*\\p{IsHan}.*").hasSizeLessThanOrEqualTo(LENGTH_MAX);
              assertThat(title.zh()).doesNotEndWith("。").doesNotContain(",", "  ");
              assertThat(title.en()).matches("[A-Z][ -~]*[^.]").doesNotContain("  ");
            });
  }

  @Test
  void no_two_codes_have_one_chinese_title() {
    assertThat(RefusalTitles.codes().stream().map(code -> RefusalTitles.of(code).zh()))
        .doesNotHaveDuplicates();
  }

  @Test
  void a_title_is_found_by_its_code() {
    assertThat(RefusalTitles.of("DEPOSIT_NOT_HELD"))
        .isEqualTo(new RefusalTitle("没有存管中的受让方保证金", "Deposit not held"));
    assertThatThrownBy(() -> RefusalTitles.of("DEPOSIT_FORGOTTEN"))
        .hasMessageContaining("DEPOSIT_FORGOTTEN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TOO_LOW | 加价不足",
        "TOO_LOW | 加价不足 | Bid too low | 1",
        "TOO_LOW | | Bid too low",
        "TOO_LOW | 加价不足 | Bid too low\nTOO_LOW | 加价不足 | Bid too low",
      })
  void a_table_with_a_broken_row_is_not_read(String table) {
    assertThatThrownBy(() -> RefusalTitles.read(table))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The enums of every module that name reasons of refusals, as their sources tell. */
  private static List<Class<?>> refusals() {
    return Checkout.here().java().stream()
        .filter(source -> source.isMain() && IS_REASON.matcher(source.text()).find())
        .<Class<?>>map(source -> named(source.path().replaceFirst(".*src/main/java/", "")))
        .toList();
  }

  private static Class<?> named(String path) {
    try {
      return Class.forName(path.replace(".java", "").replace('/', '.'));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
