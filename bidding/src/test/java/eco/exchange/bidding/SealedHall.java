package eco.exchange.bidding;

import static eco.exchange.bidding.Hall.LOT;
import static eco.exchange.bidding.Hall.PENGYANG;
import static eco.exchange.bidding.Hall.actor;
import static eco.exchange.bidding.Hall.await;
import static eco.exchange.bidding.Hall.done;
import static eco.exchange.bidding.Hall.party;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.sealed.Holder;
import eco.exchange.bidding.sealed.HolderKey;
import eco.exchange.bidding.sealed.HolderKey.Found;
import eco.exchange.bidding.sealed.KeySet;
import eco.exchange.bidding.sealed.SealedOffer;
import eco.exchange.bidding.sealed.Sealer;
import eco.exchange.market.Actor;
import eco.exchange.market.Answer;
import eco.exchange.market.LotTerms;
import eco.exchange.market.MethodTerms;
import eco.exchange.market.Offer;
import eco.exchange.money.Money;
import eco.exchange.testing.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** A hall with sealed offers: three holders with their keys, and bidders who seal. */
final class SealedHall {

  final Hall hall;
  final SealedOffers offers;
  final Map<Holder, HolderKey> hands = new EnumMap<>(Holder.class);
  private final Sealer sealer = new Sealer(new SecureRandom());

  private SealedHall(Stores stores, SealedStore sealed) {
    hall = new Hall(stores);
    offers = new SealedOffers(stores.auctions(), sealed, hall.bidding, hall.clock);
    for (Holder holder : Holder.values()) {
      hands.put(holder, HolderKey.fresh(new SecureRandom()));
    }
  }

  static SealedHall inMemory() {
    Stores stores = MemoryStores.fresh();
    return new SealedHall(stores, new MemorySealedStore((MemoryStores) stores.book()));
  }

  static SealedHall on(TestDatabase database) {
    return new SealedHall(PgStores.of(database), new PgSealedStore(database.pool()));
  }

  static LotTerms terms(MethodTerms how) {
    LotTerms terms = Hall.TERMS;
    return new LotTerms(
        terms.reserve(),
        terms.increment(),
        terms.deposit(),
        terms.applicationsCloseAt(),
        terms.depositsDueAt(),
        terms.opensAt(),
        terms.closesAt(),
        how,
        terms.ruleEdition());
  }

  /** The keys are registered, and these bidders come to their paddles; then bidding opens. */
  void opensFor(MethodTerms how, String... names) {
    registersKeys();
    done(hall.bidding.schedule(LOT, PENGYANG, terms(how)));
    for (String name : names) {
      hall.applies(name);
      hall.qualifies(name);
    }
    hall.clock.moveTo(Hall.TERMS.applicationsCloseAt());
    for (String name : names) {
      done(hall.bidding.admit(LOT, party(name)));
    }
    hall.opens();
  }

  void registersKeys() {
    for (Holder holder : Holder.values()) {
      done(offers.register(holder, hand(holder).publicKey(), person(holder)));
    }
  }

  HolderKey hand(Holder holder) {
    return Objects.requireNonNull(hands.get(holder));
  }

  static Actor person(Holder holder) {
    return actor("person of " + holder, "office of " + holder);
  }

  KeySet keys() {
    return new KeySet(done(offers.keysOf(LOT)).keys());
  }

  SealedOffer sealed(String name, String price) {
    return sealer.seal(LOT, hall.paddleOf(name), Offer.of(Money.yuan(price)), keys());
  }

  SealedReceiptView seals(String name, String price) {
    return done(handsIn(name, sealed(name, price)));
  }

  Uni<Answer<SealedReceiptView>> handsIn(String name, SealedOffer sealed) {
    Act.Sealing sealing = new Act.Sealing(sealed.commitment(), sealed.envelope());
    return offers.seal(LOT, party(name), sealing, UUID.randomUUID().toString());
  }

  void deadline() {
    hall.clock.moveTo(Hall.TERMS.closesAt());
    hall.rings();
  }

  /** What a holder's own key finds in the envelopes, but for those of some paddles. */
  Map<String, String> shares(Holder holder, Set<String> butFor) {
    EnvelopesView taken = done(offers.envelopes(LOT));
    Map<String, String> shares = new TreeMap<>();
    for (SealedOffer envelope : taken.envelopes()) {
      if (!butFor.contains(envelope.paddle())
          && hand(holder).share(envelope, new KeySet(taken.keys().keys()), holder)
              instanceof Found.Share found) {
        shares.put(envelope.paddle(), found.share());
      }
    }
    return shares;
  }

  Uni<Answer<OpeningView>> handsIn(Holder holder) {
    return offers.handIn(LOT, holder, shares(holder, Set.of()), person(holder));
  }

  OpeningView opening() {
    return await(offers.opening(LOT)).orElseThrow();
  }

  List<String> faults() {
    return opening().offers().stream().flatMap(it -> it.fault().stream()).toList();
  }
}
