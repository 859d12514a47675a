package eco.exchange.sharing;

/** What money came in for; each kind of income has a waterfall of its own. */
public enum Income {
  /** 成交价款: what the buyer pays for the right. */
  PRICE("成交价款"),
  /** 年度经营收入: what the operator shares out of each year's business. */
  REVENUE("年度经营收入");

  private final String zh;

  Income(String zh) {
    this.zh = zh;
  }

  /** The name as it is printed. */
  public String zh() {
    return zh;
  }
}
