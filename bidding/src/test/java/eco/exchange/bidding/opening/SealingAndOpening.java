package eco.exchange.bidding.opening;

import static eco.exchange.bidding.desk.Hall.LOT;
import static eco.exchange.bidding.desk.Hall.PENGYANG;
import static eco.exchange.bidding.desk.Hall.actor;
import static eco.exchange.bidding.desk.Hall.await;
import static eco.exchange.bidding.desk.Hall.done;
import static eco.exchange.bidding.desk.Hall.party;
import static eco.exchange.bidding.desk.Hall.refused;
import static eco.exchange.bidding.opening.SealedHall.person;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.BidRefusal;
import eco.exchange.bidding.desk.CentreAct;
import eco.exchange.bidding.desk.Hall;
import eco.exchange.bidding.desk.PlaceBid;
import eco.exchange.bidding.envelope.Holder;
import eco.exchange.bidding.envelope.HolderKey;
import eco.exchange.bidding.envelope.SealedOffer;
import eco.exchange.bidding.live.AuctionView;
import eco.exchange.bidding.opening.OpeningView.State;
import eco.exchange.event.AwardEvent.LotAwarded;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.MethodTerms.Scoring;
import eco.exchange.method.MethodTerms.Scoring.Criterion;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From the keys of the holders to the opened offers. Tried in memory and on PostgreSQL. */
public abstract class SealingAndOpening {

  private static final MethodTerms ONE_SHOT = new MethodTerms.SealedOneShot();

  final SealedHall sealed;
  final Hall hall;

  public SealingAndOpening(SealedHall sealed) {
    this.sealed = sealed;
    this.hall = sealed.hall;
  }

  @Test
  void the_highest_of_the_offers_that_two_holders_open_wins() {
    sealed.opensFor(ONE_SHOT, "安吉", "丽水", "景宁");
    sealed.seals("安吉", "60.00");
    sealed.seals("丽水", "50.00");
    SealedReceiptView receipt = sealed.seals("丽水", "71.00");
    sealed.seals("景宁", "90.00");
    await(hall.bidding.placeBid(new PlaceBid(LOT, party("景宁"), new Act.Withdrawal(), "back")));
    assertThat(await(sealed.offers.receipt(LOT, party("丽水")))).contains(receipt);
    assertThat(await(sealed.offers.receipt(LOT, party("景宁")))).isEmpty();
    sealed.deadline();

    OpeningView first = done(sealed.handsIn(Holder.NOTARY));
    assertThat(first.state()).isEqualTo(State.WAITING_FOR_HOLDERS);
    assertThat(first.offers()).isEmpty();
    assertThat(await(hall.awards.award(LOT))).isEmpty();
    OpeningView opened = done(sealed.handsIn(Holder.CENTRE));

    assertThat(opened.state()).isEqualTo(State.OPENED);
    assertThat(opened.openedAt()).contains(Hall.TERMS.closesAt());
    assertThat(opened.handedIn())
        .extracting(OpeningView.HandedIn::holder)
        .containsExactlyInAnyOrder(Holder.NOTARY, Holder.CENTRE);
    assertThat(opened.offers())
        .extracting(it -> it.offer().orElseThrow())
        .containsExactlyInAnyOrder(Offer.of(Money.yuan("60.00")), Offer.of(Money.yuan("71.00")));
    assertThat(await(hall.awards.award(LOT)).orElseThrow().winner()).isEqualTo(party("丽水"));
    assertThat(hall.events(LotAwarded.class)).hasSize(1);
    assertThat(sealed.opening()).isEqualTo(opened);
    assertThat(done(sealed.handsIn(Holder.CENTRE))).isEqualTo(opened);
    assertThat(done(sealed.offers.open(LOT))).isEqualTo(opened);
    assertThat(hall.events(LotAwarded.class)).hasSize(1);
  }

  @Test
  void nothing_is_opened_or_given_out_before_the_deadline() {
    sealed.opensFor(ONE_SHOT, "安吉");
    SealedOffer mine = sealed.sealed("安吉", "61.87");
    done(sealed.handsIn("安吉", mine));
    hall.clock.moveTo(Hall.TERMS.closesAt().minusNanos(1_000));

    refused(sealed.offers.envelopes(LOT), BidRefusal.NOT_SEALED_YET);
    refused(sealed.offers.open(LOT), BidRefusal.NOT_SEALED_YET);
    for (Holder holder : Holder.values()) {
      refused(
          sealed.offers.handIn(LOT, holder, Map.of(), person(holder)), BidRefusal.NOT_SEALED_YET);
    }
    assertThat(sealed.opening().handedIn()).isEmpty();
    assertThat(await(hall.bidding.bids(LOT, 0, 10)) + hall.auction().toString())
        .doesNotContain(mine.commitment(), mine.envelope(), "61.87", "6187");
    sealed.deadline();
    refused(sealed.handsIn("安吉", sealed.sealed("安吉", "70.00")), BidRefusal.TOO_LATE);
    assertThat(sealed.shares(Holder.CENTRE, Set.of())).hasSize(1);
  }

