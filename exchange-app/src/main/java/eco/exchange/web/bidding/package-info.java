/** Applications, auctions and bids, over HTTP. */
@NullMarked
package eco.exchange.web.bidding;

import org.jspecify.annotations.NullMarked;
