package eco.exchange.identity.account;

/** The kinds of parties, each of which decides the number that a party is known by. */
public enum PartyKind {
  /** 企业, known by its credit code. */
  ENTERPRISE,
  /** 自然人, known by the citizen number, which is kept encrypted and shown masked. */
  INDIVIDUAL,
  /** 农村集体经济组织, known by its credit code. */
  COLLECTIVE,
  /** 机关或事业单位, known by its credit code. */
  AUTHORITY
}
