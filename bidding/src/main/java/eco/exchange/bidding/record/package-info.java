/**
 * Records of auctions, and their replay by anybody who doubts a result.
 *
 * <p>{@link eco.exchange.bidding.record.AuctionRecords} is the door: it gives out the full record
 * of a closed auction, line by line. {@link eco.exchange.bidding.record.RecordChecker} plays such a
 * record again by the rules alone, {@link eco.exchange.bidding.record.BidLogReplay} the public log
 * of one that still runs; neither asks a store.
 */
@NullMarked
package eco.exchange.bidding.record;

import org.jspecify.annotations.NullMarked;
