/**
 * Records of auctions, and their replay by anybody who doubts a result.
 *
 * <p>{@link eco.exchange.bidding.record.AuctionRecords} is the door: it gives out the full record
 * of a closed auction, line by line. {@link eco.exchange.bidding.record.RecordChecker} plays such a
 * record again by the rules alone and asks no store.
 */
@NullMarked
package eco.exchange.bidding.record;

import org.jspecify.annotations.NullMarked;
