package eco.exchange.bidding;

import static eco.exchange.bidding.BidRefusal.ALREADY_CLOSED;
import static eco.exchange.bidding.BidRefusal.ALREADY_LEADING;
import static eco.exchange.bidding.BidRefusal.BELOW_RESERVE;
import static eco.exchange.bidding.BidRefusal.NOT_OPEN_YET;
import static eco.exchange.bidding.BidRefusal.OFF_GRID;
import static eco.exchange.bidding.BidRefusal.TOO_HIGH;
import static eco.exchange.bidding.BidRefusal.TOO_LATE;
import static eco.exchange.bidding.BidRefusal.TOO_LOW;

import eco.exchange.market.LotTerms;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * The auction of one lot: scheduled, then open, then closed; it never goes back.
 *
 * <p>Each state offers only what may happen next. All values are immutable, and time comes in with
 * what happens: the same terms and the same bids at the same times always lead to the same end (R
 * 1.3, ENGLISH_ONLINE).
 */
sealed interface Auction {

  /** The highest price that is taken: a trillion yuan, far below where sums would overflow. */
  Money PRICE_MAX = new Money(100_000_000_000_000L);

  /** The published terms. */
  LotTerms terms();

  /** How the bidding stands. */
  Standing standing();

  /** Bidding has not begun. */
  record Scheduled(LotTerms terms) implements Auction {
    @Override
    public Standing standing() {
      return Standing.atFirst(terms);
    }

    Open open() {
      return new Open(terms, standing());
    }

    /** Ends what never began, because nobody applied. */
    Closed close(Instant at) {
      return new Closed(terms, standing(), at);
    }
  }

  /** Bids are taken. */
  record Open(LotTerms terms, Standing standing) implements Auction {
    Open ledBy(Bid bid) {
      return new Open(terms, standing.ledBy(bid, terms.quietTime()));
    }

    Closed close(Instant at) {
      return new Closed(terms, standing, at);
    }
  }

  /** Bidding is over; whoever leads has won. */
  record Closed(LotTerms terms, Standing standing, Instant closedAt) implements Auction {}

  /** A bid as it counts: under a paddle, at a time. */
  record Bid(String paddle, Money price, Instant placedAt) {}

  /** What a bid leads to: the state the auction is left in, and what the bidder is told. */
  record Outcome(Auction next, BidAnswer answer) {}

  /** The auction at this moment; bidding opens by itself. */
  default Auction at(Instant now) {
    return switch (this) {
      case Scheduled scheduled when !now.isBefore(terms().opensAt()) -> scheduled.open();
      case Scheduled scheduled -> scheduled;
      case Open open -> open;
      case Closed closed -> closed;
    };
  }

  /** The lowest price that can lead now. */
  default Money priceMin() {
    return standing()
        .leading()
        .map(bid -> bid.price().plus(terms().increment()))
        .orElse(terms().reserve());
  }

  /** Judges a bid: the first rule of {@link BidRefusal} that holds decides. */
  default Outcome judge(Bid bid) {
    return switch (at(bid.placedAt())) {
      case Scheduled early -> refused(early, NOT_OPEN_YET, "bidding opens at " + terms().opensAt());
      case Closed over -> refused(over, ALREADY_CLOSED, "bidding closed at " + over.closedAt());
      case Open open when !bid.placedAt().isBefore(open.standing().closesAt()) ->
          refused(open, TOO_LATE, "bidding was to close at " + open.standing().closesAt());
      case Open open when open.standing().isLedBy(bid.paddle()) ->
          refused(open, ALREADY_LEADING, "paddle %s leads already".formatted(bid.paddle()));
      case Open open -> judgePrice(open, bid);
    };
  }

  private static Outcome judgePrice(Open open, Bid bid) {
    Money price = bid.price();
    Money reserve = open.terms().reserve();
    Money increment = open.terms().increment();
    if (price.isBelow(reserve)) {
      return refused(open, BELOW_RESERVE, "the reserve is " + reserve);
    }
    if (PRICE_MAX.isBelow(price)) {
      return refused(open, TOO_HIGH, "the highest price taken is " + PRICE_MAX);
    }
    if (price.minus(reserve).fen() % increment.fen() != 0) {
      String grid = "a price is %s plus whole increments of %s".formatted(reserve, increment);
      return refused(open, OFF_GRID, grid);
    }
    if (price.isBelow(open.priceMin())) {
      return refused(open, TOO_LOW, "the lowest next price is " + open.priceMin());
    }
    return accepted(open.ledBy(bid), bid);
  }

  private static Outcome accepted(Open next, Bid bid) {
    Standing stands = next.standing();
    return new Outcome(
        next, new BidAnswer.Accepted(stands.seq(), bid.price(), bid.placedAt(), stands.closesAt()));
  }

  private static Outcome refused(Auction state, BidRefusal reason, String detail) {
    return new Outcome(state, new BidAnswer.Refused(reason, detail));
  }

  /** The auction that stands so; the way back from what was stored. */
  static Auction of(LotTerms terms, Standing standing, Optional<Instant> closedAt) {
    if (closedAt.isPresent()) {
      return new Closed(terms, standing, closedAt.get());
    }
    return standing.seq() == 0 ? new Scheduled(terms) : new Open(terms, standing);
  }
}
