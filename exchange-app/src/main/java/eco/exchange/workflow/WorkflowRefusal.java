package eco.exchange.workflow;

import eco.exchange.answer.Reason;

/** Reasons for which a task is not completed, in the order in which they are checked. */
public enum WorkflowRefusal implements Reason {
  /** There is no such task. */
  TASK_UNKNOWN(Kind.NOT_FOUND),
  /** The task is for another role or another party. */
  TASK_NOT_YOURS(Kind.FORBIDDEN),
  /** Somebody has already decided, or decided otherwise. */
  TASK_DECIDED(Kind.CONFLICT),
  /** Who has submitted or decided before may not decide again (four eyes). */
  FOUR_EYES(Kind.FORBIDDEN),
  /** The task does not offer this outcome. */
  OUTCOME_UNKNOWN(Kind.INVALID),
  /** Whoever decides so must say why, and the opinion is empty. */
  OPINION_MISSING(Kind.INVALID),
  /** The task does not ask for this detail. */
  DETAIL_UNKNOWN(Kind.INVALID),
  /** The opinion or a detail is too long. */
  DECISION_TOO_LONG(Kind.INVALID);

  private final Kind kind;

  WorkflowRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
