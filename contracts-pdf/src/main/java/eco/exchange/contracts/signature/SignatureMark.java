package eco.exchange.contracts.signature;

import com.itextpdf.kernel.colors.DeviceRgb;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import eco.exchange.contracts.clause.Wording;
import eco.exchange.contracts.paper.Typeface;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The mark of a party's signature: that it has signed, when, and by which certificate. */
record SignatureMark(X509Certificate certificate, Instant at) implements Mark {

  private static final DeviceRgb INK = new DeviceRgb(0x1B, 0x3F, 0x8B);

  @Override
  public void draw(PdfFormXObject face, PdfDocument pdf) {
    String serial = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    List<String> lines = List.of("已电子签名", "签署时间 " + Wording.moment(at), "证书序列号 " + serial);
    PdfFont font = Typeface.REGULAR.forOneDocument(lines);
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
