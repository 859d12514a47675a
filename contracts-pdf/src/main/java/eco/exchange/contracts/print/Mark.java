package eco.exchange.contracts.print;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;

/** The look of a signature on the page. */
public sealed interface Mark permits SealMark, SignatureMark {

  /** Draws the mark on an empty face of the size of its field. */
  void draw(PdfFormXObject face, PdfDocument pdf);
}
