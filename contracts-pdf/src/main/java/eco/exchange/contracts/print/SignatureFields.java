package eco.exchange.contracts.print;

import com.itextpdf.forms.PdfSigFieldLock;
import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.annot.PdfAnnotation;
import com.itextpdf.kernel.pdf.annot.PdfWidgetAnnotation;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import eco.exchange.contracts.print.manuscript.SignaturePlace;

/**
 * The empty fields for signatures. They are made with the page, so that a signature later only
 * fills one (ISO 32000-1, 12.7).
 */
final class SignatureFields {

  private final PdfArray fields = new PdfArray();

  SignatureFields(PdfDocument pdf) {
    PdfDictionary form = new PdfDictionary();
    form.put(PdfName.Fields, fields);
    pdf.getCatalog().put(PdfName.AcroForm, form);
  }

  /** Adds the field of a place to a page. */
  PdfAnnotation add(SignaturePlace place, Rectangle box, PdfPage page) {
    PdfWidgetAnnotation field = new PdfWidgetAnnotation(box);
    field
        .setFlag(PdfAnnotation.PRINT)
        // PDF/A wants an appearance for every annotation, even where nobody has signed yet.
        .setNormalAppearance(new PdfFormXObject(box).getPdfObject())
        .put(PdfName.FT, PdfName.Sig)
        .put(PdfName.T, new PdfString(place.field()))
        .put(PdfName.TU, text(place.role() + " " + place.name()));
    if (place.isSeal()) {
      field.put(PdfName.Lock, lock());
    }
    page.addAnnotation(-1, field, false);
    fields.add(field.getPdfObject());
    return field;
  }

  private static PdfDictionary lock() {
    return new PdfSigFieldLock()
        .setFieldLock(PdfSigFieldLock.LockAction.ALL)
        .setDocumentPermissions(PdfSigFieldLock.LockPermissions.NO_CHANGES_ALLOWED)
        .getPdfObject();
  }

  private static PdfString text(String text) {
    return new PdfString(text, PdfEncodings.UNICODE_BIG);
  }
}
