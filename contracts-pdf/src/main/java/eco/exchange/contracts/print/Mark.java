package eco.exchange.contracts.print;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;

/** What a signature looks like on the page. */
public sealed interface Mark permits SealMark, SignatureMark {

  /** Draws the mark on an empty face of the size of its field. */
  void draw(PdfFormXObject face, PdfDocument pdf);
}
