package eco.exchange.settlement.roster;

import eco.exchange.answer.Answer;
import eco.exchange.event.MarketEvent;
import eco.exchange.settlement.person.SealedAccount;
import java.util.List;

/**
 * What a rule decides: the answer, and what is written with it; a refusal writes nothing.
 *
 * @param <T> what is answered when the thing was done
 */
record RosterOutcome<T>(Answer<T> answer, List<Change> changes) {

  /** One thing that a decision changes. */
  sealed interface Change {

    /** A payee is said to be a collective. */
    record Named(BeneficiaryView beneficiary) implements Change {}

    /** A roster is filed. */
    record Filed(RosterView roster, List<RosterMember> members, List<SealedAccount> accounts)
        implements Change {}

    /** The showing of a roster has ended. */
    record Ended(RosterId roster, RosterView.End end) implements Change {}

    /** An objection is raised. */
    record Raised(ObjectionView objection) implements Change {}

    /** An objection is decided. */
    record Decided(ObjectionView objection, ObjectionView.End end) implements Change {}

    /** The market is told. */
    record Told(MarketEvent event) implements Change {}
  }

  static <T> RosterOutcome<T> done(T value, Change... changes) {
    return new RosterOutcome<>(Answer.done(value), List.of(changes));
  }

  static <T> RosterOutcome<T> refused(RosterRefusal reason, String detail) {
    return new RosterOutcome<>(Answer.refused(reason, detail), List.of());
  }
}
