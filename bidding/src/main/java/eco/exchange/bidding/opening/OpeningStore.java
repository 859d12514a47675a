package eco.exchange.bidding.opening;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.Act.Opened;
import eco.exchange.bidding.envelope.Holder;
import eco.exchange.bidding.envelope.SealedOffer;
import eco.exchange.bidding.lot.RecordedAct;
import eco.exchange.market.Actor;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keys and shares of the holders, and what was sealed and opened by the book. */
interface OpeningStore {

  /** An offer that stands: it was neither replaced nor withdrawn. */
  record Standing(SealedOffer offer, Instant placedAt) {}

  /**
   * The shares that a holder has handed in.
   *
   * @param shares the share of each paddle's envelope, as far as the holder's key found one
   */
  record HandIn(
      TradeId trade, Holder holder, Actor actor, Map<String, String> shares, Instant at) {}

  /** An opening that was recorded. */
  record Recorded(Map<String, Opened> byPaddle, Instant at) {}

  /** All keys, in the order in which each holder registered them. */
  Uni<List<HolderKeyView>> keys();

  /** Adds a key; false if its number or the key itself was taken meanwhile. */
  Uni<Boolean> addKey(HolderKeyView key);

  /** The offers that stand. */
  Uni<List<Standing>> standing(TradeId trade);

  /** What the holders have handed in, the first first. */
  Uni<List<HandIn>> handIns(TradeId trade);

  /**
   * Hands in shares, or adds some to those that the same person has handed in for this holder;
   * false if another person has, or the person has for another holder.
   */
  Uni<Boolean> handIn(HandIn handIn);

  /** The opening, once the auction has taken it. */
  Uni<Optional<Recorded>> recorded(TradeId trade);

  /** What stands after these acts of a lot, sealings and withdrawals in their order. */
  static List<Standing> standing(TradeId trade, List<RecordedAct> noted) {
    Map<String, Standing> standing = new TreeMap<>();
    for (RecordedAct act : noted) {
      String paddle = act.name().hand();
      if (act.act() instanceof Act.Sealing(String commitment, String envelope)) {
        SealedOffer offer = new SealedOffer(trade, paddle, commitment, envelope);
        standing.put(paddle, new Standing(offer, act.placedAt()));
      } else {
        standing.remove(paddle);
      }
    }
    return List.copyOf(standing.values());
  }
}
