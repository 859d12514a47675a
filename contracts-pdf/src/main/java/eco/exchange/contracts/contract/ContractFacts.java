package eco.exchange.contracts.contract;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DealJson;
import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import eco.exchange.sharing.TermsJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The facts of a contract that never change, as its row tells them without opening the paper.
 *
 * @param dealHash the SHA-256 of the deal from which it was drawn
 * @param amends what makes it an amendment; empty for a contract itself
 */
public record ContractFacts(
    ContractId contract,
    NamedParty transferor,
    NamedParty transferee,
    Money price,
    Money deposit,
    int termYears,
    String termsHash,
    String dealHash,
    Instant issuedAt,
    Optional<AmendmentLinkView> amends) {

  public static ContractFacts of(Deal deal, Instant issuedAt) {
    return new ContractFacts(
        deal.contract(),
        deal.transferor().party(),
        deal.transferee().party(),
        deal.sale().price(),
        deal.sale().deposit(),
        deal.revenueYears(),
        TermsJson.hash(deal.terms()),
        DealJson.hash(deal),
        issuedAt,
        deal.amends().map(AmendmentLinkView::of));
  }

  NamedParty party(ContractSide side) {
    return switch (side) {
      case TRANSFEROR -> transferor;
      case TRANSFEREE -> transferee;
    };
  }

  /** On which side a party stands; empty if on neither. */
  public Optional<ContractSide> sideOf(PartyId party) {
    return Arrays.stream(ContractSide.values())
        .filter(side -> party(side).id().equals(party))
        .findFirst();
  }
}
