/**
 * The exchange's own PostgreSQL, for a house that has not configured another.
 *
 * <p>{@link eco.exchange.operations.postgres.OwnPostgres} unpacks real server binaries into the
 * data folder, makes a cluster there once, and starts it on a free loopback port. {@link
 * eco.exchange.operations.postgres.DatabaseSettings} tells the rest of the exchange where it
 * listens.
 */
@NullMarked
package eco.exchange.operations.postgres;

import org.jspecify.annotations.NullMarked;
