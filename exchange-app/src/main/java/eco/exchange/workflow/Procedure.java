package eco.exchange.workflow;

/**
 * The procedures in which a person decides or a legal clock runs, each a model in the module to
 * which it belongs.
 */
public enum Procedure {
  /** 挂牌审核, for each round of a listing. */
  LISTING_REVIEW("listing-review"),
  /** 竞买资格审查, for each application. */
  BIDDER_QUALIFICATION("bidder-qualification"),
  /** 成交审批, for each award; it ends in the contract. */
  AWARD_APPROVAL("award-approval"),
  /** 成交失效, for each proposal that an award lapses. */
  AWARD_LAPSE("award-lapse"),
  /** 次高报价人保证金退还, for each award that has a runner-up. */
  DEPOSIT_RETURN("deposit-return"),
  /** 合同签署, for each contract. */
  CONTRACT_SIGNING("contract-signing"),
  /** 补充协议签署, for each amendment. */
  AMENDMENT_SIGNING("amendment-signing"),
  /** 异常到账处理, for each receipt that fits nothing. */
  SETTLEMENT_EXCEPTION("settlement-exception"),
  /** 手工到账复核, for each receipt that is entered by hand. */
  MANUAL_RECEIPT("manual-receipt"),
  /** 银行异常处理, for each exception of the link to the bank. */
  BANK_EXCEPTION_HANDLING("bank-exception-handling"),
  /** 村集体收款人确认, for each naming of a payee. */
  COLLECTIVE_NAMING("collective-naming"),
  /** 成员名册审定, for each version of a roster. */
  ROSTER_APPROVAL("roster-approval"),
  /** 名册异议处理, for each objection to a roster. */
  ROSTER_OBJECTION("roster-objection"),
  /** 水土保持项目, for each project of a reinvestment fund. */
  EROSION_PROJECT("erosion-project"),
  /** 项目付款, for each payment that is asked for. */
  PROJECT_PAYMENT("project-payment"),
  /** 分期价款催缴, for each instalment after the first. */
  INSTALMENT_DUE("instalment-due"),
  /** 年度收入催缴, for each year of a contract. */
  REVENUE_YEAR("revenue-year"),
  /** 年度收益分配审批, for each year's revenue of a contract. */
  REVENUE_DISTRIBUTION("revenue-distribution"),
  /** 年度批量分配, for each run. */
  YEAR_DISTRIBUTION("year-distribution"),
  /** 年度关账, for each year. */
  YEAR_CLOSING("year-closing");

  private final String id;

  Procedure(String id) {
    this.id = id;
  }

  /** The id of the model, which is also the name of its file. */
  public String id() {
    return id;
  }
}
