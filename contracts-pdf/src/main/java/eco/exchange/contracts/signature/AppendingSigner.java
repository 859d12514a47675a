package eco.exchange.contracts.signature;

import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.StampingProperties;
import com.itextpdf.signatures.PdfSignature;
import com.itextpdf.signatures.PdfSigner;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A signer that adds a signature behind a paper and nothing else: what the paper says of itself
 * stays as it was printed, and is not written again with each signature.
 */
final class AppendingSigner extends PdfSigner {

  AppendingSigner(PdfReader paper, OutputStream signed) throws IOException {
    super(paper, signed, new StampingProperties().useAppendMode());
    setSignatureEvent(this::lockTheForm);
  }

  /**
   * Names the form as what a lock of fields is about, and not the whole paper: whoever follows the
   * name then meets some fields instead of each cell of each table, once more for each other.
   */
  private void lockTheForm(PdfSignature signature) {
    PdfObject form = getDocument().getCatalog().getPdfObject().get(PdfName.AcroForm);
    PdfArray locks = signature.getPdfObject().getAsArray(PdfName.Reference);
    for (int i = 0; locks != null && i < locks.size(); i++) {
      locks.getAsDictionary(i).put(PdfName.Data, form);
    }
  }

  @Override
  protected PdfDocument initDocument(
      PdfReader reader, PdfWriter writer, StampingProperties properties) {
    return new Paper(reader, writer, properties);
  }

  private static final class Paper extends PdfDocument {

    private static final long serialVersionUID = 1;

    Paper(PdfReader reader, PdfWriter writer, StampingProperties properties) {
      super(reader, writer, properties);
    }

    @Override
    protected void updateXmpMetadata() {
      // The metadata are covered by the signatures before this one.
    }

    @Override
    public byte @Nullable [] getXmpMetadataBytes() {
      return null;
    }
  }
}
