package eco.exchange.contracts.issue;

import eco.exchange.market.TradeId;

/** A paper that the centre issues under its seal alone. */
public interface IssuedPaper {

  /** The trade to which it belongs. */
  TradeId trade();

  /** What stands on it. */
  PaperSheet sheet();
}
