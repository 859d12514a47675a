package eco.exchange.settlement.roster;

/** The kinds of objections to a roster. */
public enum ObjectionKind {
  /** 应列入而未列入: somebody who belongs on the roster is not there. */
  MISSING("应列入而未列入"),
  /** 不应列入: somebody is on the roster who does not belong there. */
  NOT_A_MEMBER("不应列入"),
  /** 户别或股份有误: the household or the shares of somebody are wrong. */
  WRONG_STANDING("户别或股份有误"),
  /** 其他: anything else. */
  OTHER("其他");

  private final String zh;

  ObjectionKind(String zh) {
    this.zh = zh;
  }

  /** The name as people read it. */
  public String zh() {
    return zh;
  }
}
