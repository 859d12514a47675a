package eco.exchange.bidding.desk;

import eco.exchange.answer.Answer;
import eco.exchange.bidding.auction.Auction;
import eco.exchange.bidding.auction.PriceLimit;
import eco.exchange.bidding.award.AwardDeadlines;
import eco.exchange.bidding.lot.BiddingRefusal;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.bidding.lot.LotStore;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The making of a lot from a disclosed listing. */
final class LotScheduler {

  private static final Duration MICROSECOND = Duration.ofNanos(1_000);

  private final LotStore lots;
  private final AwardDeadlines deadlines;
  private final Clock clock;

  LotScheduler(LotStore lots, AwardDeadlines deadlines, Clock clock) {
    this.lots = lots;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  Uni<Answer<Lot>> schedule(TradeId trade, PartyId transferor, LotTerms terms) {
    Optional<String> fault = fault(terms);
    if (fault.isPresent()) {
      return Uni.createFrom().item(Answer.refused(BiddingRefusal.TERMS_INVALID, fault.get()));
    }
    Lot lot =
        new Lot(
            trade, transferor, 1, Auction.of(trade, terms), clock.instant(), 0, Map.of(), Set.of());
    return lots.schedule(lot)
        .chain(fresh -> fresh ? Uni.createFrom().item(Answer.done(lot)) : compare(lot));
  }

  private Uni<Answer<Lot>> compare(Lot lot) {
    return lots.lot(lot.trade())
        .map(Optional::orElseThrow)
        .map(
            found ->
                found.transferor().equals(lot.transferor())
                        && found.auction().terms().equals(lot.auction().terms())
                    ? Answer.done(found)
                    : Answer.refused(BiddingRefusal.ALREADY_SCHEDULED, "the lot has other terms"));
  }

  /** What is wrong with the terms. */
  private Optional<String> fault(LotTerms terms) {
    if (!terms.reserve().isPositive() || PriceLimit.MAX.isBelow(terms.reserve())) {
      return Optional.of("the reserve lies between nothing and " + PriceLimit.MAX);
    }
    if (!terms.increment().isPositive() || PriceLimit.MAX.isBelow(terms.increment())) {
      return Optional.of("the increment lies between nothing and " + PriceLimit.MAX);
    }
    if (terms.deposit().fen() < 0) {
      return Optional.of("the deposit is less than nothing");
    }
    if (terms.depositsDueAt().isBefore(terms.applicationsCloseAt())
        || terms.opensAt().isBefore(terms.depositsDueAt())
        || !terms.closesAt().isAfter(terms.opensAt())) {
      return Optional.of("applications, deposits, opening and closing follow one another");
    }
    if (!isWhole(terms)) {
      return Optional.of("times have whole microseconds");
    }
    if (!deadlines.hasEdition(terms.ruleEdition())) {
      return Optional.of("there is no rule edition " + terms.ruleEdition());
    }
    return faultOfMethod(terms);
  }

  private static Optional<String> faultOfMethod(LotTerms terms) {
    if (terms.how() instanceof MethodTerms.Descending how
        && (how.start().isBelow(terms.reserve()) || PriceLimit.MAX.isBelow(how.start()))) {
      return Optional.of("the price falls to the reserve, from at most " + PriceLimit.MAX);
    }
    if (terms.how() instanceof MethodTerms.ShareOfRevenue how && how.left().isEmpty()) {
      return Optional.of("nobody has reckoned what each expected year leaves");
    }
    return Optional.of(String.join("; ", terms.how().faults())).filter(found -> !found.isEmpty());
  }

  // What the database would round would not be the same terms when the call comes again.
  private static boolean isWhole(LotTerms terms) {
    return Stream.of(
            terms.applicationsCloseAt(), terms.depositsDueAt(), terms.opensAt(), terms.closesAt())
        .map(Instant::getNano)
        .allMatch(nano -> nano % MICROSECOND.toNanos() == 0);
  }
}
