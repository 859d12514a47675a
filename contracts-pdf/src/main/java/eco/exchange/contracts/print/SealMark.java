package eco.exchange.contracts.print;

import com.itextpdf.kernel.colors.DeviceRgb;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.canvas.PdfCanvasConstants.TextRenderingMode;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import eco.exchange.contracts.print.face.Typeface;
import java.util.List;

/**
 * The red round seal of the centre: its name along the ring, a star, what the seal is for, the day.
 *
 * @param name the full name of the centre
 * @param purpose what the seal is for, for example 合同专用章
 * @param day the day on which the seal is put on
 */
public record SealMark(String name, String purpose, String day) implements Mark {

  private static final DeviceRgb RED = new DeviceRgb(0xC8, 0x10, 0x2E);
  private static final double SPREAD_MAX = Math.toRadians(250);
  private static final double SPREAD_OF_A_SIGN = Math.toRadians(25);

  @Override
  public void draw(PdfFormXObject face, PdfDocument pdf) {
    float radius = Math.min(face.getWidth(), face.getHeight()) / 2;
    PdfFont font = Typeface.again(pdf, List.of(name, purpose, day));
    PdfCanvas canvas = new PdfCanvas(face, pdf);
    canvas.concatMatrix(1, 0, 0, 1, face.getWidth() / 2, face.getHeight() / 2);
    canvas.setStrokeColor(RED).setFillColor(RED).setLineWidth(3);
    canvas.circle(0, 0, radius - 2).stroke();
    canvas.setTextRenderingMode(TextRenderingMode.FILL_STROKE);
    star(canvas, radius * 0.24f, radius * 0.06f);
    ring(canvas, font, radius - 7);
    // Between the first and the last sign of the ring there is room for about the radius.
    float size = Math.min(radius * 0.17f, radius * 0.95f / purpose.length());
    centred(canvas, font, purpose, size, -radius * 0.42f);
    centred(canvas, font, day, radius * 0.115f, -radius * 0.62f);
  }

  private static void star(PdfCanvas canvas, float size, float y) {
    for (int i = 0; i < 10; i++) {
      double angle = Math.PI / 2 + i * Math.PI / 5;
      double reach = i % 2 == 0 ? size : size * 0.382;
      double x = reach * Math.cos(angle);
      if (i == 0) {
        canvas.moveTo(x, y + reach * Math.sin(angle));
      } else {
        canvas.lineTo(x, y + reach * Math.sin(angle));
      }
    }
    canvas.closePath().fill();
  }

  /** The name from left to right over the top, each sign standing on the ring. */
  private void ring(PdfCanvas canvas, PdfFont font, float outer) {
    int[] signs = name.codePoints().toArray();
    double step = Math.min(SPREAD_OF_A_SIGN, SPREAD_MAX / Math.max(1, signs.length - 1));
    float size = (float) Math.min(outer * 0.23, outer * 0.8 * step);
    double baseline = outer - size * 0.95;
    for (int i = 0; i < signs.length; i++) {
      String sign = Character.toString(signs[i]);
      double angle = Math.PI / 2 + step * (signs.length - 1) / 2 - i * step;
      double half = font.getWidth(sign, size) / 2;
      double cos = Math.sin(angle);
      double sin = -Math.cos(angle);
      canvas
          .beginText()
          .setFontAndSize(font, size)
          .setLineWidth(size * Typeface.THICKER)
          .setTextMatrix(
              (float) cos,
              (float) sin,
              (float) -sin,
              (float) cos,
              (float) (baseline * Math.cos(angle) - half * cos),
              (float) (baseline * Math.sin(angle) - half * sin))
          .showText(sign)
          .endText();
    }
  }

  private static void centred(PdfCanvas canvas, PdfFont font, String text, float size, float y) {
    canvas
        .beginText()
        .setFontAndSize(font, size)
        .setLineWidth(size * Typeface.THICKER)
        .moveText(-font.getWidth(text, size) / 2, y)
        .showText(text)
        .endText();
  }
}
