package eco.exchange.contracts.print.face;

import static java.util.stream.Collectors.joining;

import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.font.PdfFontFactory.EmbeddingStrategy;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The face in which papers are printed; what shall stand out is thickened, not set in another face.
 *
 * <p>A face of ten megabytes takes most of the time of a paper, so it is parsed once and kept; a
 * paper gets a face of its own with the signs that it needs. That is most of a paper's size, too: a
 * second weight would add a third to it.
 */
public final class Typeface {

  /** By what part of its size the line of a sign that stands out is thickened. */
  public static final float THICKER = 1 / 30f;

  /** In how many parts the size of a sign is divided to measure how wide it is. */
  public static final int EM = 1000;

  private static final String FILE = "NotoSansSC_400Regular.ttf";

  // What stands at the foot of every page, whatever else the paper says.
  private static final String FOOT = "0123456789第页/共 ";

  private static final FaceSubsetter CUTTER = new FaceSubsetter(bytes());

  private Typeface() {}

  /**
   * The face for one document only, cut down to the signs that it needs.
   *
   * @param texts all that the document says, and all that marks put on it later may say
   */
  public static PdfFont forOneDocument(Collection<String> texts) {
    BitSet signs = new BitSet();
    FOOT.codePoints().forEach(signs::set);
    texts.forEach(text -> text.codePoints().forEach(signs::set));
    signs.stream().forEach(Typeface::glyph);
    PdfFont font =
        PdfFontFactory.createFont(
            CUTTER.cut(signs), PdfEncodings.IDENTITY_H, EmbeddingStrategy.FORCE_EMBEDDED);
    // Signs are told to readers only if they are used: here those are that a mark will use.
    font.convertToBytes(signs.stream().mapToObj(Character::toString).collect(joining()));
    return font;
  }

  /** The face of a printed paper for what is put on it later; a new one if it lacks a sign. */
  public static PdfFont again(PdfDocument printed, List<String> texts) {
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

  /** How far a sign moves the pen, in parts of an {@link #EM}, as it is printed. */
  public static int advance(int sign) {
    return CUTTER.advance(glyph(sign)) * EM / CUTTER.em();
  }

  private static int glyph(int sign) {
    int glyph = CUTTER.glyph(sign);
    if (glyph == 0) {
      throw new IllegalArgumentException("no face has the sign U+%04X".formatted(sign));
    }
    return glyph;
  }

  /** Whether the face has a sign for a character. */
  public static boolean has(int sign) {
    return CUTTER.glyph(sign) != 0;
  }

  private static byte[] bytes() {
    try (InputStream face = Typeface.class.getResourceAsStream("/fonts/" + FILE)) {
      return Objects.requireNonNull(face, FILE).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("no face " + FILE, e);
    }
  }
}
