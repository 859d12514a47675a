package eco.exchange.market;

/** The classes of owners of a product, which decide the rules of its sale. */
public enum OwnershipClass {
  /** 国有. */
  STATE("国有"),
  /** 集体所有. */
  COLLECTIVE("集体所有"),
  /** 个人所有. */
  INDIVIDUAL("个人所有");

  private final String zh;

  OwnershipClass(String zh) {
    this.zh = zh;
  }

  /** The name as it is printed. */
  public String zh() {
    return zh;
  }
}
