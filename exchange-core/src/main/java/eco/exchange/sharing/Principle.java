package eco.exchange.sharing;

/** The grounds on which a payee is paid, as the law and the contract recognise them. */
public enum Principle {
  /** 谁投资、谁受益: who paid for the conservation works. */
  INVESTS("投资方"),
  /** 谁拥有、谁受益: who owns the land or the resource. */
  OWNS("所有权人"),
  /** 谁经营、谁受益: who runs the right that was sold. */
  OPERATES("经营方"),
  /** 农村集体经济组织: the collective's own funds. */
  COLLECTIVE("村集体"),
  /** 村民: the members, paid directly. */
  VILLAGERS("村民"),
  /** 反哺水土保持: reinvestment in the watershed, spent on erosion control only. */
  WATERSHED("小流域再投入"),
  /** 交易服务费: the exchange's own fee, if the contract names one. */
  EXCHANGE("交易服务"),
  /** 质权人: to whom this income is pledged, and who is paid what is owed to it first. */
  PLEDGEE("质权人"),
  /** 承包农户: whose contracted land it is; what it earns is theirs alone (农村土地承包法 39). */
  HOUSEHOLD("承包农户");

  private final String zh;

  Principle(String zh) {
    this.zh = zh;
  }

  /** The name as it is printed. */
  public String zh() {
    return zh;
  }
}
