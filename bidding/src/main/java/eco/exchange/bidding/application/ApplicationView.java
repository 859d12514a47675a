package eco.exchange.bidding.application;

import eco.exchange.bidding.application.Application.Paper;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An application to bid, as the applicant and the centre see it; never public.
 *
 * @param id the identity
 * @param trade the lot
 * @param bidder who applies
 * @param appliedBy the person who applied
 * @param code the credit code of the applicant, or the masked number of a person
 * @param papers the papers
 * @param related the credit codes of the other members of its group, as declared
 * @param priority the right of priority that is claimed
 * @param appliedAt when it was received
 * @param state how far it is
 * @param opinion why it was decided so; empty while undecided
 * @param decidedBy the officer who decided
 * @param decidedAt when it was decided
 * @param rank the rank of the right of priority, 1 the first, as the officer has confirmed it
 * @param withdrawnAt when the applicant withdrew
 */
public record ApplicationView(
    ApplicationId id,
    TradeId trade,
    PartyId bidder,
    AccountId appliedBy,
    String code,
    List<Paper> papers,
    List<String> related,
    Optional<PriorityClaim> priority,
    Instant appliedAt,
    State state,
    Optional<String> opinion,
    Optional<AccountId> decidedBy,
    Optional<Instant> decidedAt,
    Optional<Integer> rank,
    Optional<Instant> withdrawnAt) {

  /** Copies the lists. */
  public ApplicationView {
    papers = List.copyOf(papers);
    related = List.copyOf(related);
  }

  /** An application as it is received. */
  static ApplicationView received(
      Application application, Actor applicant, String code, Instant now) {
    return new ApplicationView(
        application.id(),
        application.trade(),
        applicant.party(),
        applicant.account(),
        code,
        application.papers(),
        application.related(),
        application.priority(),
        now,
        State.APPLIED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** This application as an officer has decided it. */
  ApplicationView decided(
      State next, String why, Optional<Integer> confirmed, AccountId by, Instant at) {
    return new ApplicationView(
        id,
        trade,
        bidder,
        appliedBy,
        code,
        papers,
        related,
        priority,
        appliedAt,
        next,
        Optional.of(why),
        Optional.of(by),
        Optional.of(at),
        confirmed,
        withdrawnAt);
  }

  /** This application when its applicant has withdrawn it. */
  ApplicationView withdrawn(Instant at) {
    return new ApplicationView(
        id,
        trade,
        bidder,
        appliedBy,
        code,
        papers,
        related,
        priority,
        appliedAt,
        State.WITHDRAWN,
        opinion,
        decidedBy,
        decidedAt,
        rank,
        Optional.of(at));
  }

  /** Whether a repeated call tells the same. */
  boolean isLike(ApplicationView other) {
    return id.equals(other.id)
        && trade.equals(other.trade)
        && bidder.equals(other.bidder)
        && papers.equals(other.papers)
        && related.equals(other.related)
        && priority.equals(other.priority);
  }

  /** How far an application is. */
  public enum State {
    /** Received; the centre has yet to decide. */
    APPLIED,
    /** The published conditions are met. */
    QUALIFIED,
    /** The published conditions are not met. */
    REJECTED,
    /** The applicant has withdrawn it, for good. */
    WITHDRAWN
  }
}
