package eco.exchange.settlement;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.sharing.Measure;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.Taker;
import eco.exchange.sharing.TermsJson;
import eco.exchange.testing.TestDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every measure and every taker of the language of sharing is known to the database, and what it
 * does not know it refuses: it must never read a step as another.
 */
class KnowingEveryStepTest {

  private static final String WALK =
      """
      SELECT payee, fen::numeric::bigint AS fen
        FROM settlement.walk($1::text::jsonb, 100000, 1500, '{}', '{"a": 7000}', '{"a": 1000}') walked,
             jsonb_each_text(walked.given) AS part (payee, fen)
      """;

  /** What each measure gives of a thousand yuan, in fen. */
  private static final Map<Measure, Long> MEASURES =
      Map.of(
          new Measure.Fixed(yuan(80)), 8_000L,
          new Measure.Percent(Percentage.parse("10")), 10_000L,
          new Measure.Rising(Percentage.parse("10"), 1_000, Percentage.parse("2")), 12_000L,
          new Measure.Fraction(1, 5), 20_000L,
          new Measure.Tiers(
                  List.of(
                      new Measure.Tier(Money.ZERO, Percentage.parse("10")),
                      new Measure.Tier(yuan(500), Percentage.parse("20")))),
              15_000L,
          new Measure.Owed(), 7_000L,
          new Measure.Rest(), 100_000L);

  private static final List<Step> WITHIN =
      List.of(Step.percent("b", Percentage.parse("50")), Step.remainder("c"));

  /** What each taker gives of ten per cent of a thousand yuan, in fen. */
  private static final Map<Taker, Map<String, Long>> TAKERS =
      Map.of(
          new Taker.One("a"), Map.of("a", 10_000L),
          new Taker.Group("all", WITHIN), Map.of("b", 5_000L, "c", 5_000L),
          new Taker.Collective("village", roster(), WITHIN), Map.of("b", 5_000L, "c", 5_000L),
          new Taker.Recoup("a", yuan(50), WITHIN), Map.of("a", 4_000L, "b", 3_000L, "c", 3_000L));

  private final Pool pool = TestDatabase.migrated().pool();

  @Test
  void every_measure_gives_what_it_says() {
    assertThat(MEASURES.keySet().stream().map(Object::getClass))
        .containsExactlyInAnyOrder(Measure.class.getPermittedSubclasses());
    MEASURES.forEach(
        (measure, fen) ->
            assertThat(given(new Step(new Taker.One("a"), measure)))
                .as(measure.toString())
                .isEqualTo(Map.of("a", fen)));
  }

  @Test
  void every_taker_gives_what_it_says() {
    assertThat(TAKERS.keySet().stream().map(Object::getClass))
        .containsExactlyInAnyOrder(Taker.class.getPermittedSubclasses());
    TAKERS.forEach(
        (taker, fen) ->
            assertThat(given(new Step(taker, new Measure.Percent(Percentage.parse("10")))))
                .as(taker.toString())
                .isEqualTo(fen));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'step': 'half', 'payee': 'a'}",
        "{'step': 'percent', 'payee': 'a'}",
        "{'step': 'percent', 'ppm': 100000}",
        "{'payee': 'a', 'ppm': 100000}",
        "{'step': 'percent', 'payee': 'a', 'ppm': 100000, 'since': 2027}",
        "{'step': 'fixed', 'payee': 'a', 'amount': '80.00', 'ppm': 100000}",
        "{'step': 'remainder', 'payee': 'a', 'amount': '80.00'}",
        "{'step': 'group', 'name': 'all', 'ppm': 100000, 'steps': [{'step': 'half', 'payee': 'a'}]}",
      })
  void an_unknown_step_is_refused(String step) {
    assertThatThrownBy(() -> walk("[" + step.replace('\'', '"') + "]"))
        .hasMessageContaining("no such step");
  }

  private Map<String, Long> given(Step step) {
    return walk("[" + TermsJson.write(step) + "]");
  }

  private Map<String, Long> walk(String steps) {
    return pool.preparedQuery(WALK).execute(Tuple.of(steps)).await().indefinitely().stream()
        .collect(toMap(row -> row.getString("payee"), row -> row.getLong("fen")));
  }

  private static Taker.Roster roster() {
    return new Taker.Roster(Taker.Roster.Rule.PER_HEAD, LocalDate.of(2027, 1, 1));
  }

  private static Money yuan(long yuan) {
    return new Money(100 * yuan);
  }
}
