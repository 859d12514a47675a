package eco.exchange.bidding.opening;

import static eco.exchange.bidding.desk.Hall.LOT;
import static eco.exchange.bidding.desk.Hall.PENGYANG;
import static eco.exchange.bidding.desk.Hall.actor;
import static eco.exchange.bidding.desk.Hall.await;
import static eco.exchange.bidding.desk.Hall.done;
import static eco.exchange.bidding.desk.Hall.party;

import eco.exchange.answer.Answer;
import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.desk.Hall;
import eco.exchange.bidding.desk.MemoryStores;
import eco.exchange.bidding.desk.PgStores;
import eco.exchange.bidding.desk.Stores;
import eco.exchange.bidding.envelope.Holder;
import eco.exchange.bidding.envelope.HolderKey;
import eco.exchange.bidding.envelope.HolderKey.Found;
import eco.exchange.bidding.envelope.LotKeys;
import eco.exchange.bidding.envelope.OfferSealer;
import eco.exchange.bidding.envelope.SealedOffer;
import eco.exchange.market.Actor;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.Offer;
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
public final class SealedHall {

  final Hall hall;
  final SealedOffers offers;
  final Map<Holder, HolderKey> hands = new EnumMap<>(Holder.class);
  private final OfferSealer sealer = new OfferSealer(new SecureRandom());

  private SealedHall(Stores stores, OpeningStore sealed) {
    hall = new Hall(stores);
    offers = new SealedOffers(stores.lots(), sealed, hall.bidding, hall.clock);
    for (Holder holder : Holder.values()) {
      hands.put(holder, HolderKey.fresh(new SecureRandom()));
    }
  }

  public static SealedHall inMemory() {
    Stores stores = MemoryStores.fresh();
    return new SealedHall(stores, new MemoryOpeningStore((MemoryStores) stores.book()));
  }

  public static SealedHall on(TestDatabase database) {
    return new SealedHall(PgStores.of(database), new PgOpeningStore(database.pool()));
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
      done(hall.applications.admit(LOT, party(name)));
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

  LotKeys keys() {
    return new LotKeys(done(offers.keysOf(LOT)).keys());
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
          && hand(holder).share(envelope, new LotKeys(taken.keys().keys()), holder)
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
