package eco.exchange.bidding.application;

import eco.exchange.market.TradeId;

/** Whoever takes the bids of a lot, and is told on this node of each new paddle. */
public interface AdmissionListener {

  /** Takes note that somebody was admitted to a lot, and may bid at once. */
  void admitted(TradeId trade);
}
