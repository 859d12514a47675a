package eco.exchange.contracts.proof;

import eco.exchange.contracts.proof.Findings.Wrong;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** The time stamp on a seal: who testifies that the seal was there, and when (RFC 3161). */
final class SealStamp {

  // The seal is stamped while it is put on; a clock elsewhere may differ a little.
  private static final Duration APART_MAX = Duration.ofMinutes(10);

  private final TimeStampToken token;
  private final X509Certificate stamper;

  private SealStamp(TimeStampToken token, X509Certificate stamper) {
    this.token = token;
    this.stamper = stamper;
  }

  /** Reads the stamp of a seal, after making sure that it is on this seal and intact. */
  static SealStamp on(SignatureContainer seal) throws Wrong, GeneralSecurityException {
    try {
      ContentInfo content = seal.stamp().orElseThrow(() -> new Wrong("没有时间戳 (no time stamp)"));
      TimeStampToken token = new TimeStampToken(content);
      Collection<X509CertificateHolder> named = token.getCertificates().getMatches(token.getSID());
      Findings.must(
          named.size() == 1 && token.getCertificates().getMatches(null).size() == 1,
          "时间戳的证书不全或者多余 (certificates of the stamp)");
      X509CertificateHolder stamper = named.iterator().next();
      // The key's use, the certificate's name in the token and its validity are looked at, too.
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(stamper));
      Findings.must(
          token.getTimeStampInfo().getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)
              && MessageDigest.isEqual(
                  MessageDigest.getInstance("SHA-256").digest(seal.value()),
                  token.getTimeStampInfo().getMessageImprintDigest()),
          "时间戳盖在另一个签名上 (stamp of another signature)");
      return new SealStamp(token, new JcaX509CertificateConverter().getCertificate(stamper));
    } catch (TSPException | OperatorCreationException invalid) {
      throw new Wrong("时间戳无效 (invalid): " + invalid.getMessage());
    } catch (IOException unreadable) {
      throw new Wrong("时间戳无法读取 (unreadable): " + unreadable.getMessage());
    }
  }

  /** When the seal was there. */
  Instant at() {
    return token.getTimeStampInfo().getGenTime().toInstant();
  }

  /** Who testifies. */
  X509Certificate stamper() {
    return stamper;
  }

  /** Makes sure that somebody vouches for the stamp whom the centre has named under its seal. */
  void mustBeTrusted(X509Certificate root, List<X509Certificate> issuers, Instant sealedAt)
      throws Wrong, GeneralSecurityException {
    List<X509Certificate> trusted = new ArrayList<>(issuers);
    trusted.add(root);
    Findings.must(
        trusted.stream().anyMatch(issuer -> ChainCheck.vouchesFor(issuer, stamper)),
        "时间戳的证书无人担保 (nobody vouches for the stamp)");
    Findings.must(
        Duration.between(sealedAt, at()).abs().compareTo(APART_MAX) <= 0,
        "时间戳为%s，印章为%s (stamped at another time)",
        at(),
        sealedAt);
  }
}
