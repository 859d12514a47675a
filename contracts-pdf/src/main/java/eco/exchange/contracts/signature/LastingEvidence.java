package eco.exchange.contracts.signature;

import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDeveloperExtension;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The evidence by which signatures are proven later, in the document security store of a paper
 * (ETSI EN 319 142-1, 5.4): who vouched for the signers, and that nobody had been revoked.
 */
final class LastingEvidence {

  private static final PdfName CERTIFICATES = new PdfName("Certs");
  private static final PdfName REVOCATIONS = new PdfName("CRLs");

  private LastingEvidence() {}

  static void add(PdfDocument pdf, List<X509Certificate> issuers, List<byte[]> revocations)
      throws CertificateEncodingException {
    PdfArray certificates = new PdfArray();
    for (X509Certificate issuer : issuers) {
      certificates.add(stream(pdf, issuer.getEncoded()));
    }
    PdfArray lists = new PdfArray();
    revocations.forEach(list -> lists.add(stream(pdf, list)));
    PdfDictionary store = new PdfDictionary();
    store.put(CERTIFICATES, certificates);
    store.put(REVOCATIONS, lists);
    pdf.getCatalog().addDeveloperExtension(PdfDeveloperExtension.ESIC_1_7_EXTENSIONLEVEL5);
    pdf.getCatalog().put(PdfName.DSS, store.makeIndirect(pdf));
    pdf.getCatalog().setModified();
  }

  private static PdfStream stream(PdfDocument pdf, byte[] der) {
    return (PdfStream) new PdfStream(der).makeIndirect(pdf);
  }
}
