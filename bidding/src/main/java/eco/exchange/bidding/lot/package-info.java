/**
 * Lots: each at one version, with its auction, its paddles and its book of bids, and how they are
 * stored.
 *
 * <p>A {@link eco.exchange.bidding.lot.Lot} is judged in memory and written by the version that was
 * judged. An {@link eco.exchange.bidding.lot.ActBatch} folds acts onto it; each {@link
 * eco.exchange.bidding.lot.RecordedAct} stands in the book with its answer, for ever. {@link
 * eco.exchange.bidding.lot.LotStore} keeps the lots and writes batches, and with the closing the
 * {@link eco.exchange.bidding.lot.LotResult}; {@link eco.exchange.bidding.lot.BidStore} reads the
 * books. Nothing here waits for anybody: no application, no award, no screen.
 */
@NullMarked
package eco.exchange.bidding.lot;

import org.jspecify.annotations.NullMarked;
