package eco.exchange.flow;

import eco.exchange.listing.offer.Listings;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.rulebook.RuleEdition;
import eco.exchange.rulebook.Rulebook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The periods of a trade: those of the edition of the rules under which it was published. */
@ApplicationScoped
class TradeEditions {

  private final Listings listings;
  private final Rulebook rulebook = Rulebook.published();

  TradeEditions(Listings listings) {
    this.listings = listings;
  }

  Uni<RuleEdition> of(TradeId trade) {
    return listings
        .listing(trade)
        .map(listing -> listing.flatMap(it -> it.lotTerms()).map(LotTerms::ruleEdition))
        .map(edition -> rulebook.edition(edition.orElseThrow()));
  }
}
