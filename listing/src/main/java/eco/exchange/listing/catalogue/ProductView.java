package eco.exchange.listing.catalogue;

import eco.exchange.market.AccountId;
import eco.exchange.market.OwnershipClass;
import eco.exchange.market.PartyId;
import eco.exchange.market.ProductId;
import eco.exchange.market.RightKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A product of the catalogue, and how its title stands.
 *
 * @param id the identity
 * @param transferor the party that entered it and may list it
 * @param name the name
 * @param region the six-digit code of the county
 * @param watershed the name of the small watershed
 * @param location where it lies, in words
 * @param kind the kind of right that can be sold
 * @param quantity how much of it there is, without trailing zeros
 * @param unit the unit of the quantity
 * @param areaHm2 the area in hectares, without trailing zeros
 * @param title whose it is
 * @param standing how far the title can be relied on
 * @param dispute what is contested, while the title is disputed
 * @param titleJudgedBy the officer who last confirmed or disputed the title
 * @param cataloguedAt when it was entered
 */
public record ProductView(
    ProductId id,
    PartyId transferor,
    String name,
    String region,
    String watershed,
    String location,
    RightKind kind,
    BigDecimal quantity,
    String unit,
    BigDecimal areaHm2,
    Title title,
    TitleStanding standing,
    Optional<String> dispute,
    Optional<AccountId> titleJudgedBy,
    Instant cataloguedAt) {

  /** Whose property it is. */
  public OwnershipClass ownership() {
    return title.ownership();
  }

  /** The same product after an officer has judged its title. */
  public ProductView judged(
      TitleStanding judgement, Optional<String> contested, AccountId officer) {
    return new ProductView(
        id,
        transferor,
        name,
        region,
        watershed,
        location,
        kind,
        quantity,
        unit,
        areaHm2,
        title,
        judgement,
        contested,
        Optional.of(officer),
        cataloguedAt);
  }
}
