package eco.exchange.bidding.application;

import eco.exchange.market.TradeId;

/** The listener on this node that is told of each new paddle: whoever takes the bids of the lot. */
public interface AdmissionListener {

  /** Takes note that somebody was admitted to a lot, and may bid at once. */
  void admitted(TradeId trade);
}
