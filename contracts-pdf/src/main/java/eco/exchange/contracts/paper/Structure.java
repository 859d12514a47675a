package eco.exchange.contracts.paper;

import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.tagging.IStructureNode;
import com.itextpdf.kernel.pdf.tagging.PdfStructElem;

/** The tags of a paper: what each text is, for those who do not see it. */
final class Structure {

  private static final String LAYOUT = "Layout";

  private Structure() {}

  /** Leaves out where and in what colour a text stands: the page itself tells. */
  static void tellNoLayout(PdfDocument pdf) {
    pdf.getStructTreeRoot().getKids().forEach(Structure::tellNoLayout);
  }

  private static void tellNoLayout(IStructureNode node) {
    if (node instanceof PdfStructElem element) {
      PdfObject attributes = element.getAttributes(false);
      if (attributes instanceof PdfArray several) {
        for (int i = several.size() - 1; i >= 0; i--) {
          if (isLayout(several.get(i))) {
            several.remove(i);
          }
        }
      } else if (isLayout(attributes)) {
        element.getPdfObject().remove(PdfName.A);
      }
      element.getKids().forEach(Structure::tellNoLayout);
    }
  }

  private static boolean isLayout(PdfObject attributes) {
    return attributes instanceof PdfDictionary told
        && new PdfName(LAYOUT).equals(told.getAsName(PdfName.O));
  }
}
