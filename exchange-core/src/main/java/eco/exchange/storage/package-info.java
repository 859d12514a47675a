/**
 * The common part of the modules when they write to the database.
 *
 * <p>A {@link eco.exchange.storage.GroupCommit} commits together what waits at one moment, {@link
 * eco.exchange.storage.RecordJson} is the stored form of records, and {@link
 * eco.exchange.storage.DatabaseRole} holds the rights of the role with which the exchange works.
 */
@NullMarked
package eco.exchange.storage;

import org.jspecify.annotations.NullMarked;
