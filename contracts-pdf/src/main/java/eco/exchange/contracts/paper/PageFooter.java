package eco.exchange.contracts.paper;

import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.canvas.CanvasArtifact;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;

/** The foot of every page: which paper, which content, which page of how many. */
final class PageFooter {

  /** Above this line stands what the manuscript says, below it only the foot. */
  static final float TOP = 52;

  private static final float BASELINE = 38;

  private final PdfDocument pdf;
  private final PdfFont font;

  PageFooter(PdfDocument pdf, PdfFont font) {
    this.pdf = pdf;
    this.font = font;
  }

  void stamp(String number, String mark) {
    int pages = pdf.getNumberOfPages();
    for (int page = 1; page <= pages; page++) {
      stamp(pdf.getPage(page), number + "    " + mark, "第 %d 页 / 共 %d 页".formatted(page, pages));
    }
  }

  private void stamp(PdfPage page, String left, String right) {
    float end = Look.PAGE.getWidth() - Look.MARGIN_SIDE;
    PdfCanvas canvas = new PdfCanvas(page);
    canvas
        .openTag(new CanvasArtifact())
        .setStrokeColor(Look.LINE)
        .setLineWidth(0.6f)
        .moveTo(Look.MARGIN_SIDE, TOP - 1)
        .lineTo(end, TOP - 1)
        .stroke()
        .setFillColor(Look.FAINT);
    write(canvas, left, Look.MARGIN_SIDE);
    write(canvas, right, end - font.getWidth(right, Look.SIZE_SMALL));
    canvas.closeTag();
  }

  private void write(PdfCanvas canvas, String text, float x) {
    canvas
        .beginText()
        .setFontAndSize(font, Look.SIZE_SMALL)
        .moveText(x, BASELINE)
        .showText(text)
        .endText();
  }
}
