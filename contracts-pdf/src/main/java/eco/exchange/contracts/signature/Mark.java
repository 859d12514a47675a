package eco.exchange.contracts.signature;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;

/** What a signature looks like on the page. */
interface Mark {

  /** Draws the mark on an empty face of the size of its field. */
  void draw(PdfFormXObject face, PdfDocument pdf);
}
