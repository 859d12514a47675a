package eco.exchange.bidding.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.bidding.auction.Act.Opened;
import eco.exchange.bidding.auction.Act.Opened.Unsealed;
import eco.exchange.bidding.auction.Commitments;
import eco.exchange.bidding.auction.PriceLimit;
import eco.exchange.bidding.envelope.HolderKey.Found;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.method.Offer;
import eco.exchange.method.Offer.Yearly;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.testing.Seeds;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an envelope promises to the bidder, and what it refuses to whoever tampers with it. */
class SealingAnOfferTest {

  private static final TradeId LOT =
      TradeId.of("640425", RightKind.CARBON_SINK, LocalDate.of(2026, 3, 2), 1);
  private static final TradeId OTHER_LOT =
      TradeId.of("640425", RightKind.CARBON_SINK, LocalDate.of(2026, 3, 2), 2);
  private static final Offer OFFER = Offer.of(Money.yuan("1116000.00"));
  private static final List<List<Holder>> PAIRS =
      List.of(
          List.of(Holder.CENTRE, Holder.SUPERVISOR),
          List.of(Holder.CENTRE, Holder.NOTARY),
          List.of(Holder.SUPERVISOR, Holder.NOTARY));

  private final SecureRandom random = new SecureRandom();
  private final Map<Holder, HolderKey> hands = hands(random);
  private final LotKeys keys = keysOf(hands);
  private final OfferSealer sealer = new OfferSealer(random);
  private final EnvelopeOpener opener = new EnvelopeOpener(keys);
  private final SealedOffer sealed = sealer.seal(LOT, "4711", OFFER, keys);

  @Test
  void any_two_holders_open_what_was_sealed() {
    Offer pair = new Offer(Money.yuan("50.00"), Optional.of(yearly("1200.00", 125_000)));
    Offer most = new Offer(PriceLimit.MAX, Optional.of(yearly("0.00", Percentage.WHOLE_PPM)));
    for (Offer offer : List.of(OFFER, pair, most, Offer.of(Money.ZERO))) {
      SealedOffer one = sealer.seal(LOT, "P1-4711", offer, keys);
      for (List<Holder> two : PAIRS) {
        assertThat(opened(one, two)).isEqualTo(offer);
      }
      assertThat(opened(one, List.of(Holder.values()))).isEqualTo(offer);
    }
  }

  @Test
  void no_holder_opens_it_alone() {
    for (Holder holder : Holder.values()) {
      assertThat(fault(sealed, shares(sealed, List.of(holder)))).isEqualTo("SHARES_MISSING");
    }
    assertThat(fault(sealed, Map.of())).isEqualTo("SHARES_MISSING");
    // Nor does a share taken twice make two, nor one made up.
    String share = found(hand(Holder.CENTRE), sealed, Holder.CENTRE);
    assertThat(fault(sealed, Map.of(Holder.CENTRE, share, Holder.NOTARY, share)))
        .isEqualTo("SHARE_WRONG");
    assertThat(fault(sealed, Map.of(Holder.CENTRE, share, Holder.NOTARY, "0".repeat(64))))
        .isEqualTo("SHARE_WRONG");
    assertThat(fault(sealed, Map.of(Holder.CENTRE, share, Holder.NOTARY, "not even a share")))
        .isEqualTo("SHARE_WRONG");
  }

  @Test
  void one_key_finds_only_the_share_of_its_holder() {
    for (Holder holder : Holder.values()) {
      for (Holder other : Holder.values()) {
        Found found = hand(other).share(sealed, keys, holder);
        assertThat(found instanceof Found.Share).isEqualTo(holder == other);
      }
    }
  }

  @Test
  void a_commitment_binds_and_tells_nothing() {
    SealedOffer again = sealer.seal(LOT, "4711", OFFER, keys);
    assertThat(again.commitment()).isNotEqualTo(sealed.commitment());
    Opened opened = opener.open(sealed, shares(sealed, PAIRS.getFirst()));
    Unsealed unsealed = opened.offer().orElseThrow();
    assertThat(Commitments.of(LOT, "4711", unsealed.offer(), unsealed.nonce()))
        .isEqualTo(sealed.commitment());
    SealedOffer swapped = new SealedOffer(LOT, "4711", again.commitment(), sealed.envelope());
    assertThat(fault(swapped, shares(sealed, PAIRS.getFirst()))).isEqualTo("COMMITMENT_BROKEN");
  }

