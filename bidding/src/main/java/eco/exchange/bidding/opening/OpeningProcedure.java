package eco.exchange.bidding.opening;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.auction.BidRefusal;
import eco.exchange.bidding.desk.Bidding;
import eco.exchange.bidding.desk.CentreAct;
import eco.exchange.bidding.envelope.Holder;
import eco.exchange.bidding.envelope.LotKeys;
import eco.exchange.bidding.lot.BiddingRefusal;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.bidding.lot.LotStore;
import eco.exchange.bidding.opening.OpeningStore.HandIn;
import eco.exchange.market.Actor;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The steps by which holders open the sealed offers of a lot. */
final class OpeningProcedure {

  private final LotStore lots;
  private final OpeningStore sealed;
  private final Bidding bidding;
  private final Clock clock;

  OpeningProcedure(LotStore lots, OpeningStore sealed, Bidding bidding, Clock clock) {
    this.lots = lots;
    this.sealed = sealed;
    this.bidding = bidding;
    this.clock = clock;
  }

  LotKeysView keysView(Lot lot, LotKeys keys) {
    boolean isFrozen = !clock.instant().isBefore(lot.auction().terms().opensAt());
    return LotKeysView.of(lot.trade(), keys, isFrozen);
  }

  Uni<Answer<EnvelopesView>> envelopes(TradeId trade) {
    return onOpening(
        trade,
        opening ->
            answered(
                Answer.done(
                    new EnvelopesView(keysView(opening.lot(), opening.keys()), opening.offers()))));
  }

  Uni<Answer<OpeningView>> handIn(
      TradeId trade, Holder holder, Map<String, String> shares, Actor actor) {
    return onOpening(trade, opening -> handIn(opening, holder, shares, actor));
  }

  private Uni<Answer<OpeningView>> handIn(
      OfferOpening opening, Holder holder, Map<String, String> shares, Actor actor) {
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

  Uni<Answer<OpeningView>> open(TradeId trade) {
    return onOpening(trade, this::open);
  }

  private Uni<Answer<OpeningView>> open(OfferOpening opening) {
    Optional<Act.Opening> act =
        opening.recorded().isPresent() ? Optional.empty() : opening.act(clock.instant());
    if (act.isEmpty()) {
      return answered(Answer.done(opening.view()));
    }
    TradeId trade = opening.lot().trade();
    return bidding
        .conduct(new CentreAct(trade, act.get(), keyOf(act.get())))
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

  Uni<Optional<OpeningView>> opening(TradeId trade) {
    return load(trade)
        .map(
            answer ->
                switch (answer) {
                  case Answer.Done<OfferOpening> done -> Optional.of(done.value().view());
                  case Answer.Refused<OfferOpening> refused -> Optional.empty();
                });
  }

  private <T> Uni<Answer<T>> onOpening(TradeId trade, Function<OfferOpening, Uni<Answer<T>>> act) {
    return load(trade)
        .chain(
            answer ->
                switch (answer) {
                  case Answer.Refused<OfferOpening> refused ->
                      answered(Answer.refused(refused.reasons()));
                  case Answer.Done<OfferOpening> done ->
                      done.value()
                          .notNow(clock.instant())
                          .map(no -> answered(Answer.<T>refused(List.of(no))))
                          .orElseGet(() -> act.apply(done.value()));
                });
  }

  private Uni<Answer<OfferOpening>> load(TradeId trade) {
    return onLot(
        trade,
        (lot, keys) ->
            Uni.combine()
                .all()
                .unis(sealed.standing(trade), sealed.handIns(trade), sealed.recorded(trade))
                .with(
                    (standing, handIns, recorded) ->
                        Answer.done(new OfferOpening(lot, keys, standing, handIns, recorded))));
  }

  /** Does something at a lot with its keys; refuses with NO_SUCH_LOT or KEYS_MISSING. */
  <T> Uni<Answer<T>> onLot(TradeId trade, BiFunction<Lot, LotKeys, Uni<Answer<T>>> act) {
    return Uni.combine()
        .all()
        .unis(lots.lot(trade), sealed.keys().map(HolderKeyRegister::new))
        .asTuple()
        .chain(found -> onLot(trade, found.getItem1(), found.getItem2(), act));
  }

  private static <T> Uni<Answer<T>> onLot(
      TradeId trade,
      Optional<Lot> lot,
      HolderKeyRegister keys,
      BiFunction<Lot, LotKeys, Uni<Answer<T>>> act) {
    if (lot.isEmpty()) {
      return answered(Answer.refused(BiddingRefusal.NO_SUCH_LOT, "there is no lot " + trade));
    }
    return keys.of(lot.get().auction().terms().opensAt())
        .map(set -> act.apply(lot.get(), set))
        .orElseGet(
            () ->
                answered(
                    Answer.refused(
                        OpeningRefusal.KEYS_MISSING, "not every holder has registered a key")));
  }

  private static <T> Uni<Answer<T>> answered(Answer<T> answer) {
    return Uni.createFrom().item(answer);
  }
}
