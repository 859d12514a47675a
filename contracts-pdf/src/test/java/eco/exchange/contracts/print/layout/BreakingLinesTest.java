package eco.exchange.contracts.print.layout;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.contracts.print.face.Typeface;
import eco.exchange.contracts.print.layout.TextLines.Line;
import eco.exchange.contracts.print.layout.TextLines.Side;
import eco.exchange.testing.Seeds;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakingLinesTest {

  private static final TextStyle STYLE = new TextStyle(10, 20, PageMeasures.INK, false);
  private static final String SIGNS = "水土保持收益分配，。；（）《》“”123456789,.% abcde/第年元";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "水土保持收益分配 | 水土保持收/益分配",
        "水土保持收，益分 | 水土保持/收，益分",
        "水土保持（收益） | 水土保持/（收益）",
        "共计840,000元整 | 共计/840,000元/整",
        "签订于2026年10月9日 | 签订于/2026年10/月9日",
        "see the annex now | see the/annex/now"
      })
  void a_line_ends_where_chinese_lines_may_end(String text, String lines) {
    assertThat(String.join("/", words(TextLines.of(text, STYLE, 50)))).isEqualTo(lines);
  }

  @Test
  void no_text_is_one_empty_line() {
    assertThat(words(TextLines.of("", STYLE, 50))).containsExactly("");
  }

  @Test
  void a_text_is_whole_in_its_lines_and_none_is_too_wide_or_begins_with_a_closing_mark() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int i = 0; i < 20_000; i++) {
      String text = text(random);
      float width = 60 + random.nextInt(200);
      TextLines lines = TextLines.of(text, STYLE, width);

      assertThat(String.join("", words(lines)).replace(" ", ""))
          .as("seed %d", seed)
          .isEqualTo(text.replace(" ", ""));
      assertThat(lines.lines())
          .as("seed %d: %s", seed, text)
          .allSatisfy(line -> assertThat(line.width(STYLE)).isLessThanOrEqualTo(width))
          .allSatisfy(line -> assertThat(line.width()).isEqualTo(plainWidth(line.text())))
          .allSatisfy(line -> assertThat(line.signs()).isEqualTo(line.text().length()));
    }
  }

  @Test
  void both_edges_are_even_but_for_the_last_line() {
    TextLines lines = TextLines.of("水土保持，收益分配，谁投资谁受益", STYLE, 78);

    List<StripItem.Words> placed =
        lines
            .placed(TagElement.document(), 0, 0, Side.BOTH)
            .map(StripItem.Words.class::cast)
            .toList();

    for (int i = 0; i < placed.size() - 1; i++) {
      Line line = lines.lines().get(i);
      float end = line.width(STYLE) + placed.get(i).spacing() * (line.signs() - 1);
      assertThat(end).isCloseTo(78, org.assertj.core.data.Offset.offset(0.01f));
    }
    assertThat(placed.getLast().spacing()).isZero();
  }

  private static String text(Random random) {
    return random
        .ints(1 + random.nextInt(60), 0, SIGNS.length())
        .mapToObj(i -> SIGNS.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  private static int plainWidth(String text) {
    return text.codePoints().map(Typeface::advance).sum();
  }

  private static List<String> words(TextLines lines) {
    return lines.lines().stream().map(Line::text).toList();
  }
}
