package eco.exchange.workflow;

import eco.exchange.market.TradeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A task that waits for a person.
 *
 * @param id the id of the task
 * @param act what is to be done: the id of the task in the model
 * @param name the same in words
 * @param procedure the id of the procedure
 * @param key what the procedure is about: its trade, application, contract or receipt
 * @param trade the trade to which it belongs, if it belongs to one
 * @param since when it began to wait, in market time
 * @param dueAt the moment by which it must be decided, if it has one
 * @param isOverdue whether that moment has passed
 * @param outcomes what may be decided
 * @param details the ids of what else may be told
 * @param facts what the procedure knows so far
 */
public record TaskView(
    String id,
    String act,
    String name,
    String procedure,
    String key,
    Optional<TradeId> trade,
    Instant since,
    Optional<Instant> dueAt,
    boolean isOverdue,
    List<Outcome> outcomes,
    List<String> details,
    Map<String, String> facts) {

  /**
   * One way to decide.
   *
   * @param id the word by which it is decided
   * @param name the same for people
   * @param needsReason whether whoever decides so says why
   */
  public record Outcome(String id, String name, boolean needsReason) {}
}
