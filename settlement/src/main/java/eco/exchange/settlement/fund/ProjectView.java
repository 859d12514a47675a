package eco.exchange.settlement.fund;

import eco.exchange.market.AccountId;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A project, and how far it has come.
 *
 * @param id which
 * @param proposal what was proposed
 * @param proposedBy who has proposed it
 * @param proposer for which party
 * @param proposedAt when
 * @param decision what the authority has decided
 * @param paid what was paid for it so far
 * @param completion what has come of it
 */
public record ProjectView(
    ProjectId id,
    ProposeProject proposal,
    AccountId proposedBy,
    PartyId proposer,
    Instant proposedAt,
    Optional<Decision> decision,
    Money paid,
    Optional<Completion> completion) {

  /**
   * What the authority has decided.
   *
   * @param isApproved whether it may be paid for
   * @param opinion why
   * @param reviewedBy the first of the two
   * @param decidedBy the second
   * @param decidedAt when
   */
  public record Decision(
      boolean isApproved,
      String opinion,
      AccountId reviewedBy,
      AccountId decidedBy,
      Instant decidedAt) {}

  /**
   * What has come of a project.
   *
   * @param erosion what was monitored after it, in tonnes per square kilometre and year
   * @param evidence the monitoring report
   * @param reportedBy who has reported it
   * @param acceptedBy who has accepted it
   * @param completedAt when
   */
  public record Completion(
      int erosion,
      String evidence,
      AccountId reportedBy,
      AccountId acceptedBy,
      Instant completedAt) {}

  /** How far a project can have come. */
  public enum State {
    /** 待批. */
    PROPOSED("待批"),
    /** 实施中. */
    APPROVED("实施中"),
    /** 未批准. */
    REFUSED("未批准"),
    /** 已完工. */
    COMPLETED("已完工");

    private final String zh;

    State(String zh) {
      this.zh = zh;
    }

    /** The name as people read it. */
    public String zh() {
      return zh;
    }
  }

  /** How far it has come. */
  public State state() {
    if (completion.isPresent()) {
      return State.COMPLETED;
    }
    return decision
        .map(told -> told.isApproved() ? State.APPROVED : State.REFUSED)
        .orElse(State.PROPOSED);
  }

  /** What may still be paid for it. */
  Money left() {
    return state() == State.APPROVED ? proposal.budget().minus(paid) : Money.ZERO;
  }

  ProjectView decided(Decision told) {
    return new ProjectView(
        id, proposal, proposedBy, proposer, proposedAt, Optional.of(told), paid, completion);
  }

  ProjectView completed(Completion told) {
    return new ProjectView(
        id, proposal, proposedBy, proposer, proposedAt, decision, paid, Optional.of(told));
  }
}
