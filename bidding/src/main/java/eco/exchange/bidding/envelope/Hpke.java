package eco.exchange.bidding.envelope;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;

/** HPKE in base mode, with X25519, HKDF-SHA256 and AES-256-GCM (RFC 9180). */
final class Hpke {

  private static final HexFormat HEX = HexFormat.of();
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
  private static final byte[] NOTHING = {};

  /**
   * An encrypted text.
   *
   * @param enc the sender's fresh public key, in hexadecimal digits
   * @param text the encrypted text, in hexadecimal digits
   */
  record Sealed(String enc, String text) {}

  private Hpke() {}

  // Made anew each time: nothing says that one may be shared by threads.
  private static HPKE suite() {
    return new HPKE(
        HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
  }

  /** Whether anything can be encrypted to a key; to some points of the curve nothing can. */
  static boolean isUsable(String publicKey) {
    try {
      return KEY.matcher(publicKey).matches()
          && !seal(publicKey, "", NOTHING).enc().equals(publicKey);
    } catch (IllegalArgumentException | IllegalStateException weak) {
      return false;
    }
  }

  /**
   * Encrypts to a key.
   *
   * @param info what both sides must agree on for the text to open
   */
  static Sealed seal(String publicKey, String info, byte[] text) {
    HPKE suite = suite();
    try {
      byte[][] sealed =
          suite.seal(
              suite.deserializePublicKey(HEX.parseHex(publicKey)),
              bytes(info),
              NOTHING,
              text,
              null,
              null,
              null);
      return new Sealed(HEX.formatHex(sealed[1]), HEX.formatHex(sealed[0]));
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("encrypting does not fail", e);
    }
  }

  /** Decrypts; empty if the text was not encrypted to this key under this info. */
  static Optional<byte[]> open(AsymmetricCipherKeyPair key, String info, Sealed sealed) {
    try {
      return Optional.of(
          suite()
              .open(
                  HEX.parseHex(sealed.enc()),
                  key,
                  bytes(info),
                  NOTHING,
                  HEX.parseHex(sealed.text()),
                  null,
                  null,
                  null));
    } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
