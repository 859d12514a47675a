package eco.exchange.identity.secret;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.util.KeyUtils;
import io.smallrye.jwt.util.ResourceUtils;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The key pair that signs access tokens and proves them, for ES256.
 *
 * <p>It is read from the configured places, which all nodes of one exchange must share; with none
 * configured it is made at the first start and kept in the data folder.
 */
@Singleton
public class TokenKeys {

  private final PrivateKey signing;
  private final PublicKey verifying;

  TokenKeys(
      SecretFolder folder,
      @ConfigProperty(name = "smallrye.jwt.sign.key.location") Optional<String> signingPlace,
      @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> verifyingPlace) {
    if (signingPlace.isPresent() != verifyingPlace.isPresent()) {
      throw new IllegalStateException(
          "Set both smallrye.jwt.sign.key.location and mp.jwt.verify.publickey.location, or none.");
    }
    try {
      if (signingPlace.isPresent() && verifyingPlace.isPresent()) {
        signing = KeyUtils.decodePrivateKey(read(signingPlace.get()), SignatureAlgorithm.ES256);
        verifying = KeyUtils.decodePublicKey(read(verifyingPlace.get()), SignatureAlgorithm.ES256);
      } else {
        String pair = folder.key("token-signing.pem", TokenKeys::fresh);
        signing = KeyUtils.decodePrivateKey(part(pair, "PRIVATE KEY"), SignatureAlgorithm.ES256);
        verifying = KeyUtils.decodePublicKey(part(pair, "PUBLIC KEY"), SignatureAlgorithm.ES256);
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("The keys that sign access tokens cannot be read", e);
    }
  }

  /** The key that signs. */
  public PrivateKey signing() {
    return signing;
  }

  /** The key that proves a signature. */
  public PublicKey verifying() {
    return verifying;
  }

  private static String read(String place) throws IOException {
    @Nullable String pem = ResourceUtils.readResource(place);
    if (pem == null) {
      throw new FileNotFoundException(place);
    }
    return pem;
  }

  private static String fresh() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      return pem("PRIVATE KEY", pair.getPrivate()) + pem("PUBLIC KEY", pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has P-256", e);
    }
  }

  private static String pem(String kind, Key key) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(kind, body);
  }

  private static String part(String pems, String kind) {
    String end = "-----END " + kind + "-----";
    int from = pems.indexOf("-----BEGIN " + kind + "-----");
    int to = pems.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException("The file of the token keys has no " + kind);
    }
    return pems.substring(from, to + end.length());
  }
}
