/**
 * The time of the market: which days are working days, when a period ends, and what time it is.
 *
 * <p>{@link eco.exchange.calendar.WorkingCalendar} counts days, {@link
 * eco.exchange.calendar.Deadline} is the end of a period, {@link eco.exchange.calendar.MarketClock}
 * a clock that can be moved forward in demonstrations and tests.
 */
@NullMarked
package eco.exchange.calendar;

import org.jspecify.annotations.NullMarked;
