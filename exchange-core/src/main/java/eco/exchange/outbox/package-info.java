/**
 * The market's log of events, written in the transaction that makes them true.
 *
 * <p>A module calls {@link eco.exchange.outbox.Outbox} inside the transaction that changes its own
 * tables, so that an event exists exactly when its cause does. {@link
 * eco.exchange.outbox.EventJson} is the stored form of an event.
 */
@NullMarked
package eco.exchange.outbox;

import org.jspecify.annotations.NullMarked;
