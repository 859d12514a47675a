package eco.exchange.contracts.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The licensed authorities, besides the exchange's own root, whose certificates parties may bring:
 * each with its certificate and its list of revocations in a folder, {@code NAME.crt} and {@code
 * NAME.crl}. Who keeps the folder must keep the lists fresh.
 */
public final class TrustedIssuers {

  /**
   * An authority.
   *
   * @param certificate its own certificate, which is a root
   * @param list the certificates that it has revoked
   */
  public record Issuer(X509Certificate certificate, X509CRL list) {}

  private final List<Issuer> all;

  private TrustedIssuers(List<Issuer> all) {
    this.all = List.copyOf(all);
  }

  /** The authorities of a folder; none if there is no folder. */
  static TrustedIssuers in(Path folder) {
    List<Issuer> all = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return new TrustedIssuers(all);
    }
    try (Stream<Path> files = Files.list(folder)) {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (Path file : files.filter(it -> it.toString().endsWith(".crt")).sorted().toList()) {
        Path list = file.resolveSibling(file.getFileName().toString().replace(".crt", ".crl"));
        all.add(
            new Issuer(
                (X509Certificate) factory.generateCertificate(content(file)),
                (X509CRL) factory.generateCRL(content(list))));
      }
      return new TrustedIssuers(all);
    } catch (IOException e) {
      throw new UncheckedIOException("the trusted issuers cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a trusted issuer's file is broken", e);
    }
  }

  private static ByteArrayInputStream content(Path file) throws IOException {
    return new ByteArrayInputStream(Files.readAllBytes(file));
  }

  /** Who vouches for a certificate; empty if nobody here does. */
  public Optional<Issuer> of(X509Certificate certificate) {
    return all.stream().filter(issuer -> vouches(issuer, certificate)).findFirst();
  }

  private static boolean vouches(Issuer issuer, X509Certificate certificate) {
    try {
      certificate.verify(issuer.certificate().getPublicKey());
      return !certificate.equals(issuer.certificate());
    } catch (GeneralSecurityException another) {
      return false;
    }
  }

  List<Issuer> all() {
    return all;
  }
}
