package eco.exchange.workflow;

import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The progress of a procedure: what it was begun with, and every decision since.
 *
 * @param key what the procedure is about
 * @param facts what it was begun with, and the decisions by their names
 */
public record Progress(String key, Map<String, String> facts) {

  /** The fact that holds the trade to which a procedure belongs. */
  public static final String TRADE = "trade";

  /** The fact that holds the account that has submitted what is decided on (four eyes). */
  public static final String SUBMITTED_BY = "submittedBy";

  /** The fact that repeats what the procedure is about. */
  static final String KEY = "key";

  // The names of what a decision leaves behind; the models refer to Outcome and By.
  static final String OUTCOME = "Outcome";
  static final String BY = "By";
  static final String FOR = "For";
  static final String OPINION = "Opinion";
  static final String LAST = "last";

  /** Copies the facts. */
  public Progress {
    facts = Map.copyOf(facts);
  }

  /** The variables of a procedure that are facts, which all are texts. */
  public static Map<String, String> facts(Map<String, Object> variables) {
    Map<String, String> facts = new LinkedHashMap<>();
    variables.forEach(
        (name, value) -> {
          if (value instanceof String text) {
            facts.put(name, text);
          }
        });
    return facts;
  }

  /** The trade to which the procedure belongs. */
  public TradeId trade() {
    return new TradeId(fact(TRADE));
  }

  /** Who has decided the task with this id in the model. */
  public Actor deciderOf(String act) {
    return new Actor(AccountId.parse(fact(act + BY)), PartyId.parse(fact(act + FOR)));
  }

  /** What was decided there. */
  public String outcomeOf(String act) {
    return fact(act + OUTCOME);
  }

  /** Why it was decided so. */
  public String opinionOf(String act) {
    return fact(act + OPINION);
  }

  /** Who has decided last. */
  public Actor lastDecider() {
    return deciderOf(fact(LAST));
  }

  /** Why it was decided so. */
  public String lastOpinion() {
    return opinionOf(fact(LAST));
  }

  /**
   * A fact.
   *
   * @throws IllegalStateException if the model asks for what nobody has told it: our own mistake
   */
  public String fact(String name) {
    String value = facts.get(name);
    if (value == null) {
      throw new IllegalStateException("the procedure of %s does not know %s".formatted(key, name));
    }
    return value;
  }
}
