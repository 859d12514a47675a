package eco.exchange.listing.catalogue;

import eco.exchange.answer.Answer;
import eco.exchange.listing.ListingRefusal;
import eco.exchange.market.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules by which products enter the catalogue and officers judge their titles. Pure functions.
 */
final class TitleRules {

  private TitleRules() {}

  /** A product as it enters the catalogue, its title confirmed by nobody. */
  static ProductView entered(EnterProduct product, Actor transferor, Instant now) {
    return new ProductView(
        product.id(),
        transferor.party(),
        product.name(),
        product.region(),
        product.watershed(),
        product.location(),
        product.kind(),
        bare(product.quantity()),
        product.unit(),
        bare(product.areaHm2()),
        product.title(),
        TitleStanding.UNCONFIRMED,
        Optional.empty(),
        Optional.empty(),
        now);
  }

  /** Whether both were entered with the same words by the same party, whatever came later. */
  static boolean sameEntry(ProductView asked, ProductView kept) {
    return asked.equals(
        new ProductView(
            kept.id(),
            kept.transferor(),
            kept.name(),
            kept.region(),
            kept.watershed(),
            kept.location(),
            kept.kind(),
            kept.quantity(),
            kept.unit(),
            kept.areaHm2(),
            kept.title(),
            asked.standing(),
            asked.dispute(),
            asked.titleJudgedBy(),
            asked.cataloguedAt()));
  }

  static Answer<ProductView> confirm(ProductView product, Actor officer) {
    if (officer.party().equals(product.transferor())) {
      return own();
    }
    return Answer.done(
        switch (product.standing()) {
          case CONFIRMED -> product;
          case UNCONFIRMED, DISPUTED ->
              product.judged(TitleStanding.CONFIRMED, Optional.empty(), officer.account());
        });
  }

  static Answer<ProductView> dispute(ProductView product, String dispute, Actor officer) {
    if (officer.party().equals(product.transferor())) {
      return own();
    }
    return switch (product.standing()) {
      case UNCONFIRMED, CONFIRMED ->
          Answer.done(
              product.judged(TitleStanding.DISPUTED, Optional.of(dispute), officer.account()));
      case DISPUTED -> disputedAlready(product, dispute);
    };
  }

  // A second dispute would hide the first, so that it must wait until an officer has settled that.
  private static Answer<ProductView> disputedAlready(ProductView product, String dispute) {
    return product.dispute().filter(dispute::equals).isPresent()
        ? Answer.done(product)
        : Answer.refused(
            ListingRefusal.TITLE_DISPUTED, "disputed already: " + product.dispute().orElse(""));
  }

  private static Answer<ProductView> own() {
    return Answer.refused(
        ListingRefusal.OWN_PRODUCT, "who sells the product may not judge its title");
  }

  /** The same number without trailing zeros, and without an exponent. */
  private static BigDecimal bare(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.setScale(Math.max(stripped.scale(), 0));
  }
}
