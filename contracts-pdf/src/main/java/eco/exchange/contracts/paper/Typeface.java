package eco.exchange.contracts.paper;

import com.itextpdf.io.font.FontProgram;
import com.itextpdf.io.font.FontProgramFactory;
import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.io.font.otf.Glyph;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.font.PdfFontFactory.EmbeddingStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The two weights in which papers are printed.
 *
 * <p>A face of ten megabytes takes most of the time of a paper, so each is parsed once and kept; a
 * paper gets a face of its own with the signs that it needs.
 */
enum Typeface {
  /** For what is read. */
  REGULAR("NotoSansSC_400Regular.ttf"),
  /** For headings. */
  BOLD("NotoSansSC_700Bold.ttf");

  // Every paper may name itself and its pages, whatever else it says.
  private static final String ALWAYS = "第页共指纹编号（），。：；、";

  private final FontProgram program;
  private final FaceCutter cutter;

  Typeface(String file) {
    byte[] face = bytes(file);
    program = parsed(face);
    cutter = new FaceCutter(face);
  }

  /**
   * The face for one document only, cut down to the signs that it needs.
   *
   * @param texts all that the document says in this face
   */
  PdfFont forOneDocument(Collection<String> texts) {
    SortedMap<Integer, Integer> glyphs = new TreeMap<>();
    Stream.concat(texts.stream(), Stream.of(ALWAYS))
        .flatMapToInt(String::codePoints)
        .forEach(sign -> add(sign, glyphs));
    IntStream.rangeClosed(' ', '~').forEach(sign -> add(sign, glyphs));
    return PdfFontFactory.createFont(
        parsed(cutter.cut(glyphs)), PdfEncodings.IDENTITY_H, EmbeddingStrategy.FORCE_EMBEDDED);
  }

  private void add(int sign, SortedMap<Integer, Integer> glyphs) {
    Glyph glyph = program.getGlyph(sign);
    if (glyph == null) {
      throw new IllegalArgumentException("no face has the sign U+%04X".formatted(sign));
    }
    glyphs.put(sign, glyph.getCode());
  }

  /** Whether the face has a sign for a character. */
  boolean has(int sign) {
    return program.getGlyph(sign) != null;
  }

  private static FontProgram parsed(byte[] face) {
    try {
      return FontProgramFactory.createFont(face, false);
    } catch (IOException e) {
      throw new UncheckedIOException("a face that cannot be parsed", e);
    }
  }

  private static byte[] bytes(String file) {
    try (InputStream face = Typeface.class.getResourceAsStream("/fonts/" + file)) {
      return Objects.requireNonNull(face, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("no face " + file, e);
    }
  }
}
