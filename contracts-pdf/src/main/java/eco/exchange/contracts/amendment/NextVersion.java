package eco.exchange.contracts.amendment;

import eco.exchange.answer.Answer;
import eco.exchange.calendar.Deadline;
import eco.exchange.contracts.ContractRefusal;
import eco.exchange.contracts.contract.Contract;
import eco.exchange.contracts.deal.AmendmentLink;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The place in the chain that an amendment would take.
 *
 * @param before the version that it would follow
 * @param number the number that it would have
 * @param open the amendment that has this place already, and is not signed by both yet
 */
record NextVersion(Contract.Effective before, ContractId number, Optional<Contract> open) {

  /** Judges whether a party may amend a contract now, from the day that it says. */
  static Answer<NextVersion> judge(
      ContractId contract,
      List<Contract> versions,
      AmendmentDraft draft,
      Actor actor,
      Instant now) {
    Optional<Contract> first =
        versions.stream()
            .findFirst()
            .filter(found -> found.facts().amends().isEmpty())
            .filter(found -> found.facts().sideOf(actor.party()).isPresent());
    if (first.isEmpty()) {
      return Answer.refused(ContractRefusal.CONTRACT_UNKNOWN, "no contract " + contract);
    }
    return first.get() instanceof Contract.Effective original
        ? judge(original, versions, draft, LocalDate.ofInstant(now, Deadline.ZONE))
        : Answer.refused(ContractRefusal.NOT_EFFECTIVE, "not in force: " + first.get().state());
  }

  private static Answer<NextVersion> judge(
      Contract.Effective original, List<Contract> versions, AmendmentDraft draft, LocalDate today) {
    NextVersion next = after(original, versions);
    return next.dateFault(original, draft, today)
        .map(fault -> Answer.<NextVersion>refused(ContractRefusal.AMENDMENT_UNTIMELY, fault))
        .orElseGet(() -> Answer.done(next));
  }

  private static NextVersion after(Contract.Effective original, List<Contract> versions) {
    Contract.Effective before =
        versions.stream()
            .filter(Contract.Effective.class::isInstance)
            .map(Contract.Effective.class::cast)
            .reduce(original, (earlier, later) -> later);
    Optional<Contract> open =
        versions.stream()
            .filter(version -> !(version instanceof Contract.Effective))
            .filter(version -> !(version instanceof Contract.Annulled))
            .findFirst();
    ContractId last = versions.getLast().facts().contract();
    ContractId fresh = new ContractId(last.trade(), last.version() + 1);
    return new NextVersion(before, open.map(it -> it.facts().contract()).orElse(fresh), open);
  }

  /** Why the dates of a draft will not do; what is past was shared, and stays so. */
  private Optional<String> dateFault(
      Contract.Effective original, AmendmentDraft draft, LocalDate today) {
    int from = draft.from().getYear();
    int ends =
        LocalDate.ofInstant(original.at(), Deadline.ZONE).getYear() + original.facts().termYears();
    Optional<LocalDate> held =
        draft.decision().flatMap(AmendmentLink.OwnersDecision::vote).map(AmendmentLink.Vote::held);
    if (from <= today.getYear() || from > ends) {
      return Optional.of(
          "it must apply from a year to come, %d to %d".formatted(today.getYear() + 1, ends));
    } else if (before.facts().amends().filter(it -> !draft.from().isAfter(it.from())).isPresent()) {
      return Optional.of("it must apply from later than the version before");
    } else if (held.filter(day -> day.isAfter(today)).isPresent()) {
      return Optional.of("the members have not voted yet");
    }
    return Optional.empty();
  }
}
