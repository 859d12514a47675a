package eco.exchange.contracts.print;

import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.annot.PdfAnnotation;
import com.itextpdf.kernel.pdf.canvas.CanvasArtifact;
import com.itextpdf.kernel.pdf.canvas.CanvasTag;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.tagging.PdfMcr;
import com.itextpdf.kernel.pdf.tagging.PdfMcrDictionary;
import com.itextpdf.kernel.pdf.tagging.PdfMcrNumber;
import com.itextpdf.kernel.pdf.tagging.PdfObjRef;
import com.itextpdf.kernel.pdf.tagging.PdfStructElem;
import eco.exchange.contracts.print.layout.TagElement;
import java.util.HashMap;
import java.util.Map;

/** The structure of a document: elements are put in when they are first met, as they are read. */
final class TagTree {

  private static final PdfName SCOPE = new PdfName("Scope");

  private final PdfDocument pdf;
  // An element is equal to itself alone.
  private final Map<TagElement, PdfStructElem> known = new HashMap<>();

  TagTree(PdfDocument pdf) {
    this.pdf = pdf;
  }

  /** What is drawn on a page from now on belongs to an element. */
  void open(TagElement element, PdfPage page, PdfCanvas canvas) {
    if (element == TagElement.DECORATION) {
      canvas.openTag(new CanvasArtifact());
    } else {
      PdfStructElem tag = of(element);
      canvas.openTag(new CanvasTag(tag.addKid(contentOn(page, tag))));
    }
  }

  /** An annotation of a page is an element. */
  void annotate(TagElement element, PdfPage page, PdfAnnotation annotation) {
    PdfStructElem tag = of(element);
    beginOn(page, tag);
    tag.addKid(new PdfObjRef(annotation, tag, pdf.getNextStructParentIndex()));
  }

  /** Content of an element on a page, which is told where it is another than the first. */
  private static PdfMcr contentOn(PdfPage page, PdfStructElem tag) {
    beginOn(page, tag);
    return page.getPdfObject() == tag.getPdfObject().getAsDictionary(PdfName.Pg)
        ? new PdfMcrNumber(page, tag)
        : new PdfMcrDictionary(page, tag);
  }

  private static void beginOn(PdfPage page, PdfStructElem tag) {
    if (!tag.getPdfObject().containsKey(PdfName.Pg)) {
      tag.put(PdfName.Pg, page.getPdfObject().getIndirectReference());
    }
  }

  /** The tag of an element. */
  PdfStructElem of(TagElement element) {
    PdfStructElem tag = known.get(element);
    if (tag == null) {
      tag = new PdfStructElem(pdf, new PdfName(element.role()));
      describe(tag, element);
      known.put(element, tag);
      if (element.parent().isPresent()) {
        of(element.parent().get()).addKid(tag);
      } else {
        pdf.getStructTreeRoot().addKid(tag);
      }
    }
    return tag;
  }

  private static void describe(PdfStructElem tag, TagElement element) {
    if (!element.scope().isEmpty()) {
      PdfDictionary attributes = new PdfDictionary();
      attributes.put(PdfName.O, PdfName.Table);
      attributes.put(SCOPE, new PdfName(element.scope()));
      tag.setAttributes(attributes);
    }
    if (!element.instead().isEmpty()) {
      tag.setAlt(new PdfString(element.instead(), PdfEncodings.UNICODE_BIG));
    }
  }
}
