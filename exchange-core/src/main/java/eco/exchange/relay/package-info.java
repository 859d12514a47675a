/**
 * The way of events from the log to the flow: at least once, and in order within a story.
 *
 * <p>The {@link eco.exchange.relay.Relay} hands each event of the outbox to the one listener, and
 * marks it when the listener is done. An event that fails is tried again, and the later events of
 * its story wait for it. Of all nodes on a database one relays at a time.
 */
@NullMarked
package eco.exchange.relay;

import org.jspecify.annotations.NullMarked;
