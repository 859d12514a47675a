package eco.exchange.listing.catalogue;

import eco.exchange.market.ProductId;
import eco.exchange.market.RightKind;
import java.math.BigDecimal;

/**
 * The request to enter a product in the catalogue.
 *
 * @param id the identity, chosen by the caller, so that asking twice enters it once
 * @param name the name, for example 李岔小流域水土保持碳汇
 * @param region the six-digit code of the county (GB/T 2260)
 * @param watershed the name of the small watershed
 * @param location where it lies, in words
 * @param kind the kind of right that can be sold
 * @param quantity how much of it there is, more than nothing, at most six decimals
 * @param unit the unit of the quantity, for example tCO2e, mu or m2
 * @param areaHm2 the area in hectares, more than nothing, at most six decimals
 * @param title whose it is; unconfirmed until an officer confirms it
 */
public record EnterProduct(
    ProductId id,
    String name,
    String region,
    String watershed,
    String location,
    RightKind kind,
    BigDecimal quantity,
    String unit,
    BigDecimal areaHm2,
    Title title) {}
