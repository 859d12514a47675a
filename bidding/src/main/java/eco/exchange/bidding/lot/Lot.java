package eco.exchange.bidding.lot;

import eco.exchange.bidding.auction.Auction;
import eco.exchange.bidding.auction.Auction.Closed;
import eco.exchange.bidding.auction.Ending;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A lot at one version: its auction, and who may bid on it.
 *
 * <p>Everything that happens to a lot makes a new version: each application, admission and recorded
 * bid, and the closing. Whoever writes names the version that it judged; if that is no longer the
 * latest, nothing is written, and it must look and judge again.
 *
 * @param trade the trade
 * @param transferor who sells
 * @param version counted from 1
 * @param auction the auction
 * @param latestAt the time of the latest recorded bid; the next counts no earlier
 * @param applicants how many parties have applied
 * @param paddles the paddle of each admitted bidder
 * @param suspended which of them may not bid, because their deposit is not there any more
 */
public record Lot(
    TradeId trade,
    PartyId transferor,
    long version,
    Auction auction,
    Instant latestAt,
    int applicants,
    Map<PartyId, String> paddles,
    Set<PartyId> suspended) {

  public Lot {
    paddles = Map.copyOf(paddles);
    suspended = Set.copyOf(suspended);
  }

  /** The paddle under which a party may bid. */
  public Optional<String> hand(PartyId party) {
    return Optional.ofNullable(paddles.get(party)).filter(paddle -> !suspended.contains(party));
  }

  public boolean isClosed() {
    return auction instanceof Closed;
  }

  /**
   * Whether its bidders must compete, so that it is not sold by agreement. Who was admitted counts
   * although the deposit was taken back since, or a second bidder could be paid to do so.
   */
  boolean isContested() {
    return Auction.mustCompete(auction.terms(), paddles.size());
  }

  /** When the bell rings for this lot next: a lot without applicants need not wait for bids. */
  public Optional<Instant> bellAt() {
    return applicants == 0 && !isClosed()
        ? Optional.of(auction.terms().applicationsCloseAt())
        : auction.bellAt();
  }

  /** The lot after these recorded acts. */
  public Lot after(int acts, Auction next, Instant latest) {
    return new Lot(trade, transferor, version + acts, next, latest, applicants, paddles, suspended);
  }

  /**
   * This lot with its auction carried on by what its book says came after.
   *
   * @param acts those that were accepted or noted, in order; what came after this version is passed
   *     over
   * @throws IllegalStateException if the rules answer otherwise than the book, which would be our
   *     own mistake
   */
  Lot carriedOn(List<RecordedAct> acts) {
    Auction next = auction;
    for (RecordedAct act : acts) {
      boolean counts = act.version() <= version && !act.isRaise();
      next = counts ? act.judgedAgain(trade, next) : next;
    }
    return new Lot(trade, transferor, version, next, latestAt, applicants, paddles, suspended);
  }

  /** The lot after the bell, which moves its auction on when the time has come. */
  Lot rungAt(Instant now) {
    if (bellAt().filter(bell -> !now.isBefore(bell)).isEmpty()) {
      return this;
    }
    Auction next = rung(now);
    return next.equals(auction)
        ? this
        : new Lot(trade, transferor, version + 1, next, latestAt, applicants, paddles, suspended);
  }

  private Auction rung(Instant now) {
    if (applicants == 0) {
      return Closed.unwanted(auction, now);
    }
    return isContested() && !isClosed() ? Closed.contested(auction, now) : auction.ring(now);
  }

  /** The lot when an applicant has withdrawn. */
  public Lot without(PartyId applicant) {
    Map<PartyId, String> left = new HashMap<>(paddles);
    left.remove(applicant);
    return new Lot(
        trade, transferor, version + 1, auction, latestAt, applicants - 1, left, suspended);
  }

  /** The lot when a bidder is suspended, or is so no more. */
  public Lot withSuspension(PartyId bidder, boolean isSuspended) {
    Set<PartyId> after = new HashSet<>(suspended);
    if (isSuspended) {
      after.add(bidder);
    } else {
      after.remove(bidder);
    }
    return new Lot(trade, transferor, version + 1, auction, latestAt, applicants, paddles, after);
  }

  /** Who bids under a paddle of this lot. */
  public PartyId bidder(String paddle) {
    return paddles.entrySet().stream()
        .filter(entry -> entry.getValue().equals(paddle))
        .map(Map.Entry::getKey)
        .findAny()
        .orElseThrow(() -> new IllegalStateException(trade + " has no paddle " + paddle));
  }

  /** Why nobody got the lot; empty while it is not closed, and if there is a winner. */
  public Optional<UnsoldCause> unsold() {
    return auction instanceof Closed closed && closed.ending() instanceof Ending.Unsold unsold
        ? Optional.of(why(unsold.cause()))
        : Optional.empty();
  }

  private UnsoldCause why(Ending.Cause cause) {
    if (applicants == 0) {
      return UnsoldCause.NO_APPLICANT;
    }
    return paddles.isEmpty() ? UnsoldCause.NO_BIDDER : UnsoldCause.valueOf(cause.name());
  }
}
