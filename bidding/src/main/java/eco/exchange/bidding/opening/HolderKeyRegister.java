package eco.exchange.bidding.opening;

import eco.exchange.answer.Refusal;
import eco.exchange.bidding.envelope.Holder;
import eco.exchange.bidding.envelope.HolderKey;
import eco.exchange.bidding.envelope.LotKeys;
import eco.exchange.market.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The registered keys, and which of them count for a lot.
 *
 * @param all every key, in the order in which each holder registered them
 */
record HolderKeyRegister(List<HolderKeyView> all) {

  // What is registered just before the opening may be stored just after it.
  private static final Duration SETTLED = Duration.ofMinutes(1);

  /** The latest key of a holder. */
  Optional<HolderKeyView> latest(Holder holder) {
    return all.stream().filter(key -> key.holder() == holder).reduce((former, later) -> later);
  }

  Optional<HolderKeyView> find(Holder holder, String publicKey) {
    return all.stream()
        .filter(key -> key.holder() == holder && key.publicKey().equals(publicKey))
        .findAny();
  }

  /**
   * The keys of a lot: for each holder the latest that was registered before bidding opened, or the
   * first of all if it came later. So they can never change after the opening.
   */
  Optional<LotKeys> of(Instant opensAt) {
    Map<Holder, String> keys = new EnumMap<>(Holder.class);
    for (HolderKeyView key : all) {
      if (!keys.containsKey(key.holder()) || key.registeredAt().plus(SETTLED).isBefore(opensAt)) {
        keys.put(key.holder(), key.publicKey());
      }
    }
    return keys.size() == Holder.values().length
        ? Optional.of(new LotKeys(keys))
        : Optional.empty();
  }

  /** Why a key is not registered. */
  List<Refusal> against(Holder holder, String publicKey, Actor actor) {
    List<Refusal> reasons = new ArrayList<>();
    if (!HolderKey.isPublicKey(publicKey)) {
      reasons.add(
          new Refusal(OpeningRefusal.KEY_INVALID, "a key is X25519, in 64 hexadecimal digits"));
    }
    if (all.stream().anyMatch(key -> key.publicKey().equals(publicKey))) {
      reasons.add(new Refusal(OpeningRefusal.KEY_TAKEN, "another holder has this key"));
    }
    all.stream()
        .filter(key -> key.registeredBy().equals(actor.account()) && key.holder() != holder)
        .findAny()
        .ifPresent(
            key ->
                reasons.add(
                    new Refusal(
                        OpeningRefusal.OTHER_HOLDER,
                        "the person has registered a key for " + key.holder())));
    return reasons;
  }
}
