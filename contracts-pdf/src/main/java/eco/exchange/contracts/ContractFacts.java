package eco.exchange.contracts;

import eco.exchange.contracts.clause.Deal;
import eco.exchange.contracts.clause.DealJson;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.PartyRef;
import eco.exchange.money.Money;
import eco.exchange.sharing.TermsJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What never changes about a contract, as its row tells it without opening the paper.
 *
 * @param dealHash the SHA-256 of the deal from which it was drawn
 * @param amends what makes it an amendment; empty for a contract itself
 */
record ContractFacts(
    ContractId contract,
    PartyRef transferor,
    PartyRef transferee,
    Money price,
    Money deposit,
    int termYears,
    String termsHash,
    String dealHash,
    Instant issuedAt,
    Optional<AmendsView> amends) {

  static ContractFacts of(Deal deal, Instant issuedAt) {
    return new ContractFacts(
        deal.contract(),
        deal.transferor().party(),
        deal.transferee().party(),
        deal.sale().price(),
        deal.sale().deposit(),
        deal.subject().termYears(),
        TermsJson.hash(deal.terms()),
        DealJson.hash(deal),
        issuedAt,
        deal.amends().map(AmendsView::of));
  }

  PartyRef party(Side side) {
    return switch (side) {
      case TRANSFEROR -> transferor;
      case TRANSFEREE -> transferee;
    };
  }

  /** On which side a party stands; empty if on neither. */
  Optional<Side> sideOf(PartyId party) {
    return Arrays.stream(Side.values()).filter(side -> party(side).id().equals(party)).findFirst();
  }
}
