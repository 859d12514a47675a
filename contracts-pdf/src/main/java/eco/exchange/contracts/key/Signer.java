package eco.exchange.contracts.key;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key, which may stay in a device, and the certificates that vouch for it.
 *
 * @param key the key, EC or RSA
 * @param chain the signer's own certificate first, the root last
 */
public record Signer(PrivateKey key, List<X509Certificate> chain) {

  /** Copies the chain. */
  public Signer {
    chain = List.copyOf(chain);
  }

  /** The signer's own certificate. */
  public X509Certificate certificate() {
    return chain.getFirst();
  }
}
