package eco.exchange.bidding.auction;

import static eco.exchange.bidding.auction.BidRefusal.ENVELOPE_INVALID;
import static eco.exchange.bidding.auction.BidRefusal.ENVELOPE_REPLAYED;
import static eco.exchange.bidding.auction.BidRefusal.NOTHING_SEALED;
import static eco.exchange.bidding.auction.BidRefusal.OPENING_INCOMPLETE;
import static eco.exchange.bidding.auction.BidRefusal.TOO_MANY_CORRECTIONS;

import eco.exchange.bidding.auction.Act.Opened.Unsealed;
import eco.exchange.bidding.auction.BidAnswer.Refused;
import eco.exchange.bidding.auction.Ending.Rejected;
import eco.exchange.bidding.auction.Ending.Rejected.Why;
import eco.exchange.market.TradeId;
import eco.exchange.method.Offer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The sealed offers of a lot: who handed in which commitment, and when; never what it holds.
 *
 * @param handedIn all commitments ever handed in under each paddle, in order
 * @param live the offers that stand: the last of each paddle, unless it was withdrawn
 */
record Envelopes(Map<String, List<String>> handedIn, Map<String, Sealed> live) {

  /** How often a paddle may hand in where the notice sets no limit: more than anybody needs. */
  static final int HAND_INS_MAX = 100;

  static final Envelopes NONE = new Envelopes(Map.of(), Map.of());

  Envelopes {
    handedIn = Map.copyOf(handedIn);
    live = Map.copyOf(live);
  }

  /**
   * A sealed offer that stands.
   *
   * @param number which of all that were handed in for the lot: the order where times are equal
   */
  record Sealed(String commitment, Instant at, int number) {}

  /**
   * An offer that was opened and counts.
   *
   * @param sealed as it was handed in
   */
  record Candidate(String paddle, Offer offer, Sealed sealed) {}

  /** What the opening has brought to light. */
  record Found(List<Candidate> candidates, List<Rejected> rejected) {}

  /** What is wrong with handing this in. */
  Optional<Refused> fault(String paddle, Act.Sealing sealing, int handInsMax) {
    if (!Commitments.isCommitment(sealing.commitment()) || !sealing.isFit()) {
      return refused(
          ENVELOPE_INVALID,
          "a sealed offer is a commitment of 64 hexadecimal digits and up to %d ASCII characters"
              .formatted(Act.Sealing.ENVELOPE_MAX));
    }
    if (handedIn.values().stream().anyMatch(all -> all.contains(sealing.commitment()))) {
      return refused(ENVELOPE_REPLAYED, "this commitment was handed in before");
    }
    return earlier(paddle).size() >= handInsMax
        ? refused(
            TOO_MANY_CORRECTIONS,
            "an offer is corrected at most %d times".formatted(handInsMax - 1))
        : Optional.empty();
  }

  Envelopes with(String paddle, Act.Sealing sealing, Instant at) {
    int number = handedIn.values().stream().mapToInt(List::size).sum() + 1;
    Map<String, List<String>> all = new HashMap<>(handedIn);
    all.put(
        paddle, Stream.concat(earlier(paddle).stream(), Stream.of(sealing.commitment())).toList());
    Map<String, Sealed> standing = new HashMap<>(live);
    standing.put(paddle, new Sealed(sealing.commitment(), at, number));
    return new Envelopes(all, standing);
  }

  private List<String> earlier(String paddle) {
    return handedIn.getOrDefault(paddle, List.of());
  }

  /** What is wrong with taking an offer back. */
  Optional<Refused> faultOfWithdrawal(String paddle) {
    return live.containsKey(paddle)
        ? Optional.empty()
        : refused(NOTHING_SEALED, "paddle %s has no sealed offer".formatted(paddle));
  }

  Envelopes without(String paddle) {
    Map<String, Sealed> standing = new HashMap<>(live);
    standing.remove(paddle);
    return new Envelopes(handedIn, standing);
  }

  /** The offer of a paddle that has one. */
  Sealed standing(String paddle) {
    return Optional.ofNullable(live.get(paddle)).orElseThrow();
  }

  boolean isEmpty() {
    return live.isEmpty();
  }

  /** What is wrong with an opening. */
  Optional<Refused> fault(Act.Opening opening) {
    return opening.byPaddle().keySet().equals(live.keySet())
        ? Optional.empty()
        : refused(OPENING_INCOMPLETE, "an opening names each paddle with a sealed offer once");
  }

  /**
   * Opens all offers; whoever handed in something else than was committed to has withdrawn.
   *
   * @param faultOf what is wrong with an offer of a paddle, by the notice
   */
  Found open(
      TradeId lot, Act.Opening opening, BiFunction<String, Offer, Optional<String>> faultOf) {
    List<Candidate> candidates = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    for (String paddle : live.keySet().stream().sorted().toList()) {
      Act.Opened opened = Optional.ofNullable(opening.byPaddle().get(paddle)).orElseThrow();
      Sealed sealed = standing(paddle);
      Optional<Rejected> fault = fault(lot, paddle, sealed, opened, faultOf);
      fault.ifPresentOrElse(
          rejected::add,
          () ->
              candidates.add(new Candidate(paddle, opened.offer().orElseThrow().offer(), sealed)));
    }
    return new Found(candidates, rejected);
  }

  private static Optional<Rejected> fault(
      TradeId lot,
      String paddle,
      Sealed sealed,
      Act.Opened opened,
      BiFunction<String, Offer, Optional<String>> faultOf) {
    if (opened.offer().isEmpty()) {
      String why = opened.fault().orElse("the envelope could not be opened");
      return Optional.of(new Rejected(paddle, Why.UNOPENABLE, why));
    }
    Unsealed unsealed = opened.offer().get();
    String commitment = Commitments.of(lot, paddle, unsealed.offer(), unsealed.nonce());
    if (!commitment.equals(sealed.commitment())) {
      return Optional.of(
          new Rejected(
              paddle, Why.NOT_AS_COMMITTED, "the offer makes the commitment " + commitment));
    }
    return faultOf
        .apply(paddle, unsealed.offer())
        .map(fault -> new Rejected(paddle, Why.INVALID, fault));
  }

  private static Optional<Refused> refused(BidRefusal reason, String detail) {
    return Optional.of(new Refused(reason, detail));
  }
}
