package eco.exchange.bidding.auction;

import static eco.exchange.bidding.desk.Hall.LOT;

import eco.exchange.bidding.auction.Act.Opened;
import eco.exchange.bidding.auction.Act.Opened.Unsealed;
import eco.exchange.method.Offer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What the bidders of a history keep to themselves: their offers and nonces, by commitment. */
final class SecretOffers {

  private final Map<String, Unsealed> byCommitment = new HashMap<>();
  private final Map<String, String> owners = new HashMap<>();
  private final List<String> handedIn = new ArrayList<>();

  /** Whether this paddle has committed to what was opened. */
  boolean isOf(String commitment, String paddle, Unsealed opened) {
    return paddle.equals(owners.get(commitment)) && opened.equals(byCommitment.get(commitment));
  }

  /** What was committed to. */
  Unsealed of(String commitment) {
    return Optional.ofNullable(byCommitment.get(commitment)).orElseThrow();
  }

  /** Seals an offer; now and then something else is handed in that must not count. */
  Act.Sealing seal(Random random, String paddle, Offer offer) {
    int chance = random.nextInt(20);
    if (chance == 0) {
      return new Act.Sealing("no commitment", "envelope");
    }
    if (chance == 1) {
      return new Act.Sealing("0".repeat(64), random.nextBoolean() ? "信封" : "x".repeat(20_000));
    }
    if (chance == 2 && !handedIn.isEmpty()) {
      return new Act.Sealing(handedIn.get(random.nextInt(handedIn.size())), "envelope");
    }
    Unsealed unsealed = new Unsealed(offer, "%032x".formatted(random.nextLong() & Long.MAX_VALUE));
    String commitment = Commitments.of(LOT, paddle, offer, unsealed.nonce());
    byCommitment.put(commitment, unsealed);
    owners.put(commitment, paddle);
    handedIn.add(commitment);
    return new Act.Sealing(commitment, "envelope");
  }

  /** Opens what is live in the auction; now and then not as it should be. */
  Act.Opening open(Random random, Map<String, Envelopes.Sealed> live) {
    Map<String, Opened> all = new HashMap<>();
    live.forEach((paddle, kept) -> all.put(paddle, opened(random, kept.commitment())));
    int chance = random.nextInt(6);
    if (chance == 0) {
      all.put("9999", new Opened(Optional.empty(), Optional.empty()));
    }
    if (chance == 1 && !all.isEmpty()) {
      all.remove(all.keySet().iterator().next());
    }
    return new Act.Opening(all);
  }

  private Opened opened(Random random, String commitment) {
    Optional<Unsealed> offer = Optional.ofNullable(byCommitment.get(commitment));
    return switch (random.nextInt(12)) {
      case 0 -> new Opened(Optional.empty(), Optional.of("wrong key"));
      case 1 -> new Opened(offer.map(it -> new Unsealed(it.offer(), "0")), Optional.empty());
      case 2 ->
          new Opened(offer.map(it -> new Unsealed(it.offer(), "0".repeat(40))), Optional.empty());
      default -> new Opened(offer, Optional.empty());
    };
  }
}
