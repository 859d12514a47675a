package eco.exchange.rulebook;

/** Why a price may not be paid by a plan, in the order in which it is checked and told. */
public enum PaymentPlanFault {
  /** The first part is less than the least (R-POST-5). */
  FIRST_TOO_SMALL("首期比例低于规定"),
  /** There is no later part, or later parts do not follow one another, each more than nothing. */
  OUT_OF_ORDER("后续各期的比例或者期限有误"),
  /** The parts do not make the whole price. */
  NOT_WHOLE("各期比例之和不等于全部价款"),
  /** The last part is due later than the rules allow (R-POST-5). */
  TOO_LONG("付款期限超过规定"),
  /** No kind of guarantee is named, or one twice (R-POST-5). */
  NO_GUARANTEE("没有约定担保方式，或者重复"),
  /** There is no interest, or one that can only be a mistake (R-POST-5). */
  RATE_OUT_OF_BOUNDS("年利率不在规定范围内"),
  /** The price is not large (R-POST-5). */
  PRICE_NOT_LARGE("金额未达到可以分期付款的数额"),
  /** The clauses for the price would count fixed sums or bounds anew for every instalment. */
  CLAUSES_COUNT_ANEW("价款分配条款含定额、分档或上下限，须另行约定分期价款的分配");

  private final String zh;

  PaymentPlanFault(String zh) {
    this.zh = zh;
  }

  /** What is wrong, in words. */
  public String zh() {
    return zh;
  }
}
