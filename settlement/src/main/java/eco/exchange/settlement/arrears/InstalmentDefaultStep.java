package eco.exchange.settlement.arrears;

/** The steps of an instalment that does not come. */
public enum InstalmentDefaultStep {
  /** 催告: the buyer was reminded. */
  REMINDED("已催告"),
  /** 逾期: the time after the reminder is over, too. */
  OVERDUE("催告后仍未支付"),
  /** 实现担保: two persons of the centre have noted that the guarantee is called. */
  GUARANTEE_CALLED("已要求实现担保"),
  /** 违约: two persons of the centre have found it to be a breach of the contract. */
  BREACH("已认定违约");

  private final String zh;

  InstalmentDefaultStep(String zh) {
    this.zh = zh;
  }

  /** The name as people read it. */
  public String zh() {
    return zh;
  }
}
