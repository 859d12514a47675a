package eco.exchange.market;

/** How the right is sold. */
public enum TradeMethod {
  /** 网络竞价(多次报价): rising bids in the open; a late bid keeps the auction open. */
  ENGLISH_ONLINE("网络竞价(多次报价)");

  private final String zh;

  TradeMethod(String zh) {
    this.zh = zh;
  }

  /** The name as it is printed. */
  public String zh() {
    return zh;
  }
}