  @Test
  void the_length_of_an_envelope_does_not_tell_the_price() {
    Set<Integer> lengths = new TreeSet<>();
    for (long fen : new long[] {0, 1, 99_999, PriceLimit.MAX.fen()}) {
      lengths.add(sealer.seal(LOT, "4711", Offer.of(new Money(fen)), keys).envelope().length());
    }
    Offer pair = new Offer(Money.yuan("50.00"), Optional.of(yearly("1200.00", 125_000)));
    lengths.add(sealer.seal(LOT, "4711", pair, keys).envelope().length());
    assertThat(lengths).hasSize(1).allMatch(length -> length < 2_000);
  }

  @Test
  void an_envelope_counts_for_its_own_lot_paddle_and_keys_only() {
    Map<Holder, String> shares = shares(sealed, PAIRS.getFirst());
    SealedOffer replayed = new SealedOffer(LOT, "4712", sealed.commitment(), sealed.envelope());
    SealedOffer foreign =
        new SealedOffer(OTHER_LOT, "4711", sealed.commitment(), sealed.envelope());
    assertThat(opener.fault(sealed)).isEmpty();
    assertThat(opener.fault(replayed)).contains(EnvelopeFault.OTHER_PADDLE);
    assertThat(opener.fault(foreign)).contains(EnvelopeFault.OTHER_LOT);
    assertThat(fault(replayed, shares)).isEqualTo("OTHER_PADDLE");
    assertThat(fault(foreign, shares)).isEqualTo("OTHER_LOT");
    EnvelopeOpener others = new EnvelopeOpener(keysOf(hands(random)));
    assertThat(others.fault(sealed)).contains(EnvelopeFault.OTHER_KEYS);
    assertThat(found(hand(Holder.CENTRE), replayed, Holder.CENTRE)).isEqualTo("OTHER_PADDLE");
  }

  @Test
  void a_part_of_another_envelope_does_not_fit() {
    SealedOffer other = sealer.seal(LOT, "4711", Offer.of(Money.yuan("1.00")), keys);
    Envelope mine = Envelope.read(sealed.envelope()).orElseThrow();
    Envelope foreign = Envelope.read(other.envelope()).orElseThrow();
    SealedOffer mixed = text(mine.with(foreign.offer()).write());
    assertThat(fault(mixed, shares(sealed, PAIRS.getFirst()))).isEqualTo("OFFER_UNREADABLE");
    // Relabelled to another paddle, the shares of the old one no longer open.
    SealedOffer relabelled =
        new SealedOffer(
            LOT, "4712", sealed.commitment(), sealed.envelope().replace("\"4711\"", "\"4712\""));
    assertThat(opener.fault(relabelled)).isEmpty();
    assertThat(found(hand(Holder.NOTARY), relabelled, Holder.NOTARY)).isEqualTo("SHARE_UNREADABLE");
    assertThat(fault(relabelled, shares(sealed, PAIRS.getFirst()))).isEqualTo("OFFER_UNREADABLE");
  }

