package eco.exchange.bidding.envelope;

/** The holders of the three keys. Any two of them open the offers; none of them can alone. */
public enum Holder {
  /** 交易中心. */
  CENTRE,
  /** 行业主管部门. */
  SUPERVISOR,
  /** 公证机构. */
  NOTARY
}
