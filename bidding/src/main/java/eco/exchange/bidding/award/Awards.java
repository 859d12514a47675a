package eco.exchange.bidding.award;

import eco.exchange.answer.Answer;
import eco.exchange.bidding.application.ApplicationStore;
import eco.exchange.bidding.application.PartyCheck;
import eco.exchange.bidding.application.PartyRegister;
import eco.exchange.bidding.ban.Bans;
import eco.exchange.bidding.lot.LotStore;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.Actor;
import eco.exchange.market.TradeId;
import eco.exchange.rulebook.Rulebook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Awards: what becomes of a lot that found a winner, until the contract or until nobody is left.
 *
 * <p>A thing that was done before is answered as it was done, with no second effect; a refusal has
 * changed nothing. An award is named by its lot and its attempt, so that what was meant for the
 * winner never meets the runner-up.
 */
@ApplicationScoped
public class Awards {

  private final AwardStore awards;
  private final AwardDecisions decisions;
  private final AwardLapses lapses;

  public Awards(
      AwardStore awards,
      LotStore lots,
      ApplicationStore applications,
      PartyRegister register,
      Bans bans,
      Clock clock) {
    AwardDeadlines deadlines =
        new AwardDeadlines(Rulebook.published(), WorkingCalendar.published());
    WinnerCheck winners = new WinnerCheck(lots, applications, new PartyCheck(register, bans));
    this.awards = awards;
    this.decisions = new AwardDecisions(awards, winners, deadlines, clock);
    this.lapses = new AwardLapses(awards, winners, deadlines, clock);
  }

  /**
   * Approves an award after its publicity, by two persons (R-POST-6).
   *
   * @return the award, or NO_SUCH_AWARD, or every reason of BANNED, CONFLICT_OF_INTEREST, OWN_CASE,
   *     SAME_EYES, AWARD_DECIDED, AWARD_LAPSED, PUBLICITY_RUNNING, LAPSE_PROPOSED
   */
  public Uni<Answer<AwardView>> approve(TradeId trade, Actor reviewer, Actor approver) {
    return decisions.approve(trade, reviewer, approver);
  }

  /**
   * Refuses an award, for example after an objection; nobody gets the lot.
   *
   * @return the award, or NO_SUCH_AWARD, or every reason of OPINION_INVALID, OWN_CASE,
   *     AWARD_DECIDED, AWARD_LAPSED
   */
  public Uni<Answer<AwardView>> refuse(TradeId trade, String opinion, Actor officer) {
    return decisions.refuse(trade, opinion, officer);
  }

  /**
   * Says whether the contract of an award may be signed and sealed now; changes nothing.
   *
   * @return the award, or NO_SUCH_AWARD, or every reason of BANNED, CONFLICT_OF_INTEREST,
   *     AWARD_DECIDED, AWARD_LAPSED, LAPSE_PROPOSED
   */
  public Uni<Answer<AwardView>> signable(TradeId trade, int attempt) {
    return decisions.signable(trade, attempt);
  }

  /**
   * Proposes that the latest award lapses. A party may only say that it does not sign itself.
   *
   * @return the proposal, or NO_SUCH_AWARD, or every reason of OPINION_INVALID, OWN_CASE,
   *     AWARD_DECIDED, AWARD_LAPSED, SIGNING_RUNNING, CAUSE_UNFOUNDED, LAPSE_PROPOSED
   */
  public Uni<Answer<LapseView>> proposeLapse(
      TradeId trade, LapseCause cause, String opinion, Actor proposer) {
    return lapses.propose(trade, cause, opinion, proposer);
  }

  /**
   * Says whether a person may confirm that an award lapses; changes nothing. So the contract can be
   * annulled first, after which nobody signs it any more.
   *
   * @return the proposal, or NO_SUCH_AWARD, or every reason of OWN_CASE, SAME_EYES,
   *     NO_LAPSE_PROPOSED, AWARD_DECIDED
   */
  public Uni<Answer<LapseView>> mayLapse(TradeId trade, int attempt, Actor confirmer) {
    return lapses.mayLapse(trade, attempt, confirmer);
  }

  /** Confirms that an award lapses (R-POST-10); refused as {@link #mayLapse} tells. */
  public Uni<Answer<LapseView>> lapse(TradeId trade, int attempt, Actor confirmer) {
    return lapses.confirm(trade, attempt, confirmer);
  }

  /** Lets an award stand although its lapse was proposed; refused as {@link #mayLapse} tells. */
  public Uni<Answer<LapseView>> dismissLapse(TradeId trade, int attempt, Actor confirmer) {
    return lapses.dismiss(trade, attempt, confirmer);
  }

  /**
   * Awards the lot to the runner-up of a lapsed award, for what the runner-up has offered.
   *
   * @return the new award, or NO_SUCH_AWARD, or every reason of BANNED, CONFLICT_OF_INTEREST,
   *     OWN_CASE, AWARD_STANDS, NO_RUNNER_UP, PASSED_ON_OTHERWISE
   */
  public Uni<Answer<AwardView>> awardRunnerUp(TradeId trade, int lapsed, Actor officer) {
    return lapses.awardRunnerUp(trade, lapsed, officer);
  }

  /**
   * Gives the lot of a lapsed award to nobody, so that it may be listed again.
   *
   * @return the lapsed award, or NO_SUCH_AWARD, or every reason of OWN_CASE, AWARD_STANDS,
   *     PASSED_ON_OTHERWISE
   */
  public Uni<Answer<AwardView>> giveUp(TradeId trade, int lapsed, Actor officer) {
    return lapses.giveUp(trade, lapsed, officer);
  }

  /** The latest award of a lot, once there is a winner. */
  public Uni<Optional<AwardView>> award(TradeId trade) {
    return awards.award(trade);
  }

  /** The award of an attempt. */
  public Uni<Optional<AwardView>> award(TradeId trade, int attempt) {
    return awards.award(trade, attempt);
  }

  /** The latest proposal that an award lapses. */
  public Uni<Optional<LapseView>> lapse(TradeId trade, int attempt) {
    return awards.lapse(trade, attempt);
  }
}
