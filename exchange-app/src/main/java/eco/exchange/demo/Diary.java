package eco.exchange.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;

/** What is told of one walk, step by step on the days of the market, and the keys of its steps. */
public final class Diary {

  static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private static final int STEPS_OF_ALL = 21;

  private final TradeFacts facts;
  private final Market market;
  private final Telling telling;
  private final int steps;
  private int step;

  Diary(TradeFacts facts, Market market, Telling telling) {
    this.facts = facts;
    this.market = market;
    this.telling = telling;
    this.steps = STEPS_OF_ALL + facts.village().map(its -> VillageWalk.STEPS).orElse(0);
  }

  /** The key of a step, the same on every walk. */
  String key(String what) {
    return "demo-%s-%s".formatted(facts.tag(), what);
  }

  /** Tells of a step that is done. */
  void tell(String line) {
    step++;
    note(line);
  }

  /** Tells of something that is no step. */
  void note(String line) {
    String today = market.now().atZone(BEIJING).toLocalDate().toString();
    telling.tell(facts.title(), step, steps, today, line);
  }

  /** The market day in which an instant lies; midnight belongs to the day that ends with it. */
  static String day(JsonNode instant) {
    return Instant.parse(instant.asText()).minusMillis(1).atZone(BEIJING).toLocalDate().toString();
  }
}
