package eco.exchange.contracts.print;

import com.itextpdf.barcodes.BarcodeQRCode;
import com.itextpdf.barcodes.qrcode.EncodeHintType;
import com.itextpdf.barcodes.qrcode.ErrorCorrectionLevel;
import com.itextpdf.kernel.colors.DeviceRgb;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.annot.PdfAnnotation;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.canvas.PdfCanvasConstants.TextRenderingMode;
import com.itextpdf.kernel.pdf.navigation.PdfExplicitDestination;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import eco.exchange.contracts.print.face.Typeface;
import eco.exchange.contracts.print.layout.LaidPage;
import eco.exchange.contracts.print.layout.PageMeasures;
import eco.exchange.contracts.print.layout.StripItem;
import eco.exchange.contracts.print.layout.StripItem.Box;
import eco.exchange.contracts.print.layout.TagElement;
import eco.exchange.contracts.print.layout.TextStyle;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The drawing of one page of a document. */
final class PageDrawer {

  private static final float FRAME = 0.8f;
  private static final DeviceRgb BLACK = new DeviceRgb(0, 0, 0);

  private final PdfDocument pdf;
  private final PdfFont font;
  private final TagTree tags;
  private final SignatureFields fields;
  private final PdfPage page;
  private final PdfCanvas canvas;
  private TagElement open = TagElement.DECORATION;
  private @Nullable TextStyle style;

  private PageDrawer(PdfDocument pdf, PdfFont font, TagTree tags, SignatureFields fields) {
    this.pdf = pdf;
    this.font = font;
    this.tags = tags;
    this.fields = fields;
    this.page = pdf.addNewPage(PageMeasures.PAGE);
    this.canvas = new PdfCanvas(page);
  }

  /** Draws pages at the end of a document. */
  static void draw(List<LaidPage> pages, PdfDocument pdf, PdfFont font) {
    TagTree tags = new TagTree(pdf);
    SignatureFields fields = new SignatureFields(pdf);
    for (LaidPage page : pages) {
      new PageDrawer(pdf, font, tags, fields).draw(page);
    }
  }

  private void draw(LaidPage content) {
    tags.open(TagElement.DECORATION, page, canvas);
    for (LaidPage.Laid laid : content.strips()) {
      for (StripItem placed : laid.strip().content()) {
        draw(placed, laid.top());
      }
    }
    canvas.closeTag();
  }

  private void draw(StripItem placed, float top) {
    switch (placed) {
      case StripItem.Words words -> write(words, top);
      case StripItem.Area area -> fill(area, top);
      case StripItem.Rule rule -> rule(rule, top);
      case StripItem.Frame frame -> frame(frame.box(), top);
      case StripItem.Code code -> code(code, top);
      case StripItem.Field field -> field(field, top);
      case StripItem.Bookmark bookmark -> bookmark(bookmark.title(), top);
    }
  }

  /** What follows belongs to an element. */
  private void belongTo(TagElement element) {
    if (element != open) {
      canvas.closeTag();
      tags.open(element, page, canvas);
      open = element;
    }
  }

  private void write(StripItem.Words words, float top) {
    if (words.text().isEmpty()) {
      tags.of(words.element());
      return;
    }
    belongTo(words.element());
    use(words.style());
    canvas
        .beginText()
        .setCharacterSpacing(words.spacing())
        .moveText(words.x(), top - words.baseline())
        .showText(words.text())
        .endText();
  }

  private void use(TextStyle next) {
    if (next.equals(style)) {
      return;
    }
    style = next;
    canvas.setFontAndSize(font, next.size()).setFillColor(next.ink());
    if (next.isThick()) {
      canvas
          .setTextRenderingMode(TextRenderingMode.FILL_STROKE)
          .setStrokeColor(next.ink())
          .setLineWidth(next.size() * Typeface.THICKER);
    } else {
      canvas.setTextRenderingMode(TextRenderingMode.FILL);
    }
  }

  private void fill(StripItem.Area area, float top) {
    decorate();
    canvas
        .setFillColor(area.colour())
        .rectangle(area.x(), top - area.top() - area.height(), area.width(), area.height())
        .fill();
  }

  private void rule(StripItem.Rule rule, float top) {
    decorate();
    canvas
        .setStrokeColor(rule.colour())
        .setLineWidth(rule.thickness())
        .moveTo(rule.x(), top - rule.y())
        .lineTo(rule.x() + rule.width(), top - rule.y())
        .stroke();
  }

  private void frame(Box box, float top) {
    decorate();
    canvas.setStrokeColor(PageMeasures.LINE).setLineWidth(FRAME).rectangle(on(box, top)).stroke();
  }

  /** Lines and tints have colours of their own, after which that of the words is to be told. */
  private void decorate() {
    belongTo(TagElement.DECORATION);
    style = null;
  }

  private void code(StripItem.Code code, float top) {
    belongTo(code.element());
    PdfFormXObject image =
        new BarcodeQRCode(
                code.text(), Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M))
            .createFormXObject(BLACK, 1, pdf);
    canvas.addXObjectFittedIntoRectangle(image, on(code.box(), top));
  }

  private void field(StripItem.Field field, float top) {
    PdfAnnotation widget = fields.add(field.place(), on(field.box(), top), page);
    tags.annotate(field.element(), page, widget);
  }

  private void bookmark(String title, float top) {
    pdf.getOutlines(false)
        .addOutline(title)
        .addDestination(PdfExplicitDestination.createXYZ(page, 0, top, 0));
  }

  private static Rectangle on(Box box, float top) {
    return new Rectangle(box.x(), top - box.bottom(), box.width(), box.height());
  }
}
