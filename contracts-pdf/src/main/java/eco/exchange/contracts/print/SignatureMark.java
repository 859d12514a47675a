package eco.exchange.contracts.print;

import com.itextpdf.kernel.colors.DeviceRgb;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import eco.exchange.contracts.print.face.Typeface;
import java.util.List;

/**
 * The mark of a party's signature.
 *
 * @param moment when it signs
 * @param certificate the serial number of the certificate by which it signs
 */
public record SignatureMark(String moment, String certificate) implements Mark {

  private static final DeviceRgb INK = new DeviceRgb(0x1B, 0x3F, 0x8B);

  @Override
  public void draw(PdfFormXObject face, PdfDocument pdf) {
    List<String> lines = List.of("已电子签名", "签署时间 " + moment, "证书序列号 " + certificate);
    PdfFont font = Typeface.again(pdf, lines);
    PdfCanvas canvas = new PdfCanvas(face, pdf);
    canvas
        .setStrokeColor(INK)
        .setLineWidth(2)
        .moveTo(1, 4)
        .lineTo(1, face.getHeight() - 4)
        .stroke()
        .setFillColor(INK);
    float[] sizes = {15, 9.5f, 7};
    float[] baselines = {39, 20, 7};
    for (int i = 0; i < sizes.length; i++) {
      canvas
          .beginText()
          .setFontAndSize(font, sizes[i])
          .moveText(10, baselines[i])
          .showText(lines.get(i))
          .endText();
    }
  }
}
