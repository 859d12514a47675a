package eco.exchange.contracts.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The certificates for which the exchange's root no longer vouches, and since when.
 *
 * <p>They stand in a file beside the keys, a line each, which is only ever added to; whoever shares
 * the keys shares the list.
 */
final class RevocationList {

  private static final Duration VALIDITY = Duration.ofDays(30);

  private final Path file;

  RevocationList(Path folder) {
    this.file = folder.resolve("revoked");
  }

  /** Since when a certificate is revoked; empty if it is not. */
  Optional<Instant> since(X509Certificate certificate) {
    return Optional.ofNullable(all().get(certificate.getSerialNumber()));
  }

  /** Revokes a certificate; again changes nothing. */
  void add(X509Certificate certificate, Instant at) {
    if (since(certificate).isPresent()) {
      return;
    }
    String line = "%x %s%n".formatted(certificate.getSerialNumber(), at);
    try {
      Files.writeString(
          file,
          line,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
    } catch (IOException e) {
      throw new UncheckedIOException("the list of revoked certificates cannot be written", e);
    }
  }

  private Map<BigInteger, Instant> all() {
    Map<BigInteger, Instant> revoked = new LinkedHashMap<>();
    try {
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file)) {
          String[] told = line.split(" ", 2);
          revoked.putIfAbsent(new BigInteger(told[0], 16), Instant.parse(told[1]));
        }
      }
      return revoked;
    } catch (IOException e) {
      throw new UncheckedIOException("the list of revoked certificates cannot be read", e);
    }
  }

  /** The list as of now, signed by the root (RFC 5280, 5), in DER. */
  byte[] signedBy(Signer root, Instant now) {
    JcaX509v2CRLBuilder list =
        new JcaX509v2CRLBuilder(root.certificate().getSubjectX500Principal(), Date.from(now));
    list.setNextUpdate(Date.from(now.plus(VALIDITY)));
    all()
        .forEach(
            (serial, since) -> list.addCRLEntry(serial, Date.from(since), CRLReason.unspecified));
    try {
      list.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(root.certificate()));
      list.addExtension(
          Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.toEpochMilli())));
      return list.build(new JcaContentSignerBuilder("SHA256withECDSA").build(root.key()))
          .getEncoded();
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("a list of revoked certificates that cannot be made", e);
    }
  }
}
