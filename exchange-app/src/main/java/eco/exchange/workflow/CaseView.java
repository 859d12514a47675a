package eco.exchange.workflow;

import eco.exchange.market.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The record of one procedure: who did what, and when, in market time.
 *
 * @param procedure the id of the procedure
 * @param key what it is about
 * @param begunAt when it began
 * @param endedAt when it ended, if it has
 * @param deeds what was done, in order
 */
public record CaseView(
    String procedure, String key, Instant begunAt, Optional<Instant> endedAt, List<Deed> deeds) {

  /**
   * One thing done, waited for, or still to be done.
   *
   * @param act its id in the model
   * @param name the same in words
   * @param begunAt when its turn came
   * @param endedAt when it was done, if it is
   * @param by who decided, where a person did
   * @param outcome what was decided
   * @param opinion why
   */
  public record Deed(
      String act,
      String name,
      Instant begunAt,
      Optional<Instant> endedAt,
      Optional<AccountId> by,
      Optional<String> outcome,
      Optional<String> opinion) {}
}