  @Test
  void one_holder_is_not_enough_whoever_comes_for_it() {
    sealed.opensFor(ONE_SHOT, "安吉");
    sealed.seals("安吉", "60.00");
    sealed.deadline();
    Map<String, String> centre = sealed.shares(Holder.CENTRE, Set.of());
    Map<String, String> notary = sealed.shares(Holder.NOTARY, Set.of());
    done(sealed.handsIn(Holder.CENTRE));

    refused(
        sealed.offers.handIn(LOT, Holder.CENTRE, centre, actor("another", "centre")),
        OpeningRefusal.HOLDER_ACTED);
    refused(
        sealed.offers.handIn(LOT, Holder.NOTARY, notary, person(Holder.CENTRE)),
        OpeningRefusal.OTHER_HOLDER);
    refused(
        sealed.offers.handIn(LOT, Holder.NOTARY, centre, person(Holder.NOTARY)),
        OpeningRefusal.SHARES_INVALID);
    refused(
        sealed.offers.handIn(LOT, Holder.NOTARY, notary, actor("clerk", "安吉")),
        OpeningRefusal.OWN_OPENING);
    refused(
        sealed.offers.handIn(LOT, Holder.NOTARY, Map.of("9999", "0"), person(Holder.NOTARY)),
        OpeningRefusal.SHARES_INVALID);
    assertThat(done(sealed.handsIn(Holder.CENTRE)).state()).isEqualTo(State.WAITING_FOR_HOLDERS);
    assertThat(done(sealed.offers.open(LOT)).state()).isEqualTo(State.WAITING_FOR_HOLDERS);
    assertThat(hall.auction().state()).isEqualTo(AuctionView.State.OPEN);
  }

  @Test
  void what_is_no_envelope_for_this_lot_and_paddle_is_not_taken() {
    sealed.opensFor(ONE_SHOT, "安吉", "丽水");
    SealedOffer mine = sealed.sealed("安吉", "60.00");
    done(sealed.handsIn("安吉", mine));

    refused(sealed.handsIn("丽水", mine), BidRefusal.ENVELOPE_INVALID);
    refused(sealed.handsIn("外人", mine), BidRefusal.NOT_ADMITTED);
    refused(sealed.handsIn("安吉", mine), BidRefusal.ENVELOPE_REPLAYED);
    SealedOffer blank =
        new SealedOffer(LOT, mine.paddle(), mine.commitment(), mine.envelope() + " ");
    refused(sealed.handsIn("安吉", blank), BidRefusal.ENVELOPE_INVALID);
    SealedOffer unbound =
        new SealedOffer(LOT, mine.paddle(), "x", sealed.sealed("安吉", "61.00").envelope());
    refused(sealed.handsIn("安吉", unbound), BidRefusal.ENVELOPE_INVALID);
  }

  @Test
  void a_broken_envelope_is_recorded_and_the_others_are_opened() {
    sealed.opensFor(ONE_SHOT, "安吉", "丽水");
    sealed.seals("丽水", "60.00");
    SealedOffer dear = sealed.sealed("安吉", "99.00");
    SealedOffer cheap = sealed.sealed("安吉", "55.00");
    done(
        sealed.handsIn(
            "安吉", new SealedOffer(LOT, dear.paddle(), dear.commitment(), cheap.envelope())));
    sealed.deadline();
    done(sealed.handsIn(Holder.CENTRE));
    OpeningView waiting = done(sealed.handsIn(Holder.SUPERVISOR));
    assertThat(waiting.state()).isEqualTo(State.WAITING_FOR_THE_THIRD);
    assertThat(waiting.offers()).isEmpty();
    OpeningView opened = done(sealed.handsIn(Holder.NOTARY));

    assertThat(opened.state()).isEqualTo(State.OPENED);
    assertThat(sealed.faults()).containsExactly("COMMITMENT_BROKEN");
    assertThat(await(hall.awards.award(LOT)).orElseThrow().winner()).isEqualTo(party("丽水"));
  }

  @Test
  void the_third_holder_helps_where_one_of_two_found_no_share() {
    sealed.opensFor(ONE_SHOT, "安吉", "丽水");
    sealed.seals("安吉", "70.00");
    sealed.seals("丽水", "60.00");
    sealed.deadline();
    Set<String> without = Set.of(hall.paddleOf("安吉"));
    Map<String, String> half = sealed.shares(Holder.CENTRE, without);
    done(sealed.offers.handIn(LOT, Holder.CENTRE, half, person(Holder.CENTRE)));
    OpeningView waiting = done(sealed.handsIn(Holder.SUPERVISOR));
    assertThat(waiting.state()).isEqualTo(State.WAITING_FOR_THE_THIRD);
    OpeningView opened = done(sealed.handsIn(Holder.NOTARY));

    assertThat(opened.state()).isEqualTo(State.OPENED);
    assertThat(sealed.faults()).isEmpty();
    assertThat(await(hall.awards.award(LOT)).orElseThrow().winner()).isEqualTo(party("安吉"));
  }

