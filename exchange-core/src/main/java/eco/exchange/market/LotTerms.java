package eco.exchange.market;

import eco.exchange.money.Money;
import java.time.Duration;
import java.time.Instant;

/**
 * The published terms of an auction: prices and times, frozen when the notice is disclosed.
 *
 * <p>The times follow one another: applications close with the disclosure, then deposits are due,
 * then bidding opens, and it closes at {@code closesAt} unless late bids keep it open.
 *
 * @param reserve the lowest first price
 * @param increment the grid of raises: each bid is the reserve plus whole increments
 * @param deposit what each bidder must have paid in before bidding
 * @param applicationsCloseAt the end of the disclosure, 24:00 of its last working day
 * @param depositsDueAt the latest arrival of a deposit
 * @param opensAt when bidding opens
 * @param closesAt when bidding closes if nobody bids late
 * @param quietTime how long after the last bid the auction must have been quiet to close
 * @param ruleEdition the id of the edition of the rules under which the notice was disclosed
 */
public record LotTerms(
    Money reserve,
    Money increment,
    Money deposit,
    Instant applicationsCloseAt,
    Instant depositsDueAt,
    Instant opensAt,
    Instant closesAt,
    Duration quietTime,
    String ruleEdition) {}
