package eco.exchange.contracts.deal;

/** What an amendment may not do, in the order in which it is told. */
enum AmendmentFault {
  /** Incomes are yearly, so a version begins with a year. */
  NOT_FROM_NEW_YEAR("补充协议应当自某年1月1日起适用"),
  /** The terms are those of the version before. */
  NOTHING_CHANGED("收益分配条款没有变化"),
  /** The price was agreed, and mostly paid and shared, before. */
  PRICE_CHANGED("成交价款的分配不得修改"),
  /** What was carried for a payee would be lost with it. */
  PAYEE_LEFT_OUT("原有的收款方不得删除或者更名"),
  /** What belongs to the state or a collective is amended by a decision (企业国有资产法 30, R-REG-8). */
  DECISION_MISSING("标的为国有或者集体所有，须附决策文件及其SHA-256指纹"),
  /** A collective's members vote (农村集体经济组织法 26-27). */
  VOTE_MISSING("标的为集体所有，须载明成员表决情况"),
  /** A vote of more members than there are. */
  VOTE_SENSELESS("表决人数或者日期前后矛盾"),
  /** A meeting is announced ten days before (农村集体经济组织法 27). */
  ANNOUNCED_TOO_LATE("会议应当提前十日通知成员"),
  /** Two thirds of the members must be there (农村集体经济组织法 27). */
  TOO_FEW_PRESENT("到会成员不足全体成员的三分之二"),
  /** Two thirds of all members must agree (农村集体经济组织法 27). */
  TOO_FEW_IN_FAVOUR("同意的成员不足全体成员的三分之二");

  private final String zh;

  AmendmentFault(String zh) {
    this.zh = zh;
  }

  /** What is wrong, in words. */
  String zh() {
    return zh;
  }
}
