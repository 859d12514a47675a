package eco.exchange.market;

/** The kinds of right that are sold, with the class code that trade codes carry. */
public enum RightKind {
  /** 碳汇: the carbon that soil and vegetation of a treated watershed have taken up, in tCO2e. */
  CARBON_SINK("C01", "水土保持碳汇"),

  /** 经营权, material supply: for example planting under the forest. */
  MATERIAL_SUPPLY_RIGHT("R01", "物质供给类经营权"),

  /** 经营权, culture and tourism. */
  TOURISM_RIGHT("R02", "文化旅游类经营权");

  private final String classCode;
  private final String zh;

  RightKind(String classCode, String zh) {
    this.classCode = classCode;
    this.zh = zh;
  }

  /** The three characters in the trade code. */
  public String classCode() {
    return classCode;
  }

  /** The name as it is printed. */
  public String zh() {
    return zh;
  }
}
