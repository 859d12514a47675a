package eco.exchange.bidding.opening;

import eco.exchange.answer.Refusal;
import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.Act.Opened;
import eco.exchange.bidding.auction.Act.Opened.Unsealed;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.auction.BidRefusal;
import eco.exchange.bidding.auction.PlacedAct;
import eco.exchange.bidding.envelope.EnvelopeOpener;
import eco.exchange.bidding.envelope.Holder;
import eco.exchange.bidding.envelope.LotKeys;
import eco.exchange.bidding.envelope.SealedOffer;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.bidding.opening.OpeningStore.HandIn;
import eco.exchange.bidding.opening.OpeningStore.Recorded;
import eco.exchange.bidding.opening.OpeningStore.Standing;
import eco.exchange.bidding.opening.OpeningView.HandedIn;
import eco.exchange.bidding.opening.OpeningView.OpenedOffer;
import eco.exchange.bidding.opening.OpeningView.State;
import eco.exchange.market.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The opening of a lot's sealed offers, as far as it has come.
 *
 * <p>Any two holders open the offers. If an envelope does not open with their shares, the third may
 * still help: the opening is final when all envelopes open, or all three have handed in, or the
 * third has let {@link #THIRD_WAITS} pass. So neither a holder who lost a key nor a bidder who
 * sealed nonsense can hold up the sale.
 *
 * @param lot the lot
 * @param keys its keys
 * @param standing the offers that stand
 * @param handIns what the holders have handed in, the first first
 * @param recorded the opening, once it is final
 */
record OfferOpening(
    Lot lot,
    LotKeys keys,
    List<Standing> standing,
    List<HandIn> handIns,
    Optional<Recorded> recorded) {

  /** How long the third holder is waited for after the second has handed in. */
  static final Duration THIRD_WAITS = Duration.ofHours(24);

  private static final int TOLD_MAX = 20;

  List<SealedOffer> offers() {
    return standing.stream().map(Standing::offer).toList();
  }

  /** Why the offers may not be opened now; the auction itself knows. */
  Optional<Refusal> notNow(Instant now) {
    if (recorded.isPresent()) {
      return Optional.empty();
    }
    PlacedAct attempt = new PlacedAct(PlacedAct.CENTRE, new Act.Opening(Map.of()), now);
    return lot.auction().judge(attempt).answer()
                instanceof BidAnswer.Refused(BidRefusal reason, String detail)
            && reason != BidRefusal.OPENING_INCOMPLETE
        ? Optional.of(new Refusal(reason, detail))
        : Optional.empty();
  }

  /** Whether a person has handed in all these shares already. */
  boolean has(Holder holder, Map<String, String> shares, Actor actor) {
    return handIns.stream()
        .anyMatch(
            it ->
                it.holder() == holder
                    && it.actor().equals(actor)
                    && it.shares().entrySet().containsAll(shares.entrySet()));
  }

  /** Why shares are not taken. */
  List<Refusal> against(Holder holder, Map<String, String> shares, Actor actor) {
    List<Refusal> reasons = new ArrayList<>();
    for (HandIn former : handIns) {
      boolean isSamePerson = former.actor().account().equals(actor.account());
      if (isSamePerson && former.holder() != holder) {
        String detail = "the person has handed in for " + former.holder();
        reasons.add(new Refusal(OpeningRefusal.OTHER_HOLDER, detail));
      }
      if (!isSamePerson && former.holder() == holder) {
        String detail = "another person has handed in for " + holder;
        reasons.add(new Refusal(OpeningRefusal.HOLDER_ACTED, detail));
      }
    }
    if (lot.transferor().equals(actor.party()) || lot.paddles().containsKey(actor.party())) {
      reasons.addFirst(
          new Refusal(OpeningRefusal.OWN_OPENING, "whoever sells or bids opens no offers"));
    }
    List<String> wrong = wrong(holder, shares);
    if (!wrong.isEmpty()) {
      String detail = "not the shares of this holder: %s".formatted(wrong);
      reasons.add(new Refusal(OpeningRefusal.SHARES_INVALID, detail));
    }
    return reasons;
  }

  private List<String> wrong(Holder holder, Map<String, String> shares) {
    Map<String, SealedOffer> offers = new TreeMap<>();
    offers().forEach(offer -> offers.put(offer.paddle(), offer));
    EnvelopeOpener opener = new EnvelopeOpener(keys);
    return shares.entrySet().stream()
        .filter(
            it -> {
              SealedOffer offer = offers.get(it.getKey());
              return offer == null || !opener.isShare(offer, holder, it.getValue());
            })
        .map(it -> it.getKey().length() > TOLD_MAX ? "..." : it.getKey())
        .limit(TOLD_MAX)
        .sorted()
        .toList();
  }

  /** The act that opens the offers; empty as long as it would not be final. */
  Optional<Act.Opening> act(Instant now) {
    if (handIns.size() < 2) {
      return Optional.empty();
    }
    EnvelopeOpener opener = new EnvelopeOpener(keys);
    Map<String, Opened> opened = new TreeMap<>();
    offers().forEach(offer -> opened.put(offer.paddle(), opener.open(offer, shares(offer))));
    boolean isFinal =
        handIns.size() == Holder.values().length
            || opened.values().stream().allMatch(it -> it.offer().isPresent())
            || !now.isBefore(waitsUntil());
    return isFinal ? Optional.of(new Act.Opening(opened)) : Optional.empty();
  }

  private Map<Holder, String> shares(SealedOffer offer) {
    Map<Holder, String> shares = new EnumMap<>(Holder.class);
    for (HandIn handIn : handIns) {
      Optional.ofNullable(handIn.shares().get(offer.paddle()))
          .ifPresent(share -> shares.put(handIn.holder(), share));
    }
    return shares;
  }

  private Instant waitsUntil() {
    return handIns.get(1).at().plus(THIRD_WAITS);
  }

  OpeningView view() {
    State state =
        recorded.isPresent()
            ? State.OPENED
            : handIns.size() < 2 ? State.WAITING_FOR_HOLDERS : State.WAITING_FOR_THE_THIRD;
    return new OpeningView(
        lot.trade(),
        state,
        handIns.stream()
            .map(it -> new HandedIn(it.holder(), it.actor().account(), it.at(), it.shares().size()))
            .toList(),
        state == State.WAITING_FOR_THE_THIRD ? Optional.of(waitsUntil()) : Optional.empty(),
        recorded.map(Recorded::at),
        recorded.map(this::opened).orElse(List.of()));
  }

  private List<OpenedOffer> opened(Recorded opening) {
    return offers().stream()
        .flatMap(
            offer ->
                Optional.ofNullable(opening.byPaddle().get(offer.paddle()))
                    .map(opened -> opened(offer, opened))
                    .stream())
        .toList();
  }

  private static OpenedOffer opened(SealedOffer offer, Opened opened) {
    return new OpenedOffer(
        offer.paddle(),
        offer.commitment(),
        opened.offer().map(Unsealed::offer),
        opened.offer().map(Unsealed::nonce),
        opened.fault());
  }
}
