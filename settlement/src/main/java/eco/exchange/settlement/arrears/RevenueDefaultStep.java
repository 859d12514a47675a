package eco.exchange.settlement.arrears;

/** The steps of a year's revenue that does not come. */
public enum RevenueDefaultStep {
  /** 催报催缴: the operator was reminded. */
  REMINDED("已催报催缴"),
  /** 逾期: the time after the reminder is over, too. */
  OVERDUE("逾期未报缴"),
  /** 违约: two persons of the centre have found it to be a breach of the contract. */
  BREACH("已认定违约");

  private final String zh;

  RevenueDefaultStep(String zh) {
    this.zh = zh;
  }

  /** The name as people read it. */
  public String zh() {
    return zh;
  }
}
