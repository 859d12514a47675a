package eco.exchange.identity.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret of 256 random bits that says nothing by itself; only its hash is stored.
 *
 * @param text the secret, as its holder keeps it
 */
public record OpaqueToken(String text) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new secret. */
  public static OpaqueToken fresh() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return new OpaqueToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** The SHA-256 of the secret, by which it is known again. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "OpaqueToken[secret]";
  }
}
