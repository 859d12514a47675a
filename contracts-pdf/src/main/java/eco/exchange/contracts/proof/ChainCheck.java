package eco.exchange.contracts.proof;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.key.CertificateName;
import eco.exchange.contracts.proof.Findings.Wrong;
import eco.exchange.contracts.signature.BroughtCertificate;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;

/** The check that a chain of certificates leads from a signer to the root that is trusted. */
final class ChainCheck {

  private static final int DIGITAL_SIGNATURE = 0;
  private static final int KEY_CERT_SIGN = 5;

  private ChainCheck() {}

  /**
   * Makes sure that the root vouches for the signer.
   *
   * @param chain the signer's own certificate first, the root last
   * @param identity the identity that the signer's certificate must name
   * @param at when it was signed
   * @param root the root that is trusted
   */
  static void mustLead(
      List<X509Certificate> chain, String identity, Instant at, X509Certificate root)
      throws Wrong, GeneralSecurityException {
    Findings.must(chain.size() == 2 && chain.getLast().equals(root), "证书不是由信任的根签发 (another root)");
    X509Certificate signer = chain.getFirst();
    String named = CertificateName.identity(signer).orElse("");
    Findings.must(named.equals(identity), "证书属于他人：%s (certificate of another)", named);
    signer.verify(root.getPublicKey());
    root.verify(root.getPublicKey());
    boolean[] use = signer.getKeyUsage();
    boolean[] rootUse = root.getKeyUsage();
    Findings.must(
        signer.getBasicConstraints() < 0
            && use != null
            && use[DIGITAL_SIGNATURE]
            && root.getBasicConstraints() >= 0
            && rootUse != null
            && rootUse[KEY_CERT_SIGN],
        "证书用途不符 (certificate for another use)");
    signer.checkValidity(Date.from(at));
    root.checkValidity(Date.from(at));
  }

  /**
   * Makes sure that a certificate that a party has brought is the party's, and that an authority
   * vouches for it whom the centre has named under its seal.
   */
  static void mustBeBrought(
      List<X509Certificate> chain, Deal.Signatory party, Instant at, List<X509Certificate> issuers)
      throws Wrong, GeneralSecurityException {
    Findings.must(
        chain.size() == 2 && issuers.contains(chain.getLast()), "证书不是由信任的根签发 (another root)");
    X509Certificate signer = chain.getFirst();
    Findings.must(
        new BroughtCertificate(signer).names(party.party().name(), party.code()),
        "证书属于他人：%s (certificate of another)",
        signer.getSubjectX500Principal());
    Findings.must(
        signer.getBasicConstraints() < 0 && chain.getLast().getBasicConstraints() >= 0,
        "证书用途不符 (certificate for another use)");
    signer.checkValidity(Date.from(at));
    chain.getLast().checkValidity(Date.from(at));
  }

  /** Whether one certificate's key has signed another one, or itself. */
  static boolean vouchesFor(X509Certificate issuer, X509Certificate certificate) {
    if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException otherKey) {
      return false;
    }
  }

  /** The SHA-256 of a certificate, by which people compare it. */
  static String fingerprint(X509Certificate certificate) throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    return HexFormat.of().formatHex(hash);
  }
}
