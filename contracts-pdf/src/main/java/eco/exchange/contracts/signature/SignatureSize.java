package eco.exchange.contracts.signature;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;

/** The space that a signature takes in a paper. */
final class SignatureSize {

  /** The attributes that are signed, and what names the signer and the algorithms. */
  private static final int ATTRIBUTES = 280;

  // Two whole numbers, each with its length and a sign.
  private static final int NUMBERS = 12;

  private SignatureSize() {}

  /** The bytes of a signature by a certificate, which it carries. */
  static int room(X509Certificate certificate) throws CertificateEncodingException {
    int issuer = certificate.getIssuerX500Principal().getEncoded().length;
    return certificate.getEncoded().length + 2 * issuer + ATTRIBUTES + value(certificate);
  }

  private static int value(X509Certificate certificate) {
    if (certificate.getPublicKey() instanceof ECPublicKey curve) {
      return 2 * bytes(curve.getParams().getOrder().bitLength()) + NUMBERS;
    } else if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
      return bytes(rsa.getModulus().bitLength());
    }
    throw new IllegalArgumentException("a key of another kind than EC and RSA");
  }

  private static int bytes(int bits) {
    return (bits + 7) / 8;
  }
}
