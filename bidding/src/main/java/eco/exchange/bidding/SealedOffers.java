package eco.exchange.bidding;

import eco.exchange.bidding.SealedStore.HandIn;
import eco.exchange.bidding.SealedStore.Standing;
import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.auction.BidRefusal;
import eco.exchange.bidding.sealed.Holder;
import eco.exchange.bidding.sealed.KeySet;
import eco.exchange.bidding.sealed.Opener;
import eco.exchange.bidding.sealed.SealedFault;
import eco.exchange.bidding.sealed.SealedOffer;
import eco.exchange.market.Actor;
import eco.exchange.market.Answer;
import eco.exchange.market.PartyId;
import eco.exchange.market.Refusal;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes sealed offers, which nobody can open before two of three holders do. The door beside {@link
 * Bidding} for all that has to do with envelopes.
 *
 * <p>The exchange has no key: it keeps envelopes, and after the deadline the shares that holders
 * found in them on their own machines. Each call may be repeated. That the caller speaks for a
 * holder is the caller's to check.
 */
@ApplicationScoped
public class SealedOffers {

  private final AuctionStore auctions;
  private final SealedStore sealed;
  private final Bidding bidding;
  private final Clock clock;

  SealedOffers(AuctionStore auctions, SealedStore sealed, Bidding bidding, Clock clock) {
    this.auctions = auctions;
    this.sealed = sealed;
    this.bidding = bidding;
    // The database keeps microseconds; what is answered now must be what is read later.
    this.clock = Clock.tick(clock, Duration.ofNanos(1_000));
  }

  /**
   * Registers a holder's public key, for lots whose bidding opens later.
   *
   * @return the key, or every reason of KEY_INVALID, KEY_TAKEN, OTHER_HOLDER
   */
  public Uni<Answer<HolderKeyView>> register(Holder holder, String publicKey, Actor actor) {
    return sealed
        .keys()
        .map(HolderKeys::new)
        .chain(keys -> register(keys, holder, publicKey, actor));
  }

  private Uni<Answer<HolderKeyView>> register(
      HolderKeys keys, Holder holder, String publicKey, Actor actor) {
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
    return onLot(trade, (lot, keys) -> answered(Answer.done(keysView(lot, keys))));
  }

  private LotKeysView keysView(Lot lot, KeySet keys) {
    boolean isFrozen = !clock.instant().isBefore(lot.auction().terms().opensAt());
    return LotKeysView.of(lot.trade(), keys, isFrozen);
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
    return onLot(trade, (lot, keys) -> seal(lot, keys, bidder, sealing, key));
  }

  private Uni<Answer<SealedReceiptView>> seal(
      Lot lot, KeySet keys, PartyId bidder, Act.Sealing sealing, String key) {
    String paddle = lot.paddles().get(bidder);
    if (paddle == null) {
      return answered(Answer.refused(BidRefusal.NOT_ADMITTED, "no paddle for this lot"));
    }
    SealedOffer offer =
        new SealedOffer(lot.trade(), paddle, sealing.commitment(), sealing.envelope());
    Optional<SealedFault> fault = new Opener(keys).fault(offer);
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
        .unis(auctions.lot(trade), sealed.standing(trade))
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
    return onOpening(
        trade,
        opening ->
            answered(
                Answer.done(
                    new EnvelopesView(keysView(opening.lot(), opening.keys()), opening.offers()))));
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
    return onOpening(trade, opening -> handIn(opening, holder, shares, actor));
  }

  private Uni<Answer<OpeningView>> handIn(
      Opening opening, Holder holder, Map<String, String> shares, Actor actor) {
    if (opening.has(holder, shares, actor)) {
      return open(opening);
    }
    List<Refusal> reasons = opening.against(holder, shares, actor);
    if (!reasons.isEmpty()) {
      return answered(Answer.refused(reasons));
    }
    TradeId trade = opening.lot().trade();
    return sealed
        .handIn(new HandIn(trade, holder, actor, shares, clock.instant()))
        .chain(won -> won ? open(trade) : handIn(trade, holder, shares, actor));
  }

