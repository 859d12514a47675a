package eco.exchange.contracts.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.market.Guarantee;
import eco.exchange.market.OwnershipClass;
import eco.exchange.market.RightKind;
import eco.exchange.method.TradeMethod;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.money.Rational;
import eco.exchange.sharing.ConcealedRevenue;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.LatePayment;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.Taker;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each sentence stands in both languages with the same facts, and is said by a clause. */
class SentencesTest {

  private static final Path CLAUSES = Path.of("src/main/java/eco/exchange/contracts/clause");
  private static final Pattern KEY = Pattern.compile("\"([a-z-]+(?:\\.[a-z-]+)+)\"");

  @Test
  void the_clauses_say_each_sentence_and_no_other() throws IOException {
    Set<String> said = keysIn(CLAUSES);
    // The head of a table of worked examples is told by the key of its sentence.
    said.addAll(Set.of("examples.price.head", "examples.instalment.head", "examples.revenue.head"));

    assertThat(said).containsExactlyInAnyOrderElementsOf(Sentences.CHINESE.forms().keySet());
    assertThat(said).containsExactlyInAnyOrderElementsOf(Sentences.ENGLISH.forms().keySet());
  }

  private static Set<String> keysIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .flatMap(file -> KEY.matcher(read(file)).results())
          .map((MatchResult key) -> key.group(1))
          .collect(Collectors.toSet());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_sentence_that_one_language_lacks_or_says_of_other_facts_is_found() {
    Map<String, String> chinese = Map.of("a", "{x}年", "b", "{x} | {y}", "c", "丙", "d", "丁");
    Map<String, String> english = Map.of("a", "{x year/years}", "b", "{x}, {y}", "c", "C {z}");

    assertThat(Sentences.differences(chinese, english)).containsExactly("b", "c", "d");
    assertThat(Sentences.differences(english, english)).isEmpty();
  }

  @Test
  void a_sentence_is_refused_without_a_fact_and_with_one_too_many() {
    assertThatThrownBy(() -> Sentences.CHINESE.of("term.sink.sharing").text())
        .hasMessageContaining("term.sink.sharing");
    assertThatThrownBy(() -> Sentences.CHINESE.of("use.sink").with("use", "x").text())
        .hasMessageContaining("use.sink");
    assertThatThrownBy(() -> Sentences.CHINESE.of("no.such")).hasMessageContaining("no.such");
  }

  @ParameterizedTest
  @CsvSource({"1, for 1 year from", "2, for 2 years from", "11, for 11 years from"})
  void english_tells_one_from_many(int years, String words) {
    assertThat(Sentences.ENGLISH.of("term.sink.sharing").with("years", years).text())
        .contains(words);
    assertThat(Sentences.CHINESE.of("term.sink.sharing").with("years", years).text())
        .contains("期限为" + years + "年");
  }

  @Test
  void each_language_words_amounts_days_quantities_and_shares() {
    assertThat(words(new Sentence("", "{a}；{b}；{c}；{d}；{e}；{f}", Language.CHINESE)))
        .isEqualTo("人民币1,234.50元（大写：人民币壹仟贰佰叁拾肆元伍角整）；2027年1月1日；2026年12月31日；1,000亩；12.5；十二");
    assertThat(words(new Sentence("", "{a}; {b}; {c}; {d}; {e}; {f}", Language.ENGLISH)))
        .isEqualTo("CNY 1,234.50; 1 January 2027; 31 December 2026; 1,000 mu; 12.5; 12");
    assertThat(Sentences.CHINESE.yuan(Rational.of(100, 3))).isEqualTo("0.33 + 1/3分");
    assertThat(Sentences.ENGLISH.yuan(Rational.of(100, 3))).isEqualTo("0.33 + 1/3 fen");
  }

  private static String words(Sentence sentence) {
    return sentence
        .with("a", Money.yuan("1234.50"))
        .with("b", Instant.parse("2026-12-31T16:00:00Z"))
        .with("c", LocalDate.of(2026, 12, 31))
        .with("d", new BigDecimal("1000.0"), "mu")
        .with("e", Percentage.parse("12.5"))
        .clause("f", Matter.SHARING)
        .text();
  }

  @Test
  void what_a_fact_says_is_put_in_as_it_is() {
    Sentence row = Sentences.CHINESE.of("parties.transferor").with("name", "甲|{code}$1");

    assertThat(row.with("code", "乙\\").with("address", "").cells())
        .containsExactly("转让方", "甲|{code}$1", "乙\\", "");
  }

  @Test
  void the_head_of_a_table_tells_widths_titles_and_sides() {
    assertThat(Sentences.CHINESE.table("instalments.head", List.of()))
        .isEqualTo(
            new Passage.Grid(
                List.of(
                    new Passage.Column("期次", 2, Passage.Side.LEFT),
                    new Passage.Column("比例", 2, Passage.Side.RIGHT),
                    new Passage.Column("本金（元）", 4, Passage.Side.RIGHT),
                    new Passage.Column("付款期限", 7, Passage.Side.LEFT)),
                List.of(),
                false));
    assertThatThrownBy(() -> Sentences.CHINESE.table("use.sink", List.of()))
        .hasMessageContaining("no head of a column");
  }

  @Test
  void every_name_is_said_in_english_and_no_other() {
    assertThat(Language.ENGLISH_NAMES.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.<Enum<?>[]>of(
                    Matter.values(),
                    RightKind.values(),
                    OwnershipClass.values(),
                    TradeMethod.values(),
                    Income.values(),
                    Guarantee.values(),
                    Principle.values(),
                    Taker.Roster.Rule.values())
                .flatMap(Stream::of)
                .map(name -> name.getDeclaringClass().getSimpleName() + "." + name.name())
                .toList());
  }

  /** The core computes the penalty by the numbers of the clause that it states. */
  @Test
  void the_clause_on_late_payment_is_the_one_that_is_carried_out() {
    Money late = Money.yuan("10000");

    assertThat(Sentences.CHINESE.of("breach.late").text())
        .isEqualTo(
            "受让方逾期付款的，每逾期一日，按当日尚未支付的逾期金额的万分之三支付违约金；违约金累计不超过逾期金额的百分之二十。"
                + "因专用子账户尚未开立而不能支付的日数，不计违约金。支付违约金不免除继续履行的义务。");
    assertThat(LatePayment.penalty(late, 1)).isEqualTo(Money.yuan("3"));
    assertThat(LatePayment.penalty(late, 10_000)).isEqualTo(Money.yuan("2000"));
  }

  @Test
  void the_clause_on_what_was_left_out_is_the_one_that_is_carried_out() {
    assertThat(Sentences.CHINESE.of("breach.concealed").text()).contains("按少报金额的百分之二十支付违约金");
    assertThat(ConcealedRevenue.penalty(Money.yuan("10000"))).isEqualTo(Money.yuan("2000"));
  }
}
