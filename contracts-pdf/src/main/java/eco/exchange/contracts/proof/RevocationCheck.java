package eco.exchange.contracts.proof;

import eco.exchange.contracts.proof.Findings.Wrong;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The check that nobody had revoked the certificates when the paper was sealed. */
final class RevocationCheck {

  private static final Duration CLOCKS_APART_MAX = Duration.ofMinutes(10);

  private final List<X509CRL> lists;
  private final Instant at;

  /**
   * A check by lists that stand under the seal.
   *
   * @param lists the lists of those who vouch for the certificates
   * @param at when the seal was stamped; by then every signature was there
   */
  RevocationCheck(List<X509CRL> lists, Instant at) {
    this.lists = lists;
    this.at = at;
  }

  /** Makes sure that a list of its issuer, valid at that time, does not name the certificate. */
  void mustStand(X509Certificate certificate, X509Certificate issuer) throws Wrong {
    X509CRL list =
        lists.stream()
            .filter(one -> isBy(issuer, one))
            .findFirst()
            .orElseThrow(() -> new Wrong("没有吊销列表 (no revocation list)"));
    Findings.must(
        !list.getThisUpdate().toInstant().isAfter(at.plus(CLOCKS_APART_MAX))
            && list.getNextUpdate() != null
            && !list.getNextUpdate().toInstant().isBefore(at),
        "吊销列表不是当时的 (revocation list of another time)");
    Optional<Instant> revoked = since(list, certificate).filter(since -> !since.isAfter(at));
    Findings.must(
        revoked.isEmpty(),
        "证书已于%s吊销 (revoked before the seal)",
        revoked.map(Instant::toString).orElse(""));
  }

  private static boolean isBy(X509Certificate issuer, X509CRL list) {
    try {
      list.verify(issuer.getPublicKey());
      return list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
    } catch (GeneralSecurityException byAnother) {
      return false;
    }
  }

  /** Since when a list names a certificate. */
  private static Optional<Instant> since(X509CRL list, X509Certificate certificate) {
    return Optional.ofNullable(list.getRevokedCertificate(certificate))
        .map(X509CRLEntry::getRevocationDate)
        .map(date -> date.toInstant());
  }
}
