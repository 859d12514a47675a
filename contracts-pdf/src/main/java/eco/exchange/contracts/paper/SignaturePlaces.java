package eco.exchange.contracts.paper;

import com.itextpdf.forms.PdfAcroForm;
import com.itextpdf.forms.PdfSigFieldLock;
import com.itextpdf.forms.fields.PdfFormCreator;
import com.itextpdf.forms.fields.PdfSignatureFormField;
import com.itextpdf.forms.fields.SignatureFormFieldBuilder;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.annot.PdfAnnotation;
import com.itextpdf.kernel.pdf.canvas.CanvasArtifact;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import com.itextpdf.layout.Document;
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
  private static final float PARTY_HEIGHT = 190;
  private static final float SEAL_HEIGHT = 156;
  private static final float PLACE_GAP = 14;
  private static final float SIGN_HEIGHT = 56;
  private static final float SEAL_SIZE = 132;
  private static final float PADDING = 10;
  private static final int LONG_NAME = 60;

  private final PdfDocument pdf;
  private final Document pages;
  private final ImprintSetter imprint;

  SignaturePlaces(PdfDocument pdf, Document pages, Imprint imprint) {
    this.pdf = pdf;
    this.pages = pages;
    this.imprint = new ImprintSetter(pdf, pages, imprint);
  }

  /** Begins a new page unless the places and so much text before them fit on this one. */
  void makeRoom(List<SignaturePlace> places, float before) {
    float height = places.size() / 2 * (PARTY_HEIGHT + PLACE_GAP) + SEAL_HEIGHT;
    if (room().getHeight() < before + PLACE_TOP_GAP + height) {
      pages.add(new AreaBreak(AreaBreakType.NEXT_PAGE));
    }
  }

  void set(List<SignaturePlace> places) {
    makeRoom(places, 0);
    float top = room().getTop() - PLACE_TOP_GAP;
    PdfAcroForm form = PdfFormCreator.getAcroForm(pdf, true);
    for (int i = 0; i < places.size(); i++) {
      SignaturePlace place = places.get(i);
      int lines = place.isSeal() ? places.size() / 2 : i / 2;
      Rectangle box = box(i, place.isSeal(), top - lines * (PARTY_HEIGHT + PLACE_GAP));
      print(place, box);
      if (place.isSeal()) {
        imprint.set(imprintIn(box));
      }
      form.addField(field(place, box));
    }
  }

  private Rectangle room() {
    return pages.getRenderer().getCurrentArea().getBBox();
  }

  /** Two places for parties side by side; the seal has a line of its own. */
  private static Rectangle box(int index, boolean isSeal, float top) {
    if (isSeal) {
      return new Rectangle(Look.MARGIN_SIDE, top - SEAL_HEIGHT, Look.WIDTH, SEAL_HEIGHT);
    }
    float half = (Look.WIDTH - PLACE_GAP) / 2;
    float x = Look.MARGIN_SIDE + (index % 2 == 0 ? 0 : half + PLACE_GAP);
    return new Rectangle(x, top - PARTY_HEIGHT, half, PARTY_HEIGHT);
  }

  private void print(SignaturePlace place, Rectangle box) {
    frame(box);
    float width = box.getWidth() - 2 * PADDING - (place.isSeal() ? SEAL_SIZE : 0);
    Div text =
        new Div()
            .add(
                new Paragraph(Composer.words(place.role()))
                    .simulateBold()
                    .setFontColor(Look.FOREST)
                    .setMargins(0, 0, 4, 0))
            .add(
                new Paragraph(Composer.words(place.name()))
                    .setFontSize(place.name().length() > LONG_NAME ? 7 : Look.SIZE_TEXT)
                    .setMultipliedLeading(1.2f)
                    .setMargins(0, 0, 3, 0))
            .add(
                new Paragraph(Composer.words(place.code()))
                    .setFontSize(Look.SIZE_SMALL)
                    .setFontColor(Look.FAINT)
                    .setMargin(0))
            .setHeight(box.getHeight() - 2 * PADDING);
    float x = box.getX() + PADDING;
    pages.add(text.setFixedPosition(pdf.getNumberOfPages(), x, box.getY() + PADDING, width));
  }

  private void frame(Rectangle box) {
    new PdfCanvas(pdf.getLastPage())
        .openTag(new CanvasArtifact())
        .setStrokeColor(Look.LINE)
        .setLineWidth(0.8f)
        .rectangle(box)
        .stroke()
        .closeTag();
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

  private static Rectangle imprintIn(Rectangle box) {
    Rectangle seal = sealIn(box);
    float x = box.getX() + PADDING;
    return new Rectangle(x, box.getY() + PADDING, seal.getX() - PADDING - x, ImprintSetter.HEIGHT);
  }

  private static Rectangle sealIn(Rectangle box) {
    return new Rectangle(
        box.getRight() - SEAL_SIZE - 22,
        box.getY() + (SEAL_HEIGHT - SEAL_SIZE) / 2,
        SEAL_SIZE,
        SEAL_SIZE);
  }
}
