package eco.exchange.settlement.review;

/** An independent sign of how much a business has earned. */
public enum SignalKind {
  /** 门票或销售系统: what a ticket or sales system has counted. */
  TICKETS("门票或销售系统"),
  /** 发票: what invoices add up to. */
  INVOICES("开具发票"),
  /** 面积与单产: an area times the yield and the price that are usual there. */
  YIELD_BAND("面积与单产测算");

  private final String zh;

  SignalKind(String zh) {
    this.zh = zh;
  }

  /** The name as people read it. */
  public String zh() {
    return zh;
  }
}
