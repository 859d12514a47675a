package eco.exchange.contracts.key;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The making of key pairs on the curve P-256, and of the certificates that the exchange's own root
 * gives.
 */
final class CertificateMaker {

  private static final int ROOT_YEARS = 30;
  private static final int SIGNER_YEARS = 10;
  private static final int SERIAL_BITS = 120;

  private final SecureRandom random = new SecureRandom();

  /** A root, which vouches for itself. */
  Signer root(String commonName, Instant now) {
    KeyPair keys = keyPair();
    X500Name name = CertificateName.subject(commonName, CertificateName.ROOT);
    JcaX509v3CertificateBuilder certificate = builder(name, name, keys, now, ROOT_YEARS);
    int use = KeyUsage.keyCertSign | KeyUsage.cRLSign;
    return new Signer(
        keys.getPrivate(), List.of(signed(certificate, keys, keys, new BasicConstraints(0), use)));
  }

  /** A signer for whom the root vouches. */
  Signer signer(String commonName, String identity, Signer root, Instant now) {
    return signer(keyPair(), commonName, identity, root, now);
  }

  /** A signer for whose keys the root vouches, be they in a device. */
  Signer signer(KeyPair keys, String commonName, String identity, Signer root, Instant now) {
    int use = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    return vouched(keys, commonName, identity, root, now, use, Optional.empty());
  }

  /** A signer of time stamps and of nothing else (RFC 3161, 2.3). */
  Signer stamper(String commonName, Signer root, Instant now) {
    ExtendedKeyUsage alone = new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping);
    int use = KeyUsage.digitalSignature;
    return vouched(
        keyPair(), commonName, CertificateName.STAMPS, root, now, use, Optional.of(alone));
  }

  private Signer vouched(
      KeyPair keys,
      String commonName,
      String identity,
      Signer root,
      Instant now,
      int use,
      Optional<ExtendedKeyUsage> alone) {
    X500Name issuer =
        X500Name.getInstance(root.certificate().getSubjectX500Principal().getEncoded());
    X500Name subject = CertificateName.subject(commonName, identity);
    JcaX509v3CertificateBuilder certificate = builder(issuer, subject, keys, now, SIGNER_YEARS);
    if (alone.isPresent()) {
      add(certificate, Extension.extendedKeyUsage, true, alone.get());
    }
    KeyPair rootKeys = new KeyPair(root.certificate().getPublicKey(), root.key());
    X509Certificate own = signed(certificate, keys, rootKeys, new BasicConstraints(false), use);
    return new Signer(
        keys.getPrivate(), Stream.concat(Stream.of(own), root.chain().stream()).toList());
  }

  private static void add(
      JcaX509v3CertificateBuilder certificate,
      ASN1ObjectIdentifier extension,
      boolean isCritical,
      ASN1Encodable value) {
    try {
      certificate.addExtension(extension, isCritical, value);
    } catch (IOException e) {
      throw new IllegalStateException("an extension that cannot be written", e);
    }
  }

  private KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has the curve P-256", e);
    }
  }

  private JcaX509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, KeyPair keys, Instant now, int years) {
    // A certificate made on first use is younger than the deed that asked for it.
    Date from = Date.from(now.truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.HOURS));
    Date to = Date.from(now.truncatedTo(ChronoUnit.SECONDS).plus(years * 365L, ChronoUnit.DAYS));
    return new JcaX509v3CertificateBuilder(
        issuer, new BigInteger(SERIAL_BITS, random), from, to, subject, keys.getPublic());
  }

  private static X509Certificate signed(
      JcaX509v3CertificateBuilder builder,
      KeyPair own,
      KeyPair issuer,
      BasicConstraints constraints,
      int use) {
    try {
      JcaX509ExtensionUtils keys = new JcaX509ExtensionUtils();
      add(builder, Extension.basicConstraints, true, constraints);
      add(builder, Extension.keyUsage, true, new KeyUsage(use));
      add(
          builder,
          Extension.subjectKeyIdentifier,
          false,
          keys.createSubjectKeyIdentifier(own.getPublic()));
      add(
          builder,
          Extension.authorityKeyIdentifier,
          false,
          keys.createAuthorityKeyIdentifier(issuer.getPublic()));
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("a certificate that cannot be made", e);
    }
  }
}
