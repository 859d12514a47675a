package eco.exchange.market;

/** The kinds of guarantee for the part of a price that is paid later (R-POST-5). */
public enum Guarantee {
  /** 银行保函: a bank pays on demand. */
  BANK_GUARANTEE("银行保函"),
  /** 抵押: something of the debtor's or of another's stays where it is, and is registered. */
  MORTGAGE("抵押"),
  /** 质押: something is handed over, or a right is registered. */
  PLEDGE("质押"),
  /** 保证: somebody else answers for the debt. */
  SURETY("保证");

  private final String zh;

  Guarantee(String zh) {
    this.zh = zh;
  }

  /** The name as it is printed. */
  public String zh() {
    return zh;
  }
}
