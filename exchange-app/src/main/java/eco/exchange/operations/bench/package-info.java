/**
 * The measurements behind {@code ./exchange bench}: what the exchange can do on this machine,
 * beside what the obvious design can do on the same one.
 *
 * <p>A bench starts a database of its own and the exchange as a process of its own, loads them with
 * real tools, and tells figures: readable ones at once, and JSON lines for whoever compares runs.
 */
@NullMarked
package eco.exchange.operations.bench;

import org.jspecify.annotations.NullMarked;
