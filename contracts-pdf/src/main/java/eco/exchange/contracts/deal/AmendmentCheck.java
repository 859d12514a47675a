package eco.exchange.contracts.deal;

import eco.exchange.contracts.deal.AmendmentLink.OwnersDecision;
import eco.exchange.contracts.deal.AmendmentLink.Vote;
import eco.exchange.market.OwnershipClass;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Waterfall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The check of an amendment: what it may not change, and what a decision about it lacks. */
final class AmendmentCheck {

  private static final int ANNOUNCED_DAYS_MIN = 10;
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final Deal deal;
  private final AmendmentLink amends;
  private final List<AmendmentFault> faults = new ArrayList<>();

  private AmendmentCheck(Deal deal, AmendmentLink amends) {
    this.deal = deal;
    this.amends = amends;
  }

  static List<AmendmentFault> faultsOf(Deal deal, AmendmentLink amends) {
    AmendmentCheck check = new AmendmentCheck(deal, amends);
    check.terms();
    check.decision();
    return check.faults;
  }

  private void terms() {
    SharingTerms before = amends.terms();
    must(amends.from().getDayOfYear() == 1, AmendmentFault.NOT_FROM_NEW_YEAR);
    must(!before.equals(deal.terms()), AmendmentFault.NOTHING_CHANGED);
    must(ofPrice(before).equals(ofPrice(deal.terms())), AmendmentFault.PRICE_CHANGED);
    must(deal.terms().payees().containsAll(before.payees()), AmendmentFault.PAYEE_LEFT_OUT);
  }

  private List<Waterfall> ofPrice(SharingTerms terms) {
    boolean isInParts = deal.sale().plan().isPresent();
    return terms.waterfalls().stream()
        .filter(it -> isInParts ? it.income().isOfThePrice() : it.income() == Income.PRICE)
        .toList();
  }

  // What a household holds it decides about itself, by its signature.
  private void decision() {
    if (deal.subject().ownership() == OwnershipClass.INDIVIDUAL) {
      return;
    }
    Optional<OwnersDecision> decision =
        amends.decision().filter(paper -> SHA256.matcher(paper.sha256()).matches());
    must(decision.isPresent(), AmendmentFault.DECISION_MISSING);
    if (deal.subject().ownership() == OwnershipClass.COLLECTIVE) {
      Optional<Vote> vote = decision.flatMap(OwnersDecision::vote);
      must(vote.isPresent(), AmendmentFault.VOTE_MISSING);
      vote.ifPresent(this::vote);
    }
  }

  private void vote(Vote vote) {
    boolean isCounted =
        vote.members() > 0
            && 0 <= vote.inFavour()
            && vote.inFavour() <= vote.present()
            && vote.present() <= vote.members();
    must(isCounted && vote.held().isBefore(amends.from()), AmendmentFault.VOTE_SENSELESS);
    must(
        !vote.announced().plusDays(ANNOUNCED_DAYS_MIN).isAfter(vote.held()),
        AmendmentFault.ANNOUNCED_TOO_LATE);
    must(areTwoThirds(vote.present(), vote.members()), AmendmentFault.TOO_FEW_PRESENT);
    must(areTwoThirds(vote.inFavour(), vote.members()), AmendmentFault.TOO_FEW_IN_FAVOUR);
  }

  private static boolean areTwoThirds(long part, long whole) {
    return 3 * part >= 2 * whole;
  }

  private void must(boolean holds, AmendmentFault otherwise) {
    if (!holds) {
      faults.add(otherwise);
    }
  }
}
