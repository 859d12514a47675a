package eco.exchange.bidding.envelope;

import eco.exchange.market.TradeId;
import eco.exchange.storage.RecordJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An envelope, laid open: all but the offer can be read by anybody.
 *
 * <p>There is exactly one text for each envelope, so that not even a blank can be added unseen.
 *
 * @param form {@code eco.exchange/sealed-offer/1}
 * @param lot the code of the lot
 * @param paddle the bidder's paddle
 * @param keys the fingerprint of the keys for which it was made
 * @param shares the shares of the content key, one for each holder in their order
 * @param nonce the nonce of AES-GCM, in hexadecimal digits
 * @param offer the encrypted offer, in hexadecimal digits
 */
record Envelope(
    String form,
    String lot,
    String paddle,
    String keys,
    List<Share> shares,
    String nonce,
    String offer) {

  static final String FORM = "eco.exchange/sealed-offer/1";

  private static final RecordJson JSON = new RecordJson();
  private static final List<Holder> HOLDERS = List.of(Holder.values());
  private static final int TAG_BYTES = 16;
  private static final Pattern HEX_32 = hex(32);
  private static final Pattern SEALED_SHARE = hex(ContentKey.KEY_BYTES + TAG_BYTES);
  private static final Pattern NONCE = hex(ContentKey.NONCE_BYTES);
  private static final Pattern OFFER = Pattern.compile("|" + hex(OfferBytes.LENGTH + TAG_BYTES));
  private static final Pattern THIS_FORM = Pattern.compile(Pattern.quote(FORM));

  /**
   * The share of one holder.
   *
   * @param holder whose it is
   * @param digest the SHA-256 of the share, by which the exchange knows a wrong one
   * @param enc the bidder's fresh public key
   * @param text the share, encrypted to the holder
   */
  record Share(Holder holder, String digest, String enc, String text) {
    Share {
      demand(digest, HEX_32);
      demand(enc, HEX_32);
      demand(text, SEALED_SHARE);
    }

    Hpke.Sealed sealed() {
      return new Hpke.Sealed(enc, text);
    }
  }

  Envelope {
    demand(form, THIS_FORM);
    demand(keys, HEX_32);
    demand(nonce, NONCE);
    demand(offer, OFFER);
    shares = List.copyOf(shares);
    if (!shares.stream().map(Share::holder).toList().equals(HOLDERS)) {
      throw new IllegalArgumentException("there is one share for each holder, in their order");
    }
  }

  private static Pattern hex(int bytes) {
    return Pattern.compile("[0-9a-f]{%d}".formatted(2 * bytes));
  }

  private static void demand(String text, Pattern shape) {
    if (!shape.matcher(text).matches()) {
      throw new IllegalArgumentException("an envelope has no such part: " + shape);
    }
  }

  /** The envelope that a text is; empty if it is none. */
  static Optional<Envelope> read(String text) {
    if (text.length() > SealedOffer.ENVELOPE_MAX) {
      return Optional.empty();
    }
    try {
      // The text may also be the word null.
      return Optional.ofNullable(JSON.read(Envelope.class, text))
          .filter(it -> it.write().equals(text) && !it.offer().isEmpty());
    } catch (IllegalStateException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  String write() {
    return JSON.write(this);
  }

  /** Why this is no envelope for a lot, a paddle and a set of keys. */
  Optional<EnvelopeFault> fault(TradeId wantedLot, String wantedPaddle, LotKeys wantedKeys) {
    if (!lot.equals(wantedLot.code())) {
      return Optional.of(EnvelopeFault.OTHER_LOT);
    }
    if (!paddle.equals(wantedPaddle)) {
      return Optional.of(EnvelopeFault.OTHER_PADDLE);
    }
    return keys.equals(wantedKeys.fingerprint())
        ? Optional.empty()
        : Optional.of(EnvelopeFault.OTHER_KEYS);
  }

  Share share(Holder holder) {
    return shares.get(holder.ordinal());
  }

  /** What the holder of a share must agree on with the bidder for it to open. */
  static String info(String lot, String paddle, String keys, Holder holder) {
    return String.join("\n", Arrays.asList(FORM, lot, paddle, keys, holder.name()));
  }

  String info(Holder holder) {
    return info(lot, paddle, keys, holder);
  }

  /** What the encryption of the offer vouches for: all else that stands in the envelope. */
  byte[] vouched() {
    return with("").write().getBytes(StandardCharsets.UTF_8);
  }

  Envelope with(String encrypted) {
    return new Envelope(form, lot, paddle, keys, shares, nonce, encrypted);
  }
}
