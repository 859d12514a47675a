package eco.exchange.settlement.roster;

import eco.exchange.settlement.person.SealedAccount;
import java.util.List;

/** One thing that a decision about the rosters of a payee changes. */
sealed interface RosterChange {

  /** A roster is filed. */
  record Filed(RosterView roster, List<RosterMember> members, List<SealedAccount> accounts)
      implements RosterChange {}

  /** The showing of a roster has ended. */
  record Ended(RosterId roster, RosterView.End end) implements RosterChange {}

  /** An objection is raised. */
  record Raised(ObjectionView objection) implements RosterChange {}

  /** An objection is decided. */
  record Decided(ObjectionView objection, ObjectionView.End end) implements RosterChange {}
}
