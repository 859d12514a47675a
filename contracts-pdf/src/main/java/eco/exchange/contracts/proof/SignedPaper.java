package eco.exchange.contracts.proof;

import com.itextpdf.kernel.pdf.MemoryLimitsAwareHandler;
import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDate;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfRevisionsReader;
import com.itextpdf.kernel.pdf.ReaderProperties;
import com.itextpdf.signatures.PdfPKCS7;
import com.itextpdf.signatures.PdfSignature;
import com.itextpdf.signatures.SignatureUtil;
import com.itextpdf.signatures.validation.ValidatorChainBuilder;
import com.itextpdf.signatures.validation.context.CertificateSource;
import com.itextpdf.signatures.validation.context.TimeBasedContext;
import com.itextpdf.signatures.validation.context.ValidationContext;
import com.itextpdf.signatures.validation.context.ValidatorContext;
import com.itextpdf.signatures.validation.report.ReportItem;
import com.itextpdf.signatures.validation.report.ValidationReport;
import eco.exchange.contracts.print.PrintedPaper;
import eco.exchange.contracts.proof.Findings.Wrong;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A paper with signatures, opened to be examined. */
final class SignedPaper implements AutoCloseable {

  // What a genuine paper takes many times over; what takes more is meant to exhaust its reader.
  private static final int PAGES_MAX = 500;
  private static final int OBJECTS_MAX = 200_000;
  private static final int UNPACKED_MAX = 20_000_000;
  private static final long UNPACKED_ALL_MAX = 100_000_000;

  private final byte[] bytes;
  private final PdfDocument pdf;
  private final SignatureUtil signatures;
  private final EvidenceStore store;

  SignedPaper(byte[] bytes) throws IOException {
    this.bytes = bytes;
    this.pdf = new PdfDocument(new PdfReader(new ByteArrayInputStream(bytes), bounds()));
    if (pdf.getNumberOfPages() > PAGES_MAX) {
      throw new IOException("%d pages".formatted(pdf.getNumberOfPages()));
    }
    this.signatures = new SignatureUtil(pdf);
    this.store = new EvidenceStore(pdf);
  }

  private static ReaderProperties bounds() {
    MemoryLimitsAwareHandler bounds =
        new MemoryLimitsAwareHandler()
            .setMaxSizeOfSingleDecompressedPdfStream(UNPACKED_MAX)
            .setMaxSizeOfDecompressedPdfStreamsSum(UNPACKED_ALL_MAX);
    bounds.setMaxNumberOfElementsInXrefStructure(OBJECTS_MAX);
    return new ReaderProperties().setMemoryLimitsAwareHandler(bounds);
  }

  PrintedPaper print() {
    return new PrintedPaper(pdf);
  }

  /** Makes sure that a reader sees every text on the pages. */
  void mustBeSeen() throws Wrong {
    String hidden = print().hidden().orElse("");
    Findings.must(hidden.isEmpty(), "%s", hidden);
  }

  List<String> signedFields() {
    return signatures.getSignatureNames();
  }

  boolean isSigned(String field) {
    return signedFields().contains(field);
  }

  /** Whether a signature covers the file from its first byte to its last, but for itself. */
  boolean coversWholeFile(String field) {
    PdfArray range = signatures.getSignature(field).getByteRange();
    // The library forgives blanks behind the last byte that is covered; nothing is forgiven here.
    long end = range.getAsNumber(2).longValue() + range.getAsNumber(3).longValue();
    return signatures.signatureCoversWholeDocument(field) && end == bytes.length;
  }

  /** How often the file was written, each time behind what was there. */
  int revisions() throws IOException {
    return new PdfRevisionsReader(pdf.getReader()).getAllRevisions().size();
  }

  /** Makes sure that nothing a signature covers was changed since. */
  void mustBeIntact(String field) throws Wrong, GeneralSecurityException, IOException {
    PdfPKCS7 signature = signatures.readSignatureData(field);
    Findings.must(
        signature.verifySignatureIntegrityAndAuthenticity(),
        "%s：签名与内容不符 (content was changed)",
        field);
    container(field).mustBeOf(carried(field));
  }

  /** The container of a signature, if it is plain. */
  SignatureContainer container(String field) throws Wrong, IOException {
    return SignatureContainer.read(gap(field));
  }

  /** The signer's own certificate first, then those who vouch for it, the root last. */
  List<X509Certificate> chain(String field) {
    return store.completed(carried(field));
  }

  /** What was sealed in to prove the signatures later. */
  EvidenceStore store() {
    return store;
  }

  /** The certificates that come with a signature, the signer's own first. */
  private List<X509Certificate> carried(String field) {
    return Arrays.stream(signatures.readSignatureData(field).getSignCertificateChain())
        .map(X509Certificate.class::cast)
        .toList();
  }

  /** When the signer says it has signed. */
  Instant signedAt(String field) {
    PdfSignature signature = signatures.getSignature(field);
    return PdfDate.decode(signature.getDate().getValue()).toInstant();
  }

  /** Makes sure that each revision only adds what signing adds. */
  void mustOnlyAddSignatures() throws Wrong {
    ValidationReport report =
        new ValidatorChainBuilder()
            .buildDocumentRevisionsValidator()
            .validateAllDocumentRevisions(
                new ValidationContext(
                    ValidatorContext.DOCUMENT_REVISIONS_VALIDATOR,
                    CertificateSource.SIGNER_CERT,
                    TimeBasedContext.PRESENT),
                pdf);
    List<String> faults = report.getFailures().stream().map(ReportItem::getMessage).toList();
    Findings.must(faults.isEmpty(), "%s", String.join("; ", faults));
  }

  private byte[] gap(String field) throws Wrong {
    PdfArray range = signatures.getSignature(field).getByteRange();
    int from = Math.addExact(range.getAsNumber(0).intValue(), range.getAsNumber(1).intValue());
    int to = range.getAsNumber(2).intValue();
    Findings.must(from >= 0 && from < to && to <= bytes.length, "%s：范围异常 (bad range)", field);
    return Arrays.copyOfRange(bytes, from, to);
  }

  @Override
  public void close() {
    pdf.close();
  }
}
