package eco.exchange.contracts.signature;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.StampingProperties;
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
