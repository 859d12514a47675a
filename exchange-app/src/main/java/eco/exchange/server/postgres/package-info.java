/**
 * The PostgreSQL of the exchange: its own, or the one that an operator has configured.
 *
 * <p>{@link eco.exchange.server.postgres.OwnPostgres} unpacks real server binaries into the data
 * folder, makes a cluster there once, and starts it on a free loopback port. {@link
 * eco.exchange.server.postgres.DatabaseSettings} tells the rest of the exchange where the database
 * is.
 */
@NullMarked
package eco.exchange.server.postgres;

import org.jspecify.annotations.NullMarked;