  /**
   * Opens the offers if the opening would be final now, see {@link OpeningView}.
   *
   * @return the opening as far as it has come, or what {@link #envelopes} refuses
   */
  public Uni<Answer<OpeningView>> open(TradeId trade) {
    return onOpening(trade, this::open);
  }

  private Uni<Answer<OpeningView>> open(Opening opening) {
    Optional<Act.Opening> act =
        opening.recorded().isPresent() ? Optional.empty() : opening.act(clock.instant());
    if (act.isEmpty()) {
      return answered(Answer.done(opening.view()));
    }
    TradeId trade = opening.lot().trade();
    return bidding
        .conduct(new Conduct(trade, act.get(), keyOf(act.get())))
        .chain(
            answer ->
                answer instanceof BidAnswer.Refused(BidRefusal reason, String detail)
                    ? answered(Answer.refused(reason, detail))
                    : onOpening(trade, opened -> answered(Answer.done(opened.view()))));
  }

  // Whoever opens with the same shares does the same act, however often and at whatever node.
  private static String keyOf(Act.Opening act) {
    String sorted = new TreeMap<>(act.byPaddle()).toString();
    return "opening-" + UUID.nameUUIDFromBytes(sorted.getBytes(StandardCharsets.UTF_8));
  }

  /** The opening as anybody may know it; empty if there is no such lot, or it has no keys. */
  public Uni<Optional<OpeningView>> opening(TradeId trade) {
    return load(trade)
        .map(
            answer ->
                switch (answer) {
                  case Answer.Done<Opening> done -> Optional.of(done.value().view());
                  case Answer.Refused<Opening> refused -> Optional.empty();
                });
  }

  private <T> Uni<Answer<T>> onOpening(TradeId trade, Function<Opening, Uni<Answer<T>>> act) {
    return load(trade)
        .chain(
            answer ->
                switch (answer) {
                  case Answer.Refused<Opening> refused ->
                      answered(Answer.refused(refused.reasons()));
                  case Answer.Done<Opening> done ->
                      done.value()
                          .notNow(clock.instant())
                          .map(no -> answered(Answer.<T>refused(List.of(no))))
                          .orElseGet(() -> act.apply(done.value()));
                });
  }

  private Uni<Answer<Opening>> load(TradeId trade) {
    return onLot(
        trade,
        (lot, keys) ->
            Uni.combine()
                .all()
                .unis(sealed.standing(trade), sealed.handIns(trade), sealed.recorded(trade))
                .with(
                    (standing, handIns, recorded) ->
                        Answer.done(new Opening(lot, keys, standing, handIns, recorded))));
  }

  private <T> Uni<Answer<T>> onLot(TradeId trade, BiFunction<Lot, KeySet, Uni<Answer<T>>> act) {
    return Uni.combine()
        .all()
        .unis(auctions.lot(trade), sealed.keys().map(HolderKeys::new))
        .asTuple()
        .chain(found -> onLot(trade, found.getItem1(), found.getItem2(), act));
  }

  private static <T> Uni<Answer<T>> onLot(
      TradeId trade,
      Optional<Lot> lot,
      HolderKeys keys,
      BiFunction<Lot, KeySet, Uni<Answer<T>>> act) {
    if (lot.isEmpty()) {
      return answered(Answer.refused(BiddingRefusal.NO_SUCH_LOT, "there is no lot " + trade));
    }
    return keys.of(lot.get().auction().terms().opensAt())
        .map(set -> act.apply(lot.get(), set))
        .orElseGet(
            () ->
                answered(
                    Answer.refused(
                        SealedRefusal.KEYS_MISSING, "not every holder has registered a key")));
  }

  private static <T> Uni<Answer<T>> answered(Answer<T> answer) {
    return Uni.createFrom().item(answer);
  }
}
