package eco.exchange.contracts.deal;

import java.time.Instant;

/**
 * A deal as it was drawn up: what the paper attaches beside the sharing terms.
 *
 * @param deal the deal
 * @param office the centre, which seals
 * @param drawnAt when the contract was drawn
 */
public record DrawnDeal(Deal deal, IssuingCentre office, Instant drawnAt) {}
