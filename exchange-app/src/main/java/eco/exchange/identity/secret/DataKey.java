package eco.exchange.identity.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one key of personal data, from which each use has a key of its own: texts are sealed by
 * AES-256-GCM, and marked by HMAC-SHA-256.
 *
 * <p>It has 256 bits, configured in Base64 as {@code exchange.identity.data-key}, or else made at
 * the first start and kept in the data folder. Without it what was sealed is lost.
 */
@Singleton
class DataKey {

  private static final int NONCE_BYTES = 12;
  private static final int KEY_BYTES = 32;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec root;

  @Inject
  DataKey(
      SecretFolder folder,
      @ConfigProperty(name = "exchange.identity.data-key") Optional<String> configured) {
    this(configured.orElseGet(() -> folder.key("citizen-data.key", DataKey::fresh)));
  }

  DataKey(String inBase64) {
    byte[] key = Base64.getDecoder().decode(inBase64.strip());
    if (key.length != KEY_BYTES) {
      throw new IllegalStateException("The data key of citizen numbers must have 256 bits.");
    }
    root = new SecretKeySpec(key, "HmacSHA256");
  }

  /** Seals a text; twice the same text gives different bytes. It opens only with the same bond. */
  byte[] seal(String use, String text, String bond) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, use, nonce, bond, plain);
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  /**
   * Opens what was sealed.
   *
   * @throws IllegalStateException if it was sealed with another key or bond, or changed
   */
  String open(String use, byte[] sealed, String bond) {
    ByteBuffer buffer = ByteBuffer.wrap(sealed);
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    byte[] rest = new byte[buffer.remaining()];
    buffer.get(rest);
    return new String(crypt(Cipher.DECRYPT_MODE, use, nonce, bond, rest), StandardCharsets.UTF_8);
  }

  /** What the same text always gives, and from which nobody without the key can tell it. */
  byte[] mark(String use, String text) {
    return hmac(new SecretKeySpec(hmac(root, use), "HmacSHA256"), text);
  }

  private byte[] crypt(int mode, String use, byte[] nonce, String bond, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      SecretKeySpec key = new SecretKeySpec(hmac(root, use), "AES");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(bond.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Personal data cannot be sealed or opened", e);
    }
  }

  private static byte[] hmac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static String fresh() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
