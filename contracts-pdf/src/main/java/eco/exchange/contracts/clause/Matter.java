package eco.exchange.contracts.clause;

/**
 * What a contract must regulate, in the order of its clauses.
 *
 * <p>Source: 农村土地承包法 40, 民法典 470, 水土保持法 34, 电子签名法 13-14 and the region's measures on trading, item
 * 10. A contract without one of these is never drawn.
 */
enum Matter {
  /** 当事人. */
  PARTIES("当事人"),
  /** 标的. */
  SUBJECT("交易标的"),
  /** 期限. */
  TERM("期限"),
  /** 用途. */
  USE("用途"),
  /** 权利义务. */
  RIGHTS_AND_DUTIES("双方权利与义务"),
  /** 价款与支付. */
  PRICE("成交价款与支付"),
  /** 保证金. */
  DEPOSIT("保证金转作价款"),
  /** 征收补偿. */
  EXPROPRIATION("征收、占用补偿的归属"),
  /** 水土流失防治. */
  EROSION_CONTROL("水土流失预防和治理责任"),
  /** 收益分配. */
  SHARING("收益分配"),
  /** 算例. */
  EXAMPLES("收益分配算例"),
  /** 监测. */
  MONITORING("动态监测与生态绩效"),
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
  ANNEXES("附件与数据");

  private final String zh;

  Matter(String zh) {
    this.zh = zh;
  }

  /** The title of its clause. */
  String zh() {
    return zh;
  }
}
