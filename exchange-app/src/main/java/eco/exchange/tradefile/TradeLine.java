package eco.exchange.tradefile;

import eco.exchange.listing.catalogue.ProductView;
import eco.exchange.listing.offer.ListingState;
import eco.exchange.listing.offer.ListingView;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A trade as one line of the public list.
 *
 * @param trade the unified deal code
 * @param state where it stands
 * @param product the name of the product
 * @param region the six-digit code of its county
 * @param watershed its small watershed
 * @param kind the kind of right
 * @param quantity how much of it, in units
 * @param unit the unit
 * @param reserve the lowest first price
 * @param price the price, once it is awarded
 * @param disclosedAt when it was disclosed
 * @param applicationsCloseAt until when one may apply
 * @param opensAt when bidding opens
 */
public record TradeLine(
    TradeId trade,
    ListingState state,
    String product,
    String region,
    String watershed,
    RightKind kind,
    BigDecimal quantity,
    String unit,
    Money reserve,
    Optional<Money> price,
    Optional<Instant> disclosedAt,
    Optional<Instant> applicationsCloseAt,
    Optional<Instant> opensAt) {

  static TradeLine of(ListingView listing) {
    ProductView product = listing.product();
    return new TradeLine(
        listing.trade(),
        listing.state(),
        product.name(),
        product.region(),
        product.watershed(),
        product.kind(),
        product.quantity(),
        product.unit(),
        listing.reserve(),
        listing.price(),
        listing.disclosedAt(),
        listing.lotTerms().map(terms -> terms.applicationsCloseAt()),
        listing.lotTerms().map(terms -> terms.opensAt()));
  }
}
