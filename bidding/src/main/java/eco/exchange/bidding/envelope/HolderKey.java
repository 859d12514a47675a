package eco.exchange.bidding.envelope;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/** A holder's own key pair, which never leaves the holder's machine. */
public final class HolderKey {

  private static final HexFormat HEX = HexFormat.of();

  private final X25519PrivateKeyParameters key;

  private HolderKey(X25519PrivateKeyParameters key) {
    this.key = key;
  }

  /** What a holder's key finds in an envelope. */
  public sealed interface Found {

    /** The holder's share of the content key, in hexadecimal digits. */
    record Share(String share) implements Found {}

    /** There is no share to be had, and why. */
    record Fault(EnvelopeFault fault) implements Found {}
  }

  /** A new key pair. */
  public static HolderKey fresh(SecureRandom random) {
    return new HolderKey(new X25519PrivateKeyParameters(random));
  }

  /** The key pair of a private key by PKCS#8; empty if it is none for X25519. */
  public static Optional<HolderKey> ofPkcs8(byte[] bytes) {
    try {
      return PrivateKeyFactory.createKey(bytes) instanceof X25519PrivateKeyParameters key
          ? Optional.of(new HolderKey(key))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** Whether a text is a public key to which envelopes can be sealed. */
  public static boolean isPublicKey(String text) {
    return Hpke.isUsable(text);
  }

  /** The private key by PKCS#8, not encrypted. */
  public byte[] pkcs8() {
    try {
      return PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("nothing is read or written", e);
    }
  }

  /** The public key, to be registered with the exchange. */
  public String publicKey() {
    return HEX.formatHex(key.generatePublicKey().getEncoded());
  }

  /** The share of this holder in an envelope. */
  public Found share(SealedOffer sealed, LotKeys keys, Holder holder) {
    Optional<Envelope> envelope = Envelope.read(sealed.envelope());
    if (envelope.isEmpty()) {
      return new Found.Fault(EnvelopeFault.MALFORMED);
    }
    return envelope
        .get()
        .fault(sealed.lot(), sealed.paddle(), keys)
        .<Found>map(Found.Fault::new)
        .orElseGet(() -> share(envelope.get(), holder));
  }

  private Found share(Envelope envelope, Holder holder) {
    AsymmetricCipherKeyPair pair = new AsymmetricCipherKeyPair(key.generatePublicKey(), key);
    Envelope.Share mine = envelope.share(holder);
    Optional<byte[]> opened = Hpke.open(pair, envelope.info(holder), mine.sealed());
    if (opened.isEmpty()) {
      return new Found.Fault(EnvelopeFault.SHARE_UNREADABLE);
    }
    return Sha256Hex.of(opened.get()).equals(mine.digest())
        ? new Found.Share(HEX.formatHex(opened.get()))
        : new Found.Fault(EnvelopeFault.SHARE_WRONG);
  }
}
