/**
 * The events of the market, told as facts in the past tense.
 *
 * <p>{@link eco.exchange.event.MarketEvent} names the subjects in order; each has a file with its
 * events.
 */
@NullMarked
package eco.exchange.event;

import org.jspecify.annotations.NullMarked;
