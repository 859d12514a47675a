/**
 * The bench of bidding: the door, the whole exchange over HTTP, those who watch and the pure fold,
 * beside a locking function in the database.
 */
@NullMarked
package eco.exchange.lab.bench.bids;

import org.jspecify.annotations.NullMarked;
