package eco.exchange.contracts.paper;

import com.itextpdf.forms.PdfAcroForm;
import com.itextpdf.forms.PdfSigFieldLock;
import com.itextpdf.forms.fields.PdfFormCreator;
import com.itextpdf.forms.fields.PdfSignatureFormField;
import com.itextpdf.forms.fields.SignatureFormFieldBuilder;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.annot.PdfAnnotation;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.borders.SolidBorder;
import com.itextpdf.layout.element.AreaBreak;
import com.itextpdf.layout.element.Div;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.properties.AreaBreakType;
import java.util.List;

/**
 * Where the parties sign and the centre seals, below what has been set so far.
 *
 * <p>The empty fields are made with the page, so that a signature later only fills one.
 */
final class SignaturePlaces {

  private static final float PLACE_TOP_GAP = 12;
  private static final float PLACE_HEIGHT = 150;
  private static final float PLACE_GAP = 14;
  private static final float SIGN_HEIGHT = 56;
  private static final float SEAL_SIZE = 132;
  private static final float PADDING = 10;
  private static final int LONG_NAME = 60;

  private final PdfDocument pdf;
  private final Document pages;
  private final PdfFont bold;

  SignaturePlaces(PdfDocument pdf, Document pages, PdfFont bold) {
    this.pdf = pdf;
    this.pages = pages;
    this.bold = bold;
  }

  void set(List<SignaturePlace> places) {
    float top = topFor(places.size() / 2 + 1);
    PdfAcroForm form = PdfFormCreator.getAcroForm(pdf, true);
    for (int i = 0; i < places.size(); i++) {
      Rectangle box = box(i, places.get(i).isSeal(), places.size(), top);
      print(places.get(i), box);
      form.addField(field(places.get(i), box));
    }
  }

  /** Where the first line begins: below the text, or on a new page if there is no room. */
  private float topFor(int lines) {
    float needed = lines * (PLACE_HEIGHT + PLACE_GAP) + PLACE_TOP_GAP;
    if (room().getHeight() < needed) {
      pages.add(new AreaBreak(AreaBreakType.NEXT_PAGE));
    }
    return room().getTop() - PLACE_TOP_GAP;
  }

  private Rectangle room() {
    return pages.getRenderer().getCurrentArea().getBBox();
  }

  /** Two places for parties side by side; the seal has a line of its own. */
  private static Rectangle box(int index, boolean isSeal, int places, float top) {
    float half = (Look.WIDTH - PLACE_GAP) / 2;
    int row = isSeal ? places / 2 : index / 2;
    float x = Look.MARGIN_SIDE + (index % 2 == 0 || isSeal ? 0 : half + PLACE_GAP);
    float y = top - PLACE_HEIGHT - row * (PLACE_HEIGHT + PLACE_GAP);
    return new Rectangle(x, y, isSeal ? Look.WIDTH : half, PLACE_HEIGHT);
  }

  private void print(SignaturePlace place, Rectangle box) {
    float textWidth = place.isSeal() ? box.getWidth() - SEAL_SIZE - 40 : box.getWidth();
    Div text =
        new Div()
            .add(
                new Paragraph(place.role())
                    .setFont(bold)
                    .setFontColor(Look.FOREST)
                    .setMargins(0, 0, 4, 0))
            .add(
                new Paragraph(place.name())
                    .setFontSize(place.name().length() > LONG_NAME ? 7 : Look.SIZE_TEXT)
                    .setMultipliedLeading(1.2f)
                    .setMargins(0, 0, 3, 0))
            .add(
                new Paragraph(place.code())
                    .setFontSize(Look.SIZE_SMALL)
                    .setFontColor(Look.FAINT)
                    .setMargin(0))
            .setWidth(textWidth - 2 * PADDING);
    Div frame =
        new Div()
            .add(text)
            .setBorder(new SolidBorder(Look.LINE, 0.8f))
            .setPadding(PADDING)
            .setHeight(box.getHeight() - 2 * PADDING);
    pages.add(
        frame.setFixedPosition(
            pdf.getNumberOfPages(), box.getX(), box.getY(), box.getWidth() - 2 * PADDING));
  }

  private PdfSignatureFormField field(SignaturePlace place, Rectangle box) {
    PdfSignatureFormField field =
        new SignatureFormFieldBuilder(pdf, place.field())
            .setPage(pdf.getNumberOfPages())
            .setWidgetRectangle(place.isSeal() ? sealIn(box) : signatureIn(box))
            .createSignature();
    field.setAlternativeName(place.role() + " " + place.name());
    // PDF/A wants an appearance for every annotation, even where nobody has signed yet.
    Rectangle empty = new Rectangle(box.getWidth(), box.getHeight());
    field
        .getFirstFormAnnotation()
        .getWidget()
        .setFlag(PdfAnnotation.PRINT)
        .setNormalAppearance(new PdfFormXObject(empty).getPdfObject());
    if (place.isSeal()) {
      PdfSigFieldLock lock =
          new PdfSigFieldLock()
              .setFieldLock(PdfSigFieldLock.LockAction.ALL)
              .setDocumentPermissions(PdfSigFieldLock.LockPermissions.NO_CHANGES_ALLOWED);
      field.put(PdfName.Lock, lock.getPdfObject());
    }
    return field;
  }

  private static Rectangle signatureIn(Rectangle box) {
    return new Rectangle(
        box.getX() + PADDING, box.getY() + PADDING, box.getWidth() - 2 * PADDING, SIGN_HEIGHT);
  }

  private static Rectangle sealIn(Rectangle box) {
    return new Rectangle(
        box.getRight() - SEAL_SIZE - 22,
        box.getY() + (PLACE_HEIGHT - SEAL_SIZE) / 2,
        SEAL_SIZE,
        SEAL_SIZE);
  }
}