  @Test
  void a_holder_may_hand_in_later_what_was_left_out() {
    sealed.opensFor(ONE_SHOT, "安吉");
    sealed.seals("安吉", "70.00");
    sealed.deadline();
    done(sealed.offers.handIn(LOT, Holder.CENTRE, Map.of(), person(Holder.CENTRE)));
    done(sealed.handsIn(Holder.NOTARY));
    assertThat(sealed.opening().state()).isEqualTo(State.WAITING_FOR_THE_THIRD);
    assertThat(done(sealed.handsIn(Holder.CENTRE)).state()).isEqualTo(State.OPENED);
  }

  @Test
  void nobody_waits_for_the_third_holder_for_ever() {
    sealed.opensFor(ONE_SHOT, "安吉", "丽水");
    sealed.seals("安吉", "70.00");
    sealed.seals("丽水", "60.00");
    sealed.deadline();
    Set<String> without = Set.of(hall.paddleOf("安吉"));
    for (Holder holder : List.of(Holder.CENTRE, Holder.SUPERVISOR)) {
      Map<String, String> half = sealed.shares(holder, without);
      done(sealed.offers.handIn(LOT, holder, half, person(holder)));
    }
    hall.clock.moveTo(sealed.opening().waitsUntil().orElseThrow().minusSeconds(1));
    assertThat(done(sealed.offers.open(LOT)).state()).isEqualTo(State.WAITING_FOR_THE_THIRD);
    hall.clock.moveTo(sealed.opening().waitsUntil().orElseThrow());
    assertThat(done(sealed.offers.open(LOT)).state()).isEqualTo(State.OPENED);

    assertThat(sealed.faults()).containsExactly("SHARES_MISSING");
    assertThat(await(hall.awards.award(LOT)).orElseThrow().winner()).isEqualTo(party("丽水"));
  }

  @Test
  void no_envelope_is_given_out_before_the_offers_are_scored() {
    Criterion plan = new Criterion("水土保持方案", Percentage.parse("40"));
    Scoring scoring = new Scoring(Percentage.parse("60"), List.of(plan));
    sealed.opensFor(new MethodTerms.Weighted(scoring), "安吉", "丽水");
    sealed.seals("安吉", "70.00");
    sealed.seals("丽水", "60.00");
    sealed.deadline();
    refused(sealed.offers.envelopes(LOT), BidRefusal.SCORES_MISSING);
    Map<String, List<Integer>> points =
        Map.of(hall.paddleOf("安吉"), List.of(2_000), hall.paddleOf("丽水"), List.of(9_500));
    await(hall.bidding.conduct(new CentreAct(LOT, new Act.Scores(points), "scores")));
    done(sealed.handsIn(Holder.CENTRE));
    done(sealed.handsIn(Holder.NOTARY));
    assertThat(await(hall.awards.award(LOT)).orElseThrow().winner()).isEqualTo(party("丽水"));
  }

  @Test
  void keys_are_registered_once_and_by_the_holder() {
    done(hall.bidding.schedule(LOT, PENGYANG, SealedHall.terms(ONE_SHOT)));
    refused(sealed.offers.keysOf(LOT), OpeningRefusal.KEYS_MISSING);
    sealed.registersKeys();
    sealed.registersKeys();
    String key = sealed.hand(Holder.CENTRE).publicKey();

    refused(
        sealed.offers.register(Holder.NOTARY, key, person(Holder.NOTARY)),
        OpeningRefusal.KEY_TAKEN);
    refused(
        sealed.offers.register(Holder.NOTARY, fresh(), person(Holder.CENTRE)),
        OpeningRefusal.OTHER_HOLDER);
    refused(
        sealed.offers.register(Holder.NOTARY, "0".repeat(64), person(Holder.NOTARY)),
        OpeningRefusal.KEY_INVALID);
    assertThat(done(sealed.offers.keysOf(LOT)).keys()).containsEntry(Holder.CENTRE, key);
  }

  @Test
  void the_keys_of_a_lot_are_frozen_when_bidding_opens() {
    sealed.opensFor(ONE_SHOT, "安吉");
    LotKeysView before = done(sealed.offers.keysOf(LOT));
    done(sealed.offers.register(Holder.NOTARY, fresh(), person(Holder.NOTARY)));
    assertThat(before.frozen()).isTrue();
    assertThat(done(sealed.offers.keysOf(LOT))).isEqualTo(before);
  }

  @Test
  void a_newer_key_counts_for_a_lot_that_opens_later() {
    sealed.registersKeys();
    done(hall.bidding.schedule(LOT, PENGYANG, SealedHall.terms(ONE_SHOT)));
    LotKeysView before = done(sealed.offers.keysOf(LOT));
    String newer = fresh();
    done(sealed.offers.register(Holder.NOTARY, newer, person(Holder.NOTARY)));
    LotKeysView after = done(sealed.offers.keysOf(LOT));
    assertThat(before.frozen()).isFalse();
    assertThat(after.keys()).containsEntry(Holder.NOTARY, newer);
    assertThat(after.fingerprint()).isNotEqualTo(before.fingerprint());
  }

  private static String fresh() {
    return HolderKey.fresh(new SecureRandom()).publicKey();
  }
}
