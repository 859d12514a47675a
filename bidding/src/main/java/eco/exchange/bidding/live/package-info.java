/**
 * The public view of a running auction, kept up to date on each node.
 *
 * <p>{@link eco.exchange.bidding.live.AuctionView} is the public face of a lot. The {@link
 * eco.exchange.bidding.live.LiveBoard} of a node holds the lots that are watched or read there:
 * {@link eco.exchange.bidding.live.BoardUpdatingStore} puts the node's own commits on it before
 * they are answered, and {@link eco.exchange.bidding.live.BoardTicker} asks for those of other
 * nodes and tells the watchers what has changed.
 */
@NullMarked
package eco.exchange.bidding.live;

import org.jspecify.annotations.NullMarked;
