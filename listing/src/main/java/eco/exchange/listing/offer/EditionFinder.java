package eco.exchange.listing.offer;

import eco.exchange.answer.Answer;
import eco.exchange.listing.ListingRefusal;
import eco.exchange.listing.catalogue.ProductView;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.TradeMethod;
import eco.exchange.rulebook.RuleEdition;
import eco.exchange.rulebook.Rulebook;
import java.time.LocalDate;
import java.util.Optional;

/** The finding of the rules under which a product is sold. */
record EditionFinder(Rulebook rulebook) {

  /** The edition of the day; empty if none is in force. */
  Optional<RuleEdition> of(ProductView product, TradeMethod method, LocalDate day) {
    try {
      return Optional.of(rulebook.editionFor(product.ownership(), method, day));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** What the edition of the day says of a method that can be told without further words. */
  Answer<MethodTerms> usual(ProductView product, TradeMethod method, LocalDate day) {
    Optional<RuleEdition> edition = of(product, method, day);
    if (edition.isEmpty()) {
      return Answer.refused(
          ListingRefusal.NO_RULE_EDITION,
          "no rules for %s, %s on %s".formatted(product.ownership(), method, day));
    }
    return edition
        .flatMap(RuleEdition::usual)
        .map(Answer::done)
        .orElseGet(
            () ->
                Answer.refused(
                    ListingRefusal.METHOD_TERMS_MISSING, method + " must be told whole in 'how'"));
  }
}
