package eco.exchange.contracts.deal;

import static eco.exchange.market.OwnershipClass.COLLECTIVE;
import static eco.exchange.market.OwnershipClass.INDIVIDUAL;
import static eco.exchange.market.OwnershipClass.STATE;
import static eco.exchange.market.RightKind.CARBON_SINK;

import eco.exchange.market.OwnershipClass;
import eco.exchange.market.RightKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What no contract may lack, by the kind of right and by whose property it is, with the law. */
public enum MandatoryMatter {
  PARTIES(Matter.PARTIES, "民法典470", false),
  SUBJECT(Matter.SUBJECT, "民法典470、农村土地承包法40", false),
  TERM(Matter.TERM, "民法典470、农村土地承包法40", false),
  USE(Matter.USE, "农村土地承包法40", false),
  DECISION_OF_THE_STATE(Matter.DECISION, "企业国有资产法53-55", false, STATE),
  DECISION_OF_MEMBERS(Matter.DECISION, "农村土地承包法52、农村集体经济组织法26-27", false, COLLECTIVE),
  CONSENT_OF_THE_CONTRACTOR(Matter.DECISION, "农村土地承包法36、39", false, INDIVIDUAL),
  RIGHTS_AND_DUTIES(Matter.RIGHTS_AND_DUTIES, "农村土地承包法40", false),
  PRICE(Matter.PRICE, "民法典470", false),
  DEPOSIT(Matter.DEPOSIT, "民法典586-587", false),
  DELIVERY(Matter.DELIVERY, "民法典470、农村土地承包法41", false),
  EXPROPRIATION(Matter.EXPROPRIATION, "农村土地承包法40", true),
  EROSION_CONTROL(Matter.EROSION_CONTROL, "水土保持法34", false),
  SHARING(Matter.SHARING, "自治区交易办法第十项", false),
  EXAMPLES(Matter.EXAMPLES, "自治区交易办法第十项", false),
  MONITORING(Matter.MONITORING, "水土保持法40-42", false),
  TRANSFER_AND_PLEDGE(Matter.TRANSFER_AND_PLEDGE, "农村土地承包法46-47", false),
  HANDBACK(Matter.HANDBACK, "农村土地承包法43", true),
  BREACH(Matter.BREACH, "民法典470、农村土地承包法40", false),
  DISPUTES(Matter.DISPUTES, "民法典470", false),
  SIGNATURES(Matter.SIGNATURES, "电子签名法13-14", false),
  ANNEXES(Matter.ANNEXES, "电子签名法5-6", false);

  private final Matter matter;
  private final String law;
  private final boolean isOfLandOnly;
  private final Set<OwnershipClass> ownerships;

  MandatoryMatter(Matter matter, String law, boolean isOfLandOnly, OwnershipClass... ownerships) {
    this.matter = matter;
    this.law = law;
    this.isOfLandOnly = isOfLandOnly;
    this.ownerships =
        ownerships.length == 0
            ? EnumSet.allOf(OwnershipClass.class)
            : EnumSet.copyOf(List.of(ownerships));
  }

  /** What it regulates. */
  public Matter matter() {
    return matter;
  }

  /** The law that demands it. */
  String law() {
    return law;
  }

  private boolean binds(RightKind kind, OwnershipClass ownership) {
    return ownerships.contains(ownership) && !(isOfLandOnly && kind == CARBON_SINK);
  }

  /**
   * Every demand that a deal leaves unsaid, in order. Any deal has what the other clauses need; by
   * whom the sale was decided is told by its documents alone.
   */
  static List<MandatoryMatter> unsaidIn(Deal deal) {
    Set<Matter> said = EnumSet.allOf(Matter.class);
    if (deal.sale().decisions().stream().allMatch(String::isBlank)) {
      said.remove(Matter.DECISION);
    }
    return missing(deal.subject().kind(), deal.subject().ownership(), said);
  }

  /** Every demand that clauses about these matters leave open, in order. */
  public static List<MandatoryMatter> missing(
      RightKind kind, OwnershipClass ownership, Collection<Matter> regulated) {
    return Arrays.stream(values())
        .filter(demand -> demand.binds(kind, ownership))
        .filter(demand -> !regulated.contains(demand.matter))
        .toList();
  }
}
