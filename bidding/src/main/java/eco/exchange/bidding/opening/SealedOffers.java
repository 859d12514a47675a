package eco.exchange.bidding.opening;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.auction.BidRefusal;
import eco.exchange.bidding.auction.Commitments;
import eco.exchange.bidding.desk.Bidding;
import eco.exchange.bidding.desk.PlaceBid;
import eco.exchange.bidding.envelope.EnvelopeFault;
import eco.exchange.bidding.envelope.EnvelopeOpener;
import eco.exchange.bidding.envelope.Holder;
import eco.exchange.bidding.envelope.LotKeys;
import eco.exchange.bidding.envelope.SealedOffer;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.bidding.lot.LotStore;
import eco.exchange.bidding.opening.OpeningStore.Standing;
import eco.exchange.market.Actor;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sealed offers, which nobody can open before two of three holders do. The door beside {@link
 * Bidding} for all that has to do with envelopes.
 *
 * <p>The exchange has no key: it keeps envelopes, and after the deadline the shares that holders
 * found in them on their own machines. Each call may be repeated. That the caller speaks for a
 * holder is the caller's to check.
 */
@ApplicationScoped
public class SealedOffers {

  private final LotStore lots;
  private final OpeningStore sealed;
  private final Bidding bidding;
  private final Clock clock;
  private final OpeningProcedure procedure;

  SealedOffers(LotStore lots, OpeningStore sealed, Bidding bidding, Clock clock) {
    this.lots = lots;
    this.sealed = sealed;
    this.bidding = bidding;
    this.clock = clock;
    this.procedure = new OpeningProcedure(lots, sealed, bidding, this.clock);
  }

  /**
   * Registers a holder's public key, for lots whose bidding opens later.
   *
   * @return the key, or every reason of KEY_INVALID, KEY_TAKEN, OTHER_HOLDER
   */
  public Uni<Answer<HolderKeyView>> register(Holder holder, String publicKey, Actor actor) {
    return sealed
        .keys()
        .map(HolderKeyRegister::new)
        .chain(keys -> register(keys, holder, publicKey, actor));
  }

  private Uni<Answer<HolderKeyView>> register(
      HolderKeyRegister keys, Holder holder, String publicKey, Actor actor) {
    Optional<HolderKeyView> same = keys.find(holder, publicKey);
    if (same.isPresent()) {
      return answered(Answer.done(same.get()));
    }
    List<Refusal> reasons = keys.against(holder, publicKey, actor);
    if (!reasons.isEmpty()) {
      return answered(Answer.refused(reasons));
    }
    Optional<HolderKeyView> former = keys.latest(holder);
    Instant now = clock.instant();
    HolderKeyView key =
        new HolderKeyView(
            holder,
            former.map(HolderKeyView::number).orElse(0) + 1,
            publicKey,
            actor.account(),
            former.map(HolderKeyView::registeredAt).filter(it -> it.isAfter(now)).orElse(now));
    return sealed
        .addKey(key)
        .chain(won -> won ? answered(Answer.done(key)) : register(holder, publicKey, actor));
  }

  /**
   * The keys to which the offers for a lot are sealed.
   *
   * @return the keys, or NO_SUCH_LOT, KEYS_MISSING
   */
  public Uni<Answer<LotKeysView>> keysOf(TradeId trade) {
    return procedure.onLot(
        trade, (lot, keys) -> answered(Answer.done(procedure.keysView(lot, keys))));
  }

  /**
   * Hands in a sealed offer, or another in place of the one before, after a look at what can be
   * seen of it from outside. Repeated as a bid is.
   *
   * @return the receipt, or NO_SUCH_LOT, KEYS_MISSING, NOT_ADMITTED, ENVELOPE_INVALID, or what
   *     {@link Bidding#placeBid} refuses
   */
  public Uni<Answer<SealedReceiptView>> seal(
      TradeId trade, PartyId bidder, Act.Sealing sealing, String key) {
    return procedure.onLot(trade, (lot, keys) -> seal(lot, keys, bidder, sealing, key));
  }

