package eco.exchange.settlement.year;

import eco.exchange.market.AccountId;
import java.time.Instant;

/**
 * A year of which nothing is shared any more.
 *
 * @param year the year
 * @param closedBy who has closed it
 * @param closedAt when that was
 */
public record ClosedYearView(int year, AccountId closedBy, Instant closedAt) {}
