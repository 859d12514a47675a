package eco.exchange.bidding.auction;

import static eco.exchange.bidding.auction.BidRefusal.ALREADY_LEADING;
import static eco.exchange.bidding.auction.BidRefusal.TOO_LATE;
import static eco.exchange.bidding.auction.BidRefusal.TOO_LOW;
import static eco.exchange.bidding.auction.BidRefusal.WRONG_ACT;

import eco.exchange.bidding.auction.AuctionStanding.Lead;
import eco.exchange.bidding.auction.AuctionStanding.Phase;
import eco.exchange.bidding.auction.BidAnswer.Accepted;
import eco.exchange.bidding.auction.BidAnswer.Refused;
import eco.exchange.bidding.auction.Ending.Ranked;
import eco.exchange.bidding.auction.Ending.Rejected;
import eco.exchange.method.LotTerms;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The end of a descending auction: the sealed offers are open, and whoever took the falling price
 * may answer the best of them, once. The answer raises it by an increment, or meets it by a better
 * right of priority; it need not stand on the grid, as sealed offers do not.
 *
 * @param taker who took the falling price
 * @param best the best sealed offer
 * @param ranking all sealed offers that count, the best first
 * @param rejected those that do not
 * @param answer the last word, if it was said
 * @param endsAt until when it may be
 */
record LastWord(
    LotTerms terms,
    Lead taker,
    Lead best,
    List<Ranked> ranking,
    List<Rejected> rejected,
    Optional<Lead> answer,
    Instant endsAt)
    implements Auction.Running {

  LastWord {
    ranking = List.copyOf(ranking);
    rejected = List.copyOf(rejected);
  }

  static Ranked ranked(Lead lead) {
    return new Ranked(lead.paddle(), Offer.of(lead.price()), Optional.empty());
  }

  @Override
  public AuctionStanding standing(Instant now) {
    Optional<Money> asked = answer.isEmpty() ? Optional.of(priceMin()) : Optional.empty();
    long seq = answer.isEmpty() ? TakenPrice.SEQ : TakenPrice.SEQ + 1;
    return new AuctionStanding(
        Phase.LAST_WORD, answer.or(() -> Optional.of(best)), asked, endsAt, 0, seq);
  }

  private Money priceMin() {
    return PriceGrid.above(terms, best.price(), Paddles.outranks(taker.paddle(), best.paddle()));
  }

  @Override
  public Optional<Instant> bellAt() {
    return Optional.of(endsAt);
  }

  @Override
  public Auction ring(Instant now) {
    if (now.isBefore(endsAt)) {
      return this;
    }
    Lead winner = answer.orElse(best);
    // What the taker has offered, by the last word or by taking the price, stands among the offers.
    List<Ranked> all =
        answer
            .map(said -> Stream.concat(Stream.of(ranked(said)), ranking.stream()))
            .orElseGet(() -> Stream.concat(ranking.stream(), Stream.of(ranked(taker))))
            .toList();
    AuctionStanding last = standing(now).closedWith(Optional.of(winner));
    return new Closed(terms, last, now, new Ending.Sold(all), rejected);
  }

  @Override
  public Outcome judge(PlacedAct placed) {
    boolean byTaker = placed.hand().equals(taker.paddle());
    return switch (placed.act()) {
      case Act.Bid bid -> byTaker ? judge(placed, bid) : noSuchAct();
      case Act.Ceiling other -> noSuchAct();
      case Act.Joining other -> noSuchAct();
      case Act.Taking other -> noSuchAct();
      case Act.Sealing other -> noSuchAct();
      case Act.Withdrawal other -> noSuchAct();
      case Act.Floor other -> noSuchAct();
      case Act.Scores other -> noSuchAct();
      case Act.Opening other -> noSuchAct();
    };
  }

  private Outcome judge(PlacedAct placed, Act.Bid bid) {
    Optional<Refused> fault = fault(placed.at(), bid.price());
    if (fault.isPresent()) {
      return new Outcome(this, fault.get(), List.of());
    }
    Lead said = new Lead(placed.hand(), bid.price(), placed.at());
    LastWord next = new LastWord(terms, taker, best, ranking, rejected, Optional.of(said), endsAt);
    Accepted accepted = new Accepted(TakenPrice.SEQ + 1, bid.price(), placed.at(), endsAt);
    return new Outcome(next, accepted, List.of());
  }

  private Optional<Refused> fault(Instant at, Money price) {
    if (!at.isBefore(endsAt)) {
      return refusal(TOO_LATE, "the last word was to be said before " + endsAt);
    }
    if (answer.isPresent()) {
      return refusal(ALREADY_LEADING, "the last word is said once");
    }
    return PriceGrid.outOfRange(terms, price)
        .or(
            () ->
                price.isBelow(priceMin())
                    ? refusal(
                        TOO_LOW, "the lowest price that beats the best offer is " + priceMin())
                    : Optional.empty());
  }

  private Outcome noSuchAct() {
    return Outcome.refused(
        this, WRONG_ACT, "whoever took the price may answer the best offer, and nobody else");
  }

  private static Optional<Refused> refusal(BidRefusal reason, String detail) {
    return Optional.of(new Refused(reason, detail));
  }
}
