package eco.exchange.bidding.auction;

import eco.exchange.bidding.auction.Ending.Ranked;
import eco.exchange.bidding.auction.Envelopes.Candidate;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.Offer;
import eco.exchange.method.Offer.Yearly;
import eco.exchange.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules in which the methods differ that sell by sealed offers alone. */
final class SealedBiddingRules {

  private static final int CANDIDATES_MAX = 3;

  private SealedBiddingRules() {}

  /** How often a paddle may hand in an offer. */
  static int handInsMax(LotTerms terms) {
    return terms.how().corrections().map(it -> it + 1).orElse(Envelopes.HAND_INS_MAX);
  }

  /** How many criteria are scored before any price is seen. */
  static int criteria(LotTerms terms) {
    return terms.how().scored().map(it -> it.criteria().size()).orElse(0);
  }

  /** What is wrong with an offer, by the notice. */
  static Optional<String> fault(LotTerms terms, Offer offer) {
    return terms.how() instanceof MethodTerms.ShareOfRevenue how
        ? faultOfShare(terms, how, offer)
        : faultOfPrice(offer, terms.reserve());
  }

  /** What is wrong with an offer of a price alone. The grid of raises is for rising bids only. */
  static Optional<String> faultOfPrice(Offer offer, Money priceMin) {
    if (offer.yearly().isPresent()) {
      return Optional.of("a price is asked, and nothing yearly");
    }
    if (offer.price().isBelow(priceMin)) {
      return Optional.of("%s is below %s".formatted(offer.price(), priceMin));
    }
    return PriceLimit.MAX.isBelow(offer.price())
        ? Optional.of("the highest price taken is " + PriceLimit.MAX)
        : Optional.empty();
  }

  private static Optional<String> faultOfShare(
      LotTerms terms, MethodTerms.ShareOfRevenue how, Offer offer) {
    if (offer.yearly().isEmpty()) {
      return Optional.of("a yearly rent and share are asked");
    }
    Yearly yearly = offer.yearly().get();
    if (!offer.price().equals(terms.reserve())) {
      return Optional.of("the price is %s for all".formatted(terms.reserve()));
    }
    if (yearly.rent().isBelow(how.rentMin()) || PriceLimit.MAX.isBelow(yearly.rent())) {
      return Optional.of("the yearly rent is at least " + how.rentMin());
    }
    if (yearly.share().compareTo(how.shareMin()) < 0
        || how.shareMax().compareTo(yearly.share()) < 0) {
      return Optional.of(
          "the share lies between %s and %s".formatted(how.shareMin(), how.shareMax()));
    }
    return how.yearTooPoorFor(yearly).map(year -> notCarried(how, yearly, year));
  }

  private static String notCarried(MethodTerms.ShareOfRevenue how, Yearly yearly, int year) {
    Money revenue = how.revenues().get(year - 1);
    return "year %d is to bring %s and leaves %s after all others, which cannot carry %s and %s"
        .formatted(
            year,
            revenue,
            how.left().map(left -> left.get(year - 1)).orElse(revenue),
            yearly.rent(),
            yearly.share());
  }

  /** The offers that count, the best first. */
  static List<Ranked> ranked(
      LotTerms terms, Map<String, List<Integer>> points, List<Candidate> candidates) {
    if (!(terms.how() instanceof MethodTerms.Sealed sealed)) {
      throw new IllegalStateException(terms.how() + " takes no sealed offers");
    }
    return switch (sealed) {
      case MethodTerms.Weighted how -> Ranking.byScore(how.scoring(), points, candidates);
      case MethodTerms.Tender how ->
          Ranking.byScore(how.scoring(), points, candidates).stream()
              .limit(CANDIDATES_MAX)
              .toList();
      case MethodTerms.ShareOfRevenue how -> Ranking.byPresentValue(how, candidates);
      case MethodTerms.SealedOneShot how -> Ranking.byPrice(candidates);
      case MethodTerms.PriceTime how -> Ranking.byPrice(candidates);
    };
  }
}
