package eco.exchange.identity.account;

import static eco.exchange.identity.account.PartyKind.AUTHORITY;
import static eco.exchange.identity.account.PartyKind.COLLECTIVE;
import static eco.exchange.identity.account.PartyKind.ENTERPRISE;
import static eco.exchange.identity.account.PartyKind.INDIVIDUAL;

import java.util.Set;

/**
 * The roles of a person in the market, each with what it may do. The names are the groups of the
 * access token.
 */
public enum Role {
  /** 转让方: lists products, signs as the seller. */
  TRANSFEROR(ENTERPRISE, INDIVIDUAL, COLLECTIVE, AUTHORITY),
  /** 竞买人: applies, pays deposits, bids, and operates what it has bought. */
  BIDDER(ENTERPRISE, INDIVIDUAL, COLLECTIVE),
  /** 评估机构: files appraisal reports. */
  APPRAISER(ENTERPRISE),
  /** 村集体: keeps the roster of its members, and answers their objections. */
  VILLAGE(COLLECTIVE),
  /** 中心经办人: confirms titles, reviews listings and applications. */
  OFFICER(AUTHORITY),
  /** 中心负责人: approves what an officer has reviewed. */
  MANAGER(AUTHORITY),
  /** 行业主管部门: watches over the trade, approves awards. */
  SUPERVISOR(AUTHORITY),
  /** 公证机构: holds the third key to sealed offers, takes no part in any trade. */
  NOTARY(AUTHORITY, ENTERPRISE),
  /** 开户银行: tells what was booked on the exchange's account, and fetches what it is to pay. */
  BANK(ENTERPRISE),
  /** 审计: reads books and journals, changes nothing. */
  AUDITOR(AUTHORITY, ENTERPRISE),
  /** 系统管理员: registers parties and opens accounts, takes no part in any trade. */
  ADMINISTRATOR(AUTHORITY);

  private final Set<PartyKind> holders;

  Role(PartyKind... holders) {
    this.holders = Set.of(holders);
  }

  /** Whether people who act for such a party can have this role. */
  public boolean isOpenTo(PartyKind kind) {
    return holders.contains(kind);
  }
}