  @Test
  void whatever_is_changed_in_an_envelope_is_a_fault() {
    long seed = Seeds.fresh();
    Random dice = Seeds.of(seed);
    Map<Holder, String> rightly = shares(sealed, List.of(Holder.values()));
    byte[] bytes = sealed.envelope().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 2_000; i++) {
      byte[] flipped = bytes.clone();
      // Every byte in turn, and then again, each time another bit.
      flipped[i % bytes.length] ^= (byte) (1 << dice.nextInt(8));
      refused(new String(flipped, StandardCharsets.ISO_8859_1), rightly, seed);
      refused(changed(sealed.envelope(), dice), rightly, seed);
    }
  }

  private static String changed(String text, Random dice) {
    StringBuilder changed = new StringBuilder(text);
    int at = dice.nextInt(text.length());
    return switch (dice.nextInt(4)) {
      case 0 -> changed.deleteCharAt(at).toString();
      case 1 -> changed.insert(at, ' ').toString();
      case 2 -> changed.insert(at, text.charAt(at)).toString();
      default -> changed.substring(0, at);
    };
  }

  private void refused(String envelope, Map<Holder, String> shares, long seed) {
    SealedOffer tampered = text(envelope);
    assertThat(opener.open(tampered, shares).fault()).as("seed %d: %s", seed, envelope).isPresent();
    assertThat(opener.open(tampered, shares(tampered, PAIRS.getFirst())).fault())
        .as("seed %d: %s", seed, envelope)
        .isPresent();
  }

  @Test
  void hostile_texts_are_faults_too() {
    for (String text :
        List.of(
            "",
            "{}",
            "null",
            "[]",
            "[".repeat(5_000),
            "{\"form\":null}",
            "x".repeat(20_000),
            sealed.envelope() + "\n",
            " " + sealed.envelope(),
            sealed.envelope().replace("sealed-offer/1", "sealed-offer/2"),
            sealed.envelope().replace("\"CENTRE\"", "\"NOTARY\""),
            sealed.envelope().replace("\"CENTRE\"", "0"),
            sealed.envelope().replace("\"CENTRE\"", "null"),
            sealed.envelope().replaceFirst("\"offer\":\"[0-9a-f]*\"", "\"offer\":\"\""))) {
      assertThat(opener.fault(text(text))).contains(EnvelopeFault.MALFORMED);
      assertThat(fault(text(text), Map.of(Holder.CENTRE, "x", Holder.NOTARY, "")))
          .isEqualTo("MALFORMED");
      assertThat(found(hand(Holder.CENTRE), text(text), Holder.CENTRE)).isEqualTo("MALFORMED");
    }
  }

  @Test
  void a_bidder_who_seals_to_a_point_of_no_use_gets_a_fault() {
    Envelope mine = Envelope.read(sealed.envelope()).orElseThrow();
    List<Envelope.Share> shares = new ArrayList<>(mine.shares());
    Envelope.Share first = shares.getFirst();
    shares.set(0, new Envelope.Share(first.holder(), first.digest(), "0".repeat(64), first.text()));
    Envelope low =
        new Envelope(
            mine.form(),
            mine.lot(),
            mine.paddle(),
            mine.keys(),
            shares,
            mine.nonce(),
            mine.offer());
    assertThat(found(hand(Holder.CENTRE), text(low.write()), Holder.CENTRE))
        .isEqualTo("SHARE_UNREADABLE");
  }

  @Test
  void a_key_set_has_three_usable_keys() {
    String key = hand(Holder.CENTRE).publicKey();
    assertThat(HolderKey.isPublicKey(key)).isTrue();
    assertThat(HolderKey.isPublicKey("0".repeat(64))).isFalse();
    assertThat(HolderKey.isPublicKey("01" + "0".repeat(62))).isFalse();
    assertThat(HolderKey.isPublicKey(key.substring(2))).isFalse();
    assertThat(HolderKey.isPublicKey("")).isFalse();
    assertThatThrownBy(() -> new LotKeys(Map.of(Holder.CENTRE, key)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new LotKeys(
                    Map.of(
                        Holder.CENTRE,
                        key,
                        Holder.NOTARY,
                        key,
                        Holder.SUPERVISOR,
                        hand(Holder.SUPERVISOR).publicKey())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_key_pair_comes_back_from_its_stored_form() {
    HolderKey key = HolderKey.fresh(random);
    assertThat(HolderKey.ofPkcs8(key.pkcs8()).orElseThrow().publicKey()).isEqualTo(key.publicKey());
    assertThat(HolderKey.ofPkcs8(new byte[0])).isEmpty();
    assertThat(HolderKey.ofPkcs8("nonsense".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  private Offer opened(SealedOffer one, List<Holder> holders) {
    return opener.open(one, shares(one, holders)).offer().orElseThrow().offer();
  }

  private String fault(SealedOffer one, Map<Holder, String> shares) {
    Opened opened = opener.open(one, shares);
    assertThat(opened.offer()).isEmpty();
    return opened.fault().orElseThrow();
  }

  private String found(HolderKey key, SealedOffer one, Holder holder) {
    return switch (key.share(one, keys, holder)) {
      case Found.Share share -> share.share();
      case Found.Fault fault -> fault.fault().name();
    };
  }

  private Map<Holder, String> shares(SealedOffer one, List<Holder> holders) {
    Map<Holder, String> shares = new EnumMap<>(Holder.class);
    for (Holder holder : holders) {
      if (hand(holder).share(one, keys, holder) instanceof Found.Share found) {
        shares.put(holder, found.share());
      }
    }
    return shares;
  }

  private HolderKey hand(Holder holder) {
    return Objects.requireNonNull(hands.get(holder));
  }

  private SealedOffer text(String envelope) {
    return new SealedOffer(LOT, "4711", sealed.commitment(), envelope);
  }

  private static Map<Holder, HolderKey> hands(SecureRandom random) {
    Map<Holder, HolderKey> fresh = new EnumMap<>(Holder.class);
    for (Holder holder : Holder.values()) {
      fresh.put(holder, HolderKey.fresh(random));
    }
    return fresh;
  }

  private static LotKeys keysOf(Map<Holder, HolderKey> hands) {
    return new LotKeys(
        hands.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().publicKey())));
  }

  private static Yearly yearly(String rent, int ppm) {
    return new Yearly(Money.yuan(rent), new Percentage(ppm));
  }
}
