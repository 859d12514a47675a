package eco.exchange.contracts.proof;

import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfStream;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The evidence that a paper carries under its seal, by which signatures are proven when nobody can
 * be asked any more (ETSI EN 319 142-1, 5.4).
 */
final class EvidenceStore {

  private static final int PATH_MAX = 5;
  private static final int ENTRIES_MAX = 50;

  private final PdfDocument pdf;

  EvidenceStore(PdfDocument pdf) {
    this.pdf = pdf;
  }

  /** Who vouches for signers. */
  List<X509Certificate> issuers() throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<X509Certificate> issuers = new ArrayList<>();
    for (byte[] der : entries("Certs")) {
      issuers.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
    }
    return issuers;
  }

  /** The lists of certificates for which they no longer vouch. */
  List<X509CRL> revocations() throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<X509CRL> lists = new ArrayList<>();
    for (byte[] der : entries("CRLs")) {
      lists.add((X509CRL) factory.generateCRL(new ByteArrayInputStream(der)));
    }
    return lists;
  }

  /** A path of certificates, carried on to a root as far as the store tells. */
  List<X509Certificate> completed(List<X509Certificate> path) {
    List<X509Certificate> completed = new ArrayList<>(path);
    try {
      List<X509Certificate> issuers = issuers();
      while (completed.size() < PATH_MAX && !isRoot(completed.getLast())) {
        X509Certificate last = completed.getLast();
        Optional<X509Certificate> issuer =
            issuers.stream().filter(one -> ChainCheck.vouchesFor(one, last)).findFirst();
        if (issuer.isEmpty()) {
          break;
        }
        completed.add(issuer.get());
      }
    } catch (GeneralSecurityException broken) {
      // A path that stops short leads to no root, and is refused as such.
      return completed;
    }
    return completed;
  }

  private static boolean isRoot(X509Certificate certificate) {
    return ChainCheck.vouchesFor(certificate, certificate);
  }

  private List<byte[]> entries(String name) {
    PdfDictionary store = pdf.getCatalog().getPdfObject().getAsDictionary(PdfName.DSS);
    PdfArray array = store == null ? null : store.getAsArray(new PdfName(name));
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; array != null && i < Math.min(array.size(), ENTRIES_MAX); i++) {
      PdfStream stream = array.getAsStream(i);
      if (stream != null) {
        entries.add(stream.getBytes());
      }
    }
    return entries;
  }
}
