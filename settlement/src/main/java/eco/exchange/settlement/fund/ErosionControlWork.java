package eco.exchange.settlement.fund;

/** The works of erosion control on which a fund may be spent (水土保持法 30-38). */
public enum ErosionControlWork {
  /** 梯田. */
  TERRACE("梯田"),
  /** 淤地坝. */
  CHECK_DAM("淤地坝"),
  /** 水土保持林草. */
  AFFORESTATION("水土保持林草"),
  /** 沟道治理. */
  GULLY("沟道治理"),
  /** 坡面治理. */
  SLOPE("坡面治理"),
  /** 管护维修. */
  UPKEEP("管护维修"),
  /** 水土流失监测. */
  MONITORING("水土流失监测");

  private final String zh;

  ErosionControlWork(String zh) {
    this.zh = zh;
  }

  /** The name as people read it. */
  public String zh() {
    return zh;
  }
}
