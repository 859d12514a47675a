package eco.exchange.bidding.auction;

import eco.exchange.bidding.auction.Ending.Rejected;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The auction of one lot: a fold over what was recorded, running until it is closed for ever.
 *
 * <p>All values are immutable, and time comes in with what happens: the same terms and the same
 * acts at the same times always lead to the same end.
 */
public sealed interface Auction {

  /** The highest price that is taken: a trillion yuan, far below where sums would overflow. */
  Money PRICE_MAX = new Money(100_000_000_000_000L);

  /** The published terms. */
  LotTerms terms();

  /** How the bidding stands at a moment. */
  AuctionStanding standing(Instant now);

  /** Judges an act: the first rule of {@link BidRefusal} that holds decides. */
  ActOutcome judge(PlacedAct placed);

  /** When it goes on by itself next; empty if it is closed, or waits for somebody to act. */
  Optional<Instant> bellAt();

  /** The auction after the bell at this moment; as it is, if nothing is due. */
  Auction ring(Instant now);

  /** An auction that is not over; one for each way to sell. */
  sealed interface Running extends Auction
      permits English,
          SealedBidding,
          ListingThenTimed,
          FallingPrice,
          TakenPrice,
          LastWord,
          Negotiation {}

  /**
   * An auction that is over.
   *
   * @param standing how it stood at the end
   * @param at when it was closed
   * @param ending the result
   * @param rejected the sealed offers that were opened and do not count
   */
  record Closed(
      LotTerms terms, AuctionStanding standing, Instant at, Ending ending, List<Rejected> rejected)
      implements Auction {

    /** Copies the rejected offers. */
    public Closed {
      rejected = List.copyOf(rejected);
    }

    /** The end of an auction in which everything that was offered counted. */
    public static Closed of(LotTerms terms, AuctionStanding standing, Instant at, Ending ending) {
      return new Closed(terms, standing, at, ending, List.of());
    }

    /** The end of an auction for which nobody applied, so that it need not even open. */
    public static Closed unwanted(Auction auction, Instant at) {
      AuctionStanding last = auction.standing(at).closedWith(Optional.empty());
      return of(auction.terms(), last, at, new Ending.Unsold(Ending.Cause.NO_BID));
    }

    @Override
    public AuctionStanding standing(Instant now) {
      return standing;
    }

    @Override
    public ActOutcome judge(PlacedAct placed) {
      return ActOutcome.refused(this, BidRefusal.ALREADY_CLOSED, "bidding closed at " + at);
    }

    @Override
    public Optional<Instant> bellAt() {
      return Optional.empty();
    }

    @Override
    public Auction ring(Instant now) {
      return this;
    }
  }

  /**
   * The auction of a lot before anything has happened.
   *
   * @param lot the lot, to which sealed offers are bound
   */
  static Auction of(TradeId lot, LotTerms terms) {
    return switch (terms.how()) {
      case MethodTerms.English how -> English.of(terms, how);
      case MethodTerms.ListingThenTimed how -> ListingThenTimed.of(terms, how);
      case MethodTerms.SealedOneShot how -> SealedBidding.of(lot, terms);
      case MethodTerms.PriceTime how -> SealedBidding.of(lot, terms);
      case MethodTerms.Weighted how -> SealedBidding.of(lot, terms);
      case MethodTerms.Descending how -> new FallingPrice(lot, terms, how);
      case MethodTerms.Tender how -> SealedBidding.of(lot, terms);
      case MethodTerms.Negotiated how -> Negotiation.of(terms);
      case MethodTerms.ShareOfRevenue how -> SealedBidding.of(lot, terms);
    };
  }
}
