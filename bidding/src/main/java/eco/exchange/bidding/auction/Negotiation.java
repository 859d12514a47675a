package eco.exchange.bidding.auction;

import static eco.exchange.bidding.auction.BidRefusal.AGREEMENT_NOT_POSSIBLE;
import static eco.exchange.bidding.auction.BidRefusal.BELOW_RESERVE;
import static eco.exchange.bidding.auction.BidRefusal.NOT_OPEN_YET;
import static eco.exchange.bidding.auction.BidRefusal.TOO_HIGH;
import static eco.exchange.bidding.auction.BidRefusal.TOO_LATE;
import static eco.exchange.bidding.auction.BidRefusal.TOO_LOW;
import static eco.exchange.bidding.auction.BidRefusal.WRONG_ACT;

import eco.exchange.bidding.auction.AuctionStanding.Lead;
import eco.exchange.bidding.auction.AuctionStanding.Phase;
import eco.exchange.bidding.auction.BidAnswer.Accepted;
import eco.exchange.bidding.auction.BidAnswer.Refused;
import eco.exchange.bidding.auction.Ending.Cause;
import eco.exchange.bidding.auction.Ending.Ranked;
import eco.exchange.method.LotTerms;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An agreement with the only qualified bidder (协议转让, 操作规则 article 33): the price is the higher of
 * the listing price, which is the reserve, and the bid. Until the closing a higher bid may take the
 * place of the one before; a bid is never lowered. With a second bidder admitted nothing is sold by
 * agreement, whether or not both bid: who is admitted, the lot knows, see {@link
 * Auction#mustCompete}.
 *
 * @param latest the latest bid, at the price that follows from it
 * @param said the price that was named, which may be below the reserve
 * @param seq how many bids were made
 */
record Negotiation(LotTerms terms, Optional<Lead> latest, Money said, long seq)
    implements Auction.Running {

  static Negotiation of(LotTerms terms) {
    return new Negotiation(terms, Optional.empty(), Money.ZERO, 0);
  }

  @Override
  public AuctionStanding standing(Instant now) {
    Phase phase = now.isBefore(terms.opensAt()) ? Phase.SCHEDULED : Phase.FREE;
    return new AuctionStanding(phase, latest, Optional.of(priceMin()), terms.closesAt(), 0, seq);
  }

  private Money priceMin() {
    return said.isBelow(terms.reserve()) ? terms.reserve() : said;
  }

  @Override
  public Optional<Instant> bellAt() {
    return Optional.of(terms.closesAt());
  }

  @Override
  public Auction ring(Instant now) {
    if (now.isBefore(terms.closesAt())) {
      return this;
    }
    AuctionStanding last = standing(now);
    return Closed.of(terms, last.closedWith(last.leading()), now, ending());
  }

  private Ending ending() {
    return latest
        .<Ending>map(bid -> new Ending.Sold(List.of(ranked(bid))))
        .orElseGet(() -> new Ending.Unsold(Cause.NO_BID));
  }

  private static Ranked ranked(Lead bid) {
    return new Ranked(bid.paddle(), Offer.of(bid.price()), Optional.empty());
  }

  @Override
  public Outcome judge(PlacedAct placed) {
    if (placed.isByBidder()
        && latest.filter(it -> !it.paddle().equals(placed.hand())).isPresent()) {
      return Outcome.refused(
          this, AGREEMENT_NOT_POSSIBLE, "another has bid, and an agreement is for one");
    }
    return switch (placed.act()) {
      case Act.Bid bid -> placed.isByBidder() ? judge(placed, bid) : noSuchAct();
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
    Money price = bid.price().isBelow(terms.reserve()) ? terms.reserve() : bid.price();
    Lead lead = new Lead(placed.hand(), price, placed.at());
    Negotiation next = new Negotiation(terms, Optional.of(lead), bid.price(), seq + 1);
    Accepted accepted = new Accepted(next.seq, bid.price(), placed.at(), terms.closesAt());
    return new Outcome(next, accepted, List.of());
  }

  private Optional<Refused> fault(Instant at, Money price) {
    if (at.isBefore(terms.opensAt())) {
      return refusal(NOT_OPEN_YET, "the bid is taken from " + terms.opensAt());
    }
    if (!at.isBefore(terms.closesAt())) {
      return refusal(TOO_LATE, "the bid was taken until " + terms.closesAt());
    }
    if (!price.isPositive()) {
      return refusal(BELOW_RESERVE, "a price is more than nothing");
    }
    if (PriceLimit.MAX.isBelow(price)) {
      return refusal(TOO_HIGH, "the highest price taken is " + PriceLimit.MAX);
    }
    return price.isBelow(said)
        ? refusal(TOO_LOW, "a bid is never lowered, and %s was bid".formatted(said))
        : Optional.empty();
  }

  private Outcome noSuchAct() {
    return Outcome.refused(this, WRONG_ACT, "the only bidder bids a price here");
  }

  private static Optional<Refused> refusal(BidRefusal reason, String detail) {
    return Optional.of(new Refused(reason, detail));
  }
}
