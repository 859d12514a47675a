package eco.exchange.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.testing.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingAnAmountInCapitalsTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0,                    零元整
          0.01,                 壹分
          0.05,                 伍分
          0.10,                 壹角整
          0.50,                 伍角整
          0.11,                 壹角壹分
          1,                    壹元整
          1.01,                 壹元零壹分
          1.10,                 壹元壹角整
          1.11,                 壹元壹角壹分
          10,                   壹拾元整
          10.05,                壹拾元零伍分
          11,                   壹拾壹元整
          20,                   贰拾元整
          52.30,                伍拾贰元叁角整
          100,                  壹佰元整
          100.50,               壹佰元伍角整
          101,                  壹佰零壹元整
          110,                  壹佰壹拾元整
          1000,                 壹仟元整
          1001,                 壹仟零壹元整
          1010,                 壹仟零壹拾元整
          1100,                 壹仟壹佰元整
          1101,                 壹仟壹佰零壹元整
          1409.50,              壹仟肆佰零玖元伍角整
          1680.32,              壹仟陆佰捌拾元叁角贰分
          6007.14,              陆仟零柒元壹角肆分
          10000,                壹万元整
          10001,                壹万零壹元整
          10010,                壹万零壹拾元整
          10100,                壹万零壹佰元整
          11000,                壹万壹仟元整
          16409.02,             壹万陆仟肆佰零玖元零贰分
          100000,               壹拾万元整
          100001,               壹拾万零壹元整
          107000.53,            壹拾万零柒仟元伍角叁分
          110000,               壹拾壹万元整
          325409.08,            叁拾贰万伍仟肆佰零玖元零捌分
          1000000.05,           壹佰万元零伍分
          1001000,              壹佰万零壹仟元整
          1116000,              壹佰壹拾壹万陆仟元整
          10010000,             壹仟零壹万元整
          10010001,             壹仟零壹万零壹元整
          33280000,             叁仟叁佰贰拾捌万元整
          100000000,            壹亿元整
          100000001,            壹亿零壹元整
          100001000,            壹亿零壹仟元整
          100010000,            壹亿零壹万元整
          101000000,            壹亿零壹佰万元整
          110000000,            壹亿壹仟万元整
          1000000000,           壹拾亿元整
          1234567890.12,        壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分
          1000000000000,        壹万亿元整
          1000000000001,        壹万亿零壹元整
          1000100010000,        壹万零壹亿零壹万元整
          10000000000000000,    壹亿亿元整
          92233720368547758.07, 玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零柒分
          """)
  void reads_as_the_rules_demand(String amount, String capitals) {
    assertThat(CapitalAmount.of(Money.yuan(amount))).isEqualTo(capitals);
  }

  @Test
  void a_negative_amount_is_refused() {
    assertThatThrownBy(() -> CapitalAmount.of(new Money(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-0.01");
  }

  @Test
  void agrees_with_a_clerk_who_writes_figure_by_figure() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int round = 0; round < 50_000; round++) {
      Money amount = manyZeros(random);
      assertThat(CapitalAmount.of(amount)).as("seed %d, %s", seed, amount).isEqualTo(clerk(amount));
    }
  }

  /** An amount of one to eighteen figures, most of them zeros, since zeros are what is hard. */
  private static Money manyZeros(Random random) {
    long fen = 0;
    for (int figures = 1 + random.nextInt(18); figures > 0; figures--) {
      fen = fen * 10 + (random.nextInt(3) == 0 ? random.nextInt(10) : 0);
    }
    return new Money(fen);
  }

  /** Writes each figure with the name of its place, and then tidies the zeros up. */
  private static String clerk(Money amount) {
    String figures = "%018d".formatted(amount.fen());
    StringBuilder text = new StringBuilder();
    for (int place = 0; place < 18; place++) {
      char name = "仟佰拾万仟佰拾亿仟佰拾万仟佰拾元角分".charAt(place);
      char figure = figures.charAt(place);
      text.append("零壹贰叁肆伍陆柒捌玖".charAt(figure - '0'));
      if (figure != '0' || "万亿元".indexOf(name) >= 0) {
        text.append(name);
      }
    }
    return tidied(text.toString());
  }

  private static String tidied(String text) {
    String tidier =
        text.replaceAll("零+", "零")
            .replaceAll("零([万亿元])", "$1零")
            .replace("亿万", "亿")
            .replaceAll("^[零万亿元]+", "")
            .replaceAll("元零(.角)", "元$1");
    if (!tidier.equals(text)) {
      return tidied(tidier);
    }
    String stated = text.replaceAll("零$", "");
    return stated.isEmpty() ? "零元整" : stated.endsWith("分") ? stated : stated + "整";
  }
}
