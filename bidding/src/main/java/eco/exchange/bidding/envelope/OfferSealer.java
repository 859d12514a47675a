package eco.exchange.bidding.envelope;

import eco.exchange.bidding.auction.Act.Opened.Unsealed;
import eco.exchange.bidding.auction.Commitments;
import eco.exchange.market.TradeId;
import eco.exchange.method.Offer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The sealing of offers, on the bidder's own machine. */
public final class OfferSealer {

  private static final HexFormat HEX = HexFormat.of();

  private final SecureRandom random;

  /** Seals with keys and nonces from a source of randomness. */
  public OfferSealer(SecureRandom random) {
    this.random = random;
  }

  /** Seals an offer for a lot and a paddle, so that two of the holders can open it. */
  public SealedOffer seal(TradeId lot, String paddle, Offer offer, LotKeys keys) {
    Unsealed unsealed = new Unsealed(offer, HEX.formatHex(bytes(OfferBytes.NONCE_BYTES)));
    return new SealedOffer(
        lot,
        paddle,
        Commitments.of(lot, paddle, offer, unsealed.nonce()),
        envelope(lot, paddle, unsealed, keys));
  }

  private String envelope(TradeId lot, String paddle, Unsealed unsealed, LotKeys keys) {
    String fingerprint = keys.fingerprint();
    List<byte[]> plain = ContentKey.shares(random);
    List<Envelope.Share> shares = new ArrayList<>();
    for (Holder holder : Holder.values()) {
      byte[] share = plain.get(holder.ordinal());
      String info = Envelope.info(lot.code(), paddle, fingerprint, holder);
      Hpke.Sealed sealed = Hpke.seal(keys.of(holder), info, share);
      shares.add(new Envelope.Share(holder, Sha256Hex.of(share), sealed.enc(), sealed.text()));
    }
    byte[] nonce = bytes(ContentKey.NONCE_BYTES);
    Envelope open =
        new Envelope(
            Envelope.FORM, lot.code(), paddle, fingerprint, shares, HEX.formatHex(nonce), "");
    byte[] encrypted = key(plain).encrypt(nonce, open.vouched(), OfferBytes.write(unsealed));
    return open.with(HEX.formatHex(encrypted)).write();
  }

  private static ContentKey key(List<byte[]> shares) {
    Map<Holder, byte[]> two = new EnumMap<>(Holder.class);
    two.put(Holder.CENTRE, shares.getFirst());
    two.put(Holder.NOTARY, shares.getLast());
    return ContentKey.of(two);
  }

  private byte[] bytes(int length) {
    byte[] fresh = new byte[length];
    random.nextBytes(fresh);
    return fresh;
  }
}
