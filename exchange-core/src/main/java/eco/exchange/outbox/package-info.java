/**
 * The market's log of events: written with the state, handed on at least once and in order.
 *
 * <p>A module calls {@link eco.exchange.outbox.Outbox} inside the transaction that changes its own
 * tables, so that an event exists exactly when its cause does. The {@link
 * eco.exchange.outbox.Relay} hands each event to the one listener, the flow, and marks it when the
 * listener is done. An event whose turn fails is tried again, and the later events of its story
 * wait for it.
 *
 * <p>Beside it stands what the modules that write to the database have in common: a {@link
 * eco.exchange.outbox.GroupCommit} for what waits, the stored form of records, and the rights of
 * the role with which they work.
 */
@NullMarked
package eco.exchange.outbox;

import org.jspecify.annotations.NullMarked;
