package eco.exchange.bidding;

import eco.exchange.bidding.Application.Paper;
import eco.exchange.market.AccountId;
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
 * @param papers the papers
 * @param appliedAt when it was received
 * @param state how far it is
 * @param opinion why it was decided so; empty while undecided
 * @param decidedBy the officer who decided
 * @param decidedAt when it was decided
 */
public record ApplicationView(
    ApplicationId id,
    TradeId trade,
    PartyId bidder,
    AccountId appliedBy,
    List<Paper> papers,
    Instant appliedAt,
    State state,
    Optional<String> opinion,
    Optional<AccountId> decidedBy,
    Optional<Instant> decidedAt) {

  /** Copies the papers. */
  public ApplicationView {
    papers = List.copyOf(papers);
  }

  /** How far an application is. */
  public enum State {
    /** Received; the centre has yet to decide. */
    APPLIED,
    /** The published conditions are met. */
    QUALIFIED,
    /** The published conditions are not met. */
    REJECTED
  }
}
