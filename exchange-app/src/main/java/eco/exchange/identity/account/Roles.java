package eco.exchange.identity.account;

/** The names of the {@link Role}s, as annotations need them. */
public final class Roles {

  /** 转让方. */
  public static final String TRANSFEROR = "TRANSFEROR";

  /** 竞买人. */
  public static final String BIDDER = "BIDDER";

  /** 评估机构. */
  public static final String APPRAISER = "APPRAISER";

  /** 村集体. */
  public static final String VILLAGE = "VILLAGE";

  /** 中心经办人. */
  public static final String OFFICER = "OFFICER";

  /** 中心负责人. */
  public static final String MANAGER = "MANAGER";

  /** 行业主管部门. */
  public static final String SUPERVISOR = "SUPERVISOR";

  /** 公证机构. */
  public static final String NOTARY = "NOTARY";

  /** 开户银行. */
  public static final String BANK = "BANK";

  /** 审计. */
  public static final String AUDITOR = "AUDITOR";

  /** 系统管理员. */
  public static final String ADMINISTRATOR = "ADMINISTRATOR";

  private Roles() {}
}
