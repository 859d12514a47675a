package eco.exchange.identity.secret;

import eco.exchange.market.CitizenNumber;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps citizen numbers: sealed by AES-256-GCM, found again by a blind index (HMAC-SHA-256).
 *
 * <p>A sealed number is bound to its party, so that it cannot be moved to another row. Both keys
 * come from one data key of 256 bits, configured in Base64 as {@code exchange.identity.data-key},
 * or else made at the first start and kept in the data folder. Without it the numbers are lost.
 */
@Singleton
public class CitizenVault {

  private static final int NONCE_BYTES = 12;
  private static final int KEY_BYTES = 32;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec sealing;
  private final SecretKeySpec indexing;

  @Inject
  CitizenVault(
      KeyFolder folder,
      @ConfigProperty(name = "exchange.identity.data-key") Optional<String> configured) {
    this(configured.orElseGet(() -> folder.key("citizen-data.key", CitizenVault::freshKey)));
  }

  CitizenVault(String dataKey) {
    byte[] key = Base64.getDecoder().decode(dataKey.strip());
    if (key.length != KEY_BYTES) {
      throw new IllegalStateException("The data key of citizen numbers must have 256 bits.");
    }
    sealing = new SecretKeySpec(hmac(new SecretKeySpec(key, "HmacSHA256"), "sealing"), "AES");
    indexing = new SecretKeySpec(hmac(new SecretKeySpec(key, "HmacSHA256"), "index"), "HmacSHA256");
  }

  /** Seals the number of a party; twice the same number gives different bytes. */
  public byte[] seal(CitizenNumber number, UUID party) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed =
        crypt(Cipher.ENCRYPT_MODE, nonce, party, number.number().getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  /**
   * Opens what was sealed for a party.
   *
   * @throws IllegalStateException if it was sealed with another key, for another party, or changed
   */
  public CitizenNumber open(byte[] sealed, UUID party) {
    ByteBuffer buffer = ByteBuffer.wrap(sealed);
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    byte[] rest = new byte[buffer.remaining()];
    buffer.get(rest);
    byte[] number = crypt(Cipher.DECRYPT_MODE, nonce, party, rest);
    return new CitizenNumber(new String(number, StandardCharsets.UTF_8));
  }

  /** What the same number always gives, and from which nobody without the key can tell it. */
  public byte[] index(CitizenNumber number) {
    return hmac(indexing, number.number());
  }

  private byte[] crypt(int mode, byte[] nonce, UUID party, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(party.toString().getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A citizen number cannot be sealed or opened", e);
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

  private static String freshKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
