package eco.exchange.contracts.signature;

import eco.exchange.contracts.key.TrustedIssuers;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * A certificate that a party brings to sign by.
 *
 * @param certificate the certificate
 */
public record BroughtCertificate(X509Certificate certificate) {

  private static final int SIZE_MAX = 20_000;
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;

  /** What is wrong with a certificate, in the order in which it is looked at. */
  public enum Fault {
    /** No authority that the centre trusts vouches for it; it may be self-made. */
    UNTRUSTED("no authority that the centre trusts has issued the certificate"),
    /** It is for another use than signing, or its key is of a kind that is not taken. */
    UNFIT("the certificate is not for signing, or its kind of key is not taken"),
    /** It names somebody else than the party. */
    OF_ANOTHER("the certificate names neither the party nor its code"),
    /** It is not valid now. */
    EXPIRED("the certificate has expired or is not valid yet"),
    /** Its issuer has revoked it, or does not tell in time that it has not. */
    REVOKED("the certificate is revoked, or its issuer's list of revocations has expired");

    private final String words;

    Fault(String words) {
      this.words = words;
    }

    /** What a party is told. */
    public String words() {
      return words;
    }
  }

  /** Reads a certificate in PEM or DER; empty if it is none. */
  public static Optional<BroughtCertificate> read(byte[] bytes) {
    if (bytes.length > SIZE_MAX) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new BroughtCertificate(
              (X509Certificate)
                  CertificateFactory.getInstance("X.509")
                      .generateCertificate(new ByteArrayInputStream(bytes))));
    } catch (CertificateException none) {
      return Optional.empty();
    }
  }

  /** What is wrong with it for a party at a time; empty if nothing is. */
  public Optional<Fault> fault(TrustedIssuers issuers, String name, String code, Instant at) {
    Optional<TrustedIssuers.Issuer> issuer = issuers.of(certificate);
    if (issuer.isEmpty()) {
      return Optional.of(Fault.UNTRUSTED);
    } else if (!isForSigning()) {
      return Optional.of(Fault.UNFIT);
    } else if (!names(name, code)) {
      return Optional.of(Fault.OF_ANOTHER);
    } else if (!isValid(at)) {
      return Optional.of(Fault.EXPIRED);
    }
    return isRevoked(issuer.get(), at) ? Optional.of(Fault.REVOKED) : Optional.empty();
  }

  private boolean isForSigning() {
    boolean[] use = certificate.getKeyUsage();
    return certificate.getBasicConstraints() < 0
        && (use == null || use[DIGITAL_SIGNATURE] || use[NON_REPUDIATION])
        && (certificate.getPublicKey() instanceof ECPublicKey
            || certificate.getPublicKey() instanceof RSAPublicKey);
  }

  /**
   * Whether it names a party: by its credit code where it has one, else by its full name. A masked
   * code of a person names nobody.
   */
  public boolean names(String name, String code) {
    X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    boolean hasCode =
        Stream.of(BCStyle.SERIALNUMBER, BCStyle.ORGANIZATION_IDENTIFIER)
            .flatMap(type -> Stream.of(subject.getRDNs(type)))
            .anyMatch(value -> text(value).endsWith(code));
    boolean hasName =
        Stream.of(BCStyle.CN, BCStyle.O)
            .flatMap(type -> Stream.of(subject.getRDNs(type)))
            .anyMatch(value -> text(value).equals(name));
    return hasName || (hasCode && !code.contains("*"));
  }

  private static String text(RDN value) {
    return IETFUtils.valueToString(value.getFirst().getValue());
  }

  private boolean isValid(Instant at) {
    try {
      certificate.checkValidity(Date.from(at));
      return true;
    } catch (CertificateException outside) {
      return false;
    }
  }

  private boolean isRevoked(TrustedIssuers.Issuer issuer, Instant at) {
    try {
      issuer.list().verify(issuer.certificate().getPublicKey());
    } catch (GeneralSecurityException notItsList) {
      return true;
    }
    Date next = issuer.list().getNextUpdate();
    X509CRLEntry entry = issuer.list().getRevokedCertificate(certificate);
    return entry != null || next == null || next.toInstant().isBefore(at);
  }
}
