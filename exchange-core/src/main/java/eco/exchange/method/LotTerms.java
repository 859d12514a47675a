package eco.exchange.method;

import eco.exchange.money.Money;
import java.time.Instant;

/**
 * The published terms of a lot: prices, times and method, frozen when the notice is disclosed.
 *
 * <p>The times follow one another: applications close with the disclosure, then deposits are due,
 * then bidding opens, and it closes at {@code closesAt} unless its method keeps it open.
 *
 * @param reserve the lowest first price
 * @param increment the grid of raises: each bid is the reserve plus whole increments
 * @param deposit what each bidder must have paid in before bidding
 * @param applicationsCloseAt the end of the disclosure, 24:00 of its last working day
 * @param depositsDueAt the latest arrival of a deposit
 * @param opensAt when bidding opens
 * @param closesAt when bidding closes if nobody bids late
 * @param how the trade method, and what it must tell
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
    MethodTerms how,
    String ruleEdition) {}
