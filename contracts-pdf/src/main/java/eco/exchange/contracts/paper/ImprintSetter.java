package eco.exchange.contracts.paper;

import com.itextpdf.barcodes.BarcodeQRCode;
import com.itextpdf.barcodes.qrcode.EncodeHintType;
import com.itextpdf.barcodes.qrcode.ErrorCorrectionLevel;
import com.itextpdf.kernel.colors.DeviceRgb;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.element.Div;
import com.itextpdf.layout.element.Image;
import com.itextpdf.layout.element.Paragraph;
import java.util.Map;

/** Sets the imprint of a paper: the QR code, and what it says in words beside it. */
final class ImprintSetter {

  /** How high an imprint is. */
  static final float HEIGHT = 68;

  private static final float GAP = 8;
  private static final float SIZE = 6.6f;
  private static final float LEADING = 10;
  private static final DeviceRgb BLACK = new DeviceRgb(0, 0, 0);

  private final PdfDocument pdf;
  private final Document pages;
  private final Imprint imprint;

  ImprintSetter(PdfDocument pdf, Document pages, Imprint imprint) {
    this.pdf = pdf;
    this.pages = pages;
    this.imprint = imprint;
  }

  /** Sets it on the last page, into a box of its height. */
  void set(Rectangle box) {
    int page = pdf.getNumberOfPages();
    pages.add(code().setFixedPosition(page, box.getX(), box.getY()));
    float x = box.getX() + HEIGHT + GAP;
    float width = box.getRight() - x;
    pages.add(words().setFixedPosition(page, x, box.getY(), width));
  }

  private Image code() {
    BarcodeQRCode code =
        new BarcodeQRCode(
            imprint.code(), Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
    Image image = new Image(code.createFormXObject(BLACK, 1, pdf)).scaleToFit(HEIGHT, HEIGHT);
    image.getAccessibilityProperties().setAlternateDescription("核验二维码：" + imprint.code());
    return image;
  }

  private Div words() {
    Div words = new Div();
    for (String line : imprint.words()) {
      words.add(
          new Paragraph(Composer.words(line))
              .setFontSize(SIZE)
              .setFontColor(Look.FAINT)
              .setFixedLeading(LEADING)
              .setMargin(0));
    }
    return words;
  }
}
