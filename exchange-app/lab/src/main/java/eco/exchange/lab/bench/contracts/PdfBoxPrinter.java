package eco.exchange.lab.bench.contracts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The printing that somebody would write with Apache PDFBox: text in lines, page after page, in a
 * face that is parsed once and cut for each document. No tags, no archive, no tables.
 */
final class PdfBoxPrinter {

  private static final int MARGIN = 64;
  private static final int SIZE_TENTHS = 105;
  private static final int LEADING = 18;

  private final TrueTypeFont face;

  PdfBoxPrinter(byte[] face) throws IOException {
    this.face = new TTFParser().parse(new RandomAccessReadBuffer(face));
  }

  byte[] print(List<String> texts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
    try (PDDocument document = new PDDocument()) {
      PDFont font = PDType0Font.load(document, face, true);
      Lines lines = new Lines(document, font);
      for (String text : texts) {
        lines.set(text);
      }
      lines.end();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets texts in lines, and begins a page when one is full. */
  private static final class Lines {

    // A sign's width is told in thousandths of its size.
    private static final int WIDTH =
        Math.round((PDRectangle.A4.getWidth() - 2 * MARGIN) * 10_000 / SIZE_TENTHS);

    private final PDDocument document;
    private final PDFont font;
    private PDPageContentStream page;
    private int y;

    Lines(PDDocument document, PDFont font) throws IOException {
      this.document = document;
      this.font = font;
      this.page = begin();
    }

    private PDPageContentStream begin() throws IOException {
      PDPage next = new PDPage(PDRectangle.A4);
      document.addPage(next);
      y = Math.round(PDRectangle.A4.getHeight()) - MARGIN;
      PDPageContentStream content = new PDPageContentStream(document, next);
      content.setFont(font, SIZE_TENTHS / 10f);
      return content;
    }

    void set(String text) throws IOException {
      StringBuilder line = new StringBuilder();
      int width = 0;
      for (int sign : text.codePoints().toArray()) {
        String written = Character.toString(sign);
        int wide = Math.round(font.getStringWidth(written));
        if (width + wide > WIDTH) {
          show(line);
          line.setLength(0);
          width = 0;
        }
        line.append(written);
        width += wide;
      }
      show(line);
    }

    private void show(CharSequence line) throws IOException {
      if (y < MARGIN) {
        page.close();
        page = begin();
      }
      page.beginText();
      page.newLineAtOffset(MARGIN, y);
      page.showText(line.toString());
      page.endText();
      y -= LEADING;
    }

    void end() throws IOException {
      page.close();
    }
  }
}
