package eco.exchange.settlement.roster;

import eco.exchange.answer.Answer;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The rosters of collectives: who is paid of what a contract gives to the members together.
 *
 * <p>Every method that changes something may be called again with the same content.
 */
@ApplicationScoped
public class Rosters {

  /**
   * How long a roster is shown for objections before anybody is paid by it, in working days.
   * 农村集体经济组织法 46 shows a plan of distribution for ten days; this exchange counts working days.
   */
  public static final int OBJECTION_WORKING_DAYS = 10;

  private final PgRosterStore store;
  private final Clock clock;
  private final WorkingCalendar calendar = WorkingCalendar.published();

  Rosters(PgRosterStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Files a roster, which from now on is shown for objections. */
  public Uni<Answer<RosterView>> file(FileRoster roster, Actor by) {
    LocalDate today = WorkingCalendar.dayOf(clock.instant());
    Instant until = calendar.plusWorkingDays(today, OBJECTION_WORKING_DAYS).endsAt();
    return store.decide(
        roster.contract(),
        roster.payee(),
        ground -> FilingRules.file(ground, roster, by, until, clock.instant()));
  }

  /** Takes an objection: of a member, known by the personal code, or written down by an officer. */
  public Uni<Answer<ObjectionView>> object(RaiseObjection objection) {
    if (objection.codeHash().isEmpty()) {
      return object(objection, Optional.empty());
    }
    return store
        .memberOf(objection.roster(), objection.codeHash().get())
        .chain(
            member ->
                member.isPresent()
                    ? object(objection, member)
                    : Uni.createFrom()
                        .item(
                            Answer.refused(RosterRefusal.CODE_UNKNOWN, "no member has this code")));
  }

  private Uni<Answer<ObjectionView>> object(RaiseObjection objection, Optional<String> member) {
    RosterId id = objection.roster();
    return store.decide(
        id.contract(),
        id.payee(),
        ground -> ShowingRules.object(ground, objection, member, clock.instant()));
  }

  /**
   * Decides an objection that the collective has answered; if it was right, the roster goes back.
   *
   * @param collective who answered for the collective
   * @param officer who decides, somebody else
   */
  public Uni<Answer<ObjectionView>> decideObjection(
      RosterId roster,
      int number,
      boolean isUpheld,
      String answer,
      Actor collective,
      Actor officer) {
    ObjectionView.End end =
        new ObjectionView.End(
            isUpheld, answer, collective.account(), officer.account(), clock.instant());
    return store.decide(
        roster.contract(),
        roster.payee(),
        ground -> ShowingRules.decide(ground, roster, number, end));
  }

  /** Fixes a roster after its showing: two persons, neither of whom has filed it. */
  public Uni<Answer<RosterView>> fix(
      RosterId roster, String opinion, Actor reviewer, Actor approver) {
    RosterView.End end =
        new RosterView.End(true, opinion, reviewer.account(), approver.account(), clock.instant());
    return store.decide(
        roster.contract(),
        roster.payee(),
        ground -> ShowingRules.fix(ground, roster, end, clock.instant()));
  }

  /** Sends a roster back to its collective, which may file another version. */
  public Uni<Answer<RosterView>> giveBack(RosterId roster, String opinion, Actor officer) {
    RosterView.End end =
        new RosterView.End(false, opinion, officer.account(), officer.account(), clock.instant());
    return store.decide(
        roster.contract(), roster.payee(), ground -> ShowingRules.giveBack(ground, roster, end));
  }

  /** Every version of the roster of a payee, oldest first. */
  public Uni<List<RosterView>> rosters(ContractId contract, String payee) {
    return store.rosters(contract, payee);
  }

  /** One version. */
  public Uni<Optional<RosterView>> roster(RosterId id) {
    return rosters(id.contract(), id.payee())
        .map(all -> all.stream().filter(roster -> roster.id().equals(id)).findFirst());
  }

  /** The lines of a roster as the public may read them, in order. */
  public Uni<List<RosterMemberView>> members(RosterId roster) {
    return store.members(roster);
  }

  /**
   * The same lines with the persons sealed, for whoever may open them, in order; none if another
   * collective has filed it than the one that counts now.
   */
  public Uni<List<RosterMember>> sealed(RosterId roster) {
    return store.sealed(roster);
  }

  /**
   * The household of a member on the last fixed roster, sealed, for whoever may open it; empty if
   * no fixed roster has this member.
   */
  public Uni<List<RosterMember>> household(ContractId contract, String payee, String member) {
    return store.household(contract, payee, member);
  }

  /** The roster with this person that is shown now; empty if there is none. */
  public Uni<Optional<RosterId>> shownTo(String codeHash) {
    return store.shownTo(codeHash);
  }

  /** The objections to a roster, oldest first. */
  public Uni<List<ObjectionView>> objections(RosterId roster) {
    return store
        .objections(roster.contract(), roster.payee())
        .map(all -> all.stream().filter(it -> it.roster().equals(roster)).toList());
  }
}
