package eco.exchange.contracts.issue;

/** The kinds of papers that the centre issues by itself. */
public enum IssuedKind {
  /** The notice by which a right is offered to everybody (R-DIS-4, R-DIS-16). */
  DISCLOSURE_NOTICE("出让公告", "公告编号", "交易专用章"),
  /** The letter by which the winner of a lot is confirmed (R-POST-1). */
  DEAL_CONFIRMATION("成交确认书", "确认书编号", "交易专用章"),
  /** The certificate of a trade that is fulfilled (R-POST-7, R-POST-9). */
  CERTIFICATE("交易凭证", "凭证编号", "交易凭证专用章"),
  /** A contract in English beside the Chinese, to be read and not to be signed. */
  READING_COPY("合同中英文对照阅读件", "阅读件编号", "翻译专用章"),
  /** What tells one payee why it was paid this amount. */
  STATEMENT("收益分配结算单", "结算单编号", "结算专用章"),
  /** What tells a whole village who was paid what, and why. */
  VILLAGERS_NOTICE("收益分配公示", "公示编号", "结算专用章");

  private final String zh;
  private final String numberedAs;
  private final String seal;

  IssuedKind(String zh, String numberedAs, String seal) {
    this.zh = zh;
    this.numberedAs = numberedAs;
    this.seal = seal;
  }

  /** The title as it is printed. */
  public String zh() {
    return zh;
  }

  /** What stands before the number. */
  String numberedAs() {
    return numberedAs;
  }

  /** What the seal is for, as it stands in the seal. */
  public String seal() {
    return seal;
  }
}
