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

  /** The published terms. */
  LotTerms terms();

  /** How the bidding stands at a moment. */
  AuctionStanding standing(Instant now);

  /** Judges an act: the first rule of {@link BidRefusal} that holds decides. */
  Outcome judge(PlacedAct placed);

  /** When it goes on by itself next; empty if it is closed, or waits for somebody to act. */
  Optional<Instant> bellAt();

  /** The auction after the bell at this moment; as it is, if nothing is due. */
  Auction ring(Instant now);

  /**
   * Whether so many admitted bidders must compete although the lot was to be sold by agreement,
   * which is for one (企业国有资产法 article 54).
   */
  static boolean mustCompete(LotTerms terms, int bidders) {
    return terms.how() instanceof MethodTerms.Negotiated && bidders > 1;
  }

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

    /** The end of what was to be sold by agreement, and is wanted by more than one (R-REG-1). */
    public static Closed contested(Auction auction, Instant at) {
      AuctionStanding last = auction.standing(at).closedWith(Optional.empty());
      return of(auction.terms(), last, at, new Ending.Unsold(Ending.Cause.COMPETITION_REQUIRED));
    }

    @Override
    public AuctionStanding standing(Instant now) {
      return standing;
    }

    @Override
    public Outcome judge(PlacedAct placed) {
      return Outcome.refused(this, BidRefusal.ALREADY_CLOSED, "bidding closed at " + at);
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
   * What an act leads to.
   *
   * @param next the state in which the auction is left
   * @param answer what whoever acted is told
   * @param raises the bids that the auction made itself, for sealed ceilings, after the act
   */
  public record Outcome(Auction next, BidAnswer answer, List<Raise> raises) {

    /**
     * A bid that the auction made for somebody.
     *
     * @param seq its number in the public log
     * @param paddle for whom
     * @param price the price
     * @param closesAt when bidding closes after it
     */
    public record Raise(long seq, String paddle, Money price, Instant closesAt) {}

    /** Nothing is changed. */
    static Outcome refused(Auction state, BidRefusal reason, String detail) {
      return new Outcome(state, new BidAnswer.Refused(reason, detail), List.of());
    }

    /** The act is recorded, and not shown. */
    static Outcome noted(Auction next, Instant at) {
      return new Outcome(next, new BidAnswer.Noted(at), List.of());
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
      case MethodTerms.Sealed how -> SealedBidding.of(lot, terms);
      case MethodTerms.Descending how -> new FallingPrice(lot, terms, how);
      case MethodTerms.Negotiated how -> Negotiation.of(terms);
    };
  }
}
