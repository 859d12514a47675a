package eco.exchange.workflow;

import java.util.Map;

/**
 * The decision of a person on a task.
 *
 * @param outcome one of the outcomes that the task offers
 * @param opinion why, in the person's own words; may be empty where the procedure needs no reason
 * @param details what else the task asks for, by the ids of its fields
 */
public record TaskDecision(String outcome, String opinion, Map<String, String> details) {

  /** The longest opinion, in characters. */
  public static final int OPINION_MAX = 2_000;

  /** The longest detail, in characters; one may name dozens of receipts. */
  public static final int DETAIL_MAX = 2_000;

  /** Copies the details. */
  public TaskDecision {
    details = Map.copyOf(details);
  }

  /** A decision that needs no details. */
  public static TaskDecision of(String outcome, String opinion) {
    return new TaskDecision(outcome, opinion, Map.of());
  }

  /** Whether a text in it is longer than a decision can carry. */
  boolean isTooLong() {
    return opinion.length() > OPINION_MAX
        || details.values().stream().anyMatch(detail -> detail.length() > DETAIL_MAX);
  }
}
