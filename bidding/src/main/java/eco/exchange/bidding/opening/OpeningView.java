package eco.exchange.bidding.opening;

import eco.exchange.bidding.envelope.Holder;
import eco.exchange.market.AccountId;
import eco.exchange.market.TradeId;
import eco.exchange.method.Offer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The opening of a lot's sealed offers, as anybody may know it.
 *
 * @param trade the lot
 * @param state how far it is
 * @param handedIn which holders have handed in their shares
 * @param waitsUntil until when the third holder may still help, if that is awaited
 * @param openedAt when the offers were opened
 * @param offers what the envelopes held; empty before they are opened
 */
public record OpeningView(
    TradeId trade,
    State state,
    List<HandedIn> handedIn,
    Optional<Instant> waitsUntil,
    Optional<Instant> openedAt,
    List<OpenedOffer> offers) {

  /** How far an opening is. */
  public enum State {
    /** Fewer than two holders have handed in their shares. */
    WAITING_FOR_HOLDERS,
    /** Two have, and not all envelopes open with their shares: the third may still help. */
    WAITING_FOR_THE_THIRD,
    /** The offers are opened, for ever. */
    OPENED
  }

  /**
   * A holder who has handed in.
   *
   * @param holder which
   * @param person who did it
   * @param at when
   * @param shares how many shares the holder's key found
   */
  public record HandedIn(Holder holder, AccountId person, Instant at, int shares) {}

  /**
   * What an envelope held.
   *
   * @param paddle whose it is
   * @param commitment the commitment, which offer and nonce make again
   * @param offer the offer, if it could be opened
   * @param nonce the nonce of the commitment
   * @param fault why it could not be opened
   */
  public record OpenedOffer(
      String paddle,
      String commitment,
      Optional<Offer> offer,
      Optional<String> nonce,
      Optional<String> fault) {}
}