  private Uni<Answer<SealedReceiptView>> seal(
      Lot lot, LotKeys keys, PartyId bidder, Act.Sealing sealing, String key) {
    Optional<String> paddle = lot.hand(bidder);
    if (paddle.isEmpty()) {
      return answered(
          Answer.refused(
              BidRefusal.NOT_ADMITTED, "no paddle for this lot, or no deposit any more"));
    }
    SealedOffer offer =
        new SealedOffer(lot.trade(), paddle.get(), sealing.commitment(), sealing.envelope());
    Optional<EnvelopeFault> fault =
        Commitments.isCommitment(sealing.commitment())
            ? new EnvelopeOpener(keys).fault(offer)
            : Optional.of(EnvelopeFault.MALFORMED);
    if (fault.isPresent()) {
      return answered(Answer.refused(BidRefusal.ENVELOPE_INVALID, fault.get().name()));
    }
    return bidding
        .placeBid(new PlaceBid(lot.trade(), bidder, sealing, key))
        .map(
            answer ->
                switch (answer) {
                  case BidAnswer.Noted noted ->
                      Answer.done(SealedReceiptView.of(offer, noted.placedAt()));
                  case BidAnswer.Accepted accepted ->
                      Answer.done(SealedReceiptView.of(offer, accepted.placedAt()));
                  case BidAnswer.Refused refused ->
                      Answer.refused(refused.reason(), refused.detail());
                });
  }

  /** The receipt of the bidder's own offer, if one stands. */
  public Uni<Optional<SealedReceiptView>> receipt(TradeId trade, PartyId bidder) {
    return Uni.combine()
        .all()
        .unis(lots.lot(trade), sealed.standing(trade))
        .with((lot, standing) -> lot.flatMap(it -> receipt(it.paddles().get(bidder), standing)));
  }

  private static Optional<SealedReceiptView> receipt(
      @Nullable String paddle, List<Standing> standing) {
    return standing.stream()
        .filter(it -> it.offer().paddle().equals(paddle))
        .findAny()
        .map(it -> SealedReceiptView.of(it.offer(), it.placedAt()));
  }

  /**
   * The envelopes of a lot, for its holders, once they may be opened.
   *
   * @return the envelopes, or NO_SUCH_LOT, KEYS_MISSING, or why the auction would not be opened
   *     now: NOT_SEALED_YET, SCORES_MISSING, ALREADY_CLOSED, WRONG_ACT
   */
  public Uni<Answer<EnvelopesView>> envelopes(TradeId trade) {
    return procedure.envelopes(trade);
  }

  /**
   * Hands in the shares that a holder found, and opens the offers if that was what lacked.
   *
   * @param shares the share of each paddle's envelope; none where the holder's key found none
   * @return the opening, or what {@link #envelopes} refuses, or every reason of OWN_OPENING,
   *     OTHER_HOLDER, HOLDER_ACTED, SHARES_INVALID
   */
  public Uni<Answer<OpeningView>> handIn(
      TradeId trade, Holder holder, Map<String, String> shares, Actor actor) {
    return procedure.handIn(trade, holder, shares, actor);
  }

  /**
   * Opens the offers if the opening would be final now, see {@link OpeningView}.
   *
   * @return the opening as far as it has come, or what {@link #envelopes} refuses
   */
  public Uni<Answer<OpeningView>> open(TradeId trade) {
    return procedure.open(trade);
  }

  /** The opening as anybody may know it; empty if there is no such lot, or it has no keys. */
  public Uni<Optional<OpeningView>> opening(TradeId trade) {
    return procedure.opening(trade);
  }

  private static <T> Uni<Answer<T>> answered(Answer<T> answer) {
    return Uni.createFrom().item(answer);
  }
}
