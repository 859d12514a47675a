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

/**
 * The matters that no contract may lack, by the kind of right and by whose property it is, with the
 * law.
 */
public enum MandatoryMatter {
  PARTIES(Matter.PARTIES, "Civil Code 470", false),
  SUBJECT(Matter.SUBJECT, "Civil Code 470; Rural Land Contracting Law 40", false),
  TERM(Matter.TERM, "Civil Code 470; Rural Land Contracting Law 40", false),
  USE(Matter.USE, "Rural Land Contracting Law 40", false),
  DECISION_OF_THE_STATE(
      Matter.DECISION, "Law on the State-Owned Assets of Enterprises 53-55", false, STATE),
  DECISION_OF_MEMBERS(
      Matter.DECISION,
      "Rural Land Contracting Law 52; Rural Collective Economic Organizations Law 26-27",
      false,
      COLLECTIVE),
  CONSENT_OF_THE_CONTRACTOR(
      Matter.DECISION, "Rural Land Contracting Law 36, 39", false, INDIVIDUAL),
  RIGHTS_AND_DUTIES(Matter.RIGHTS_AND_DUTIES, "Rural Land Contracting Law 40", false),
  PRICE(Matter.PRICE, "Civil Code 470", false),
  DEPOSIT(Matter.DEPOSIT, "Civil Code 586-587", false),
  DELIVERY(Matter.DELIVERY, "Civil Code 470; Rural Land Contracting Law 41", false),
  EXPROPRIATION(Matter.EXPROPRIATION, "Rural Land Contracting Law 40", true),
  EROSION_CONTROL(Matter.EROSION_CONTROL, "Water and Soil Conservation Law 34", false),
  SHARING(Matter.SHARING, "trading measures of the region, item 10", false),
  EXAMPLES(Matter.EXAMPLES, "trading measures of the region, item 10", false),
  MONITORING(Matter.MONITORING, "Water and Soil Conservation Law 40-42", false),
  TRANSFER_AND_PLEDGE(Matter.TRANSFER_AND_PLEDGE, "Rural Land Contracting Law 46-47", false),
  HANDBACK(Matter.HANDBACK, "Rural Land Contracting Law 43", true),
  BREACH(Matter.BREACH, "Civil Code 470; Rural Land Contracting Law 40", false),
  DISPUTES(Matter.DISPUTES, "Civil Code 470", false),
  SIGNATURES(Matter.SIGNATURES, "Electronic Signature Law 13-14", false),
  ANNEXES(Matter.ANNEXES, "Electronic Signature Law 5-6", false);

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
