package eco.exchange.workflow;

import java.util.Map;

/**
 * A case that asks for a procedure.
 *
 * @param procedure the procedure
 * @param key what it is about; the same key is the same case
 * @param facts what the procedure needs to know, by the names in its model
 */
public record NewCase(Procedure procedure, String key, Map<String, String> facts) {

  /** Copies the facts. */
  public NewCase {
    facts = Map.copyOf(facts);
  }
}
