package eco.exchange.contracts.paper;

import com.itextpdf.io.font.FontProgram;
import com.itextpdf.io.font.FontProgramFactory;
import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.io.font.otf.Glyph;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.font.PdfFontFactory.EmbeddingStrategy;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The face in which papers are printed; what shall stand out is thickened, not set in another face.
 *
 * <p>A face of ten megabytes takes most of the time of a paper, so it is parsed once and kept; a
 * paper gets a face of its own with the signs that it needs. That is most of a paper's size, too: a
 * second weight would add a third to it.
 */
final class Typeface {

  /** By what part of its size the line of a sign that stands out is thickened. */
  static final float THICKER = 1 / 30f;

  private static final String FILE = "NotoSansSC_400Regular.ttf";

  // What stands at the foot of every page, whatever else the paper says.
  private static final String FOOT = "0123456789第页/共 ";

  private static final FontProgram PROGRAM;
  private static final FaceCutter CUTTER;

  static {
    byte[] face = bytes();
    PROGRAM = parsed(face);
    CUTTER = new FaceCutter(face);
  }

  private Typeface() {}

  /**
   * The face for one document only, cut down to the signs that it needs.
   *
   * @param texts all that the document says, and all that marks put on it later may say
   */
  static PdfFont forOneDocument(Collection<String> texts) {
    SortedMap<Integer, Integer> glyphs = new TreeMap<>();
    FOOT.codePoints().forEach(sign -> add(sign, glyphs));
    texts.stream().flatMapToInt(String::codePoints).forEach(sign -> add(sign, glyphs));
    PdfFont font =
        PdfFontFactory.createFont(
            CUTTER.cut(glyphs), PdfEncodings.IDENTITY_H, EmbeddingStrategy.FORCE_EMBEDDED);
    texts.forEach(font::convertToBytes);
    return font;
  }

  /** The face of a printed paper for what is put on it later; a new one if it lacks a sign. */
  static PdfFont again(PdfDocument printed, List<String> texts) {
    return ofFirstPage(printed)
        .filter(
            font -> texts.stream().flatMapToInt(String::codePoints).allMatch(font::containsGlyph))
        .orElseGet(() -> forOneDocument(texts));
  }

  private static Optional<PdfFont> ofFirstPage(PdfDocument printed) {
    PdfDictionary fonts = printed.getFirstPage().getResources().getResource(PdfName.Font);
    return Optional.ofNullable(fonts).stream()
        .flatMap(all -> all.keySet().stream().map(all::getAsDictionary))
        .filter(font -> font != null && PdfName.Type0.equals(font.getAsName(PdfName.Subtype)))
        .map(printed::getFont)
        .findFirst();
  }

  private static void add(int sign, SortedMap<Integer, Integer> glyphs) {
    Glyph glyph = PROGRAM.getGlyph(sign);
    if (glyph == null) {
      throw new IllegalArgumentException("no face has the sign U+%04X".formatted(sign));
    }
    glyphs.put(sign, glyph.getCode());
  }

  /** Whether the face has a sign for a character. */
  static boolean has(int sign) {
    return PROGRAM.getGlyph(sign) != null;
  }

  private static FontProgram parsed(byte[] face) {
    try {
      return FontProgramFactory.createFont(face, false);
    } catch (IOException e) {
      throw new UncheckedIOException("a face that cannot be parsed", e);
    }
  }

  private static byte[] bytes() {
    try (InputStream face = Typeface.class.getResourceAsStream("/fonts/" + FILE)) {
      return Objects.requireNonNull(face, FILE).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("no face " + FILE, e);
    }
  }
}
