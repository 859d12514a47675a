package eco.exchange.contracts.deal;

/**
 * The matters that a contract must regulate, in the order of its clauses.
 *
 * <p>Which of these a contract may not lack, and by which law, is told by {@link MandatoryMatter}.
 */
public enum Matter {
  /** 当事人. */
  PARTIES("当事人"),
  /** 标的. */
  SUBJECT("交易标的"),
  /** 期限. */
  TERM("期限"),
  /** 用途. */
  USE("用途"),
  /** 决策与批准. */
  DECISION("转让的决策与批准"),
  /** 权利义务. */
  RIGHTS_AND_DUTIES("双方权利与义务"),
  /** 价款与支付. */
  PRICE("成交价款与支付"),
  /** 保证金. */
  DEPOSIT("保证金转作价款"),
  /** 交付与登记. */
  DELIVERY("交付与登记"),
  /** 征收补偿. */
  EXPROPRIATION("征收、占用补偿的归属"),
  /** 水土流失防治. */
  EROSION_CONTROL("水土流失预防和治理责任"),
  /** 收益分配. */
  SHARING("收益分配"),
  /** 算例. */
  EXAMPLES("收益分配算例"),
  /** 监测. */
  MONITORING("质量、动态监测与生态绩效"),
  /** 再流转与抵押. */
  TRANSFER_AND_PLEDGE("再流转与抵押、质押"),
  /** 期满交还. */
  HANDBACK("期满交还与投入补偿"),
  /** 违约. */
  BREACH("违约责任"),
  /** 争议. */
  DISPUTES("争议解决"),
  /** 电子签名. */
  SIGNATURES("电子签名与生效"),
  /** 附件. */
  ANNEXES("附件、数据与证据");

  private final String zh;

  Matter(String zh) {
    this.zh = zh;
  }

  /** The number of its clause, counted from 1. */
  public int number() {
    return ordinal() + 1;
  }

  /** The title of its clause. */
  public String zh() {
    return zh;
  }
}
