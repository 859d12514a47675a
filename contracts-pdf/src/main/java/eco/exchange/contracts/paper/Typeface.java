package eco.exchange.contracts.paper;

import com.itextpdf.io.font.FontProgram;
import com.itextpdf.io.font.FontProgramFactory;
import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.font.PdfFontFactory.EmbeddingStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The two weights in which papers are printed.
 *
 * <p>A face of ten megabytes takes most of the time of a paper, so each is parsed once and kept; of
 * each only the signs that occur are embedded.
 */
public enum Typeface {
  /** For what is read. */
  REGULAR("NotoSansSC_400Regular.ttf"),
  /** For headings. */
  BOLD("NotoSansSC_700Bold.ttf");

  private final FontProgram program;

  Typeface(String file) {
    program = parsed(file);
  }

  /** The face for one document only, in which it embeds the signs that occur. */
  public PdfFont forOneDocument() {
    return PdfFontFactory.createFont(
        program, PdfEncodings.IDENTITY_H, EmbeddingStrategy.FORCE_EMBEDDED);
  }

  /** Whether the face has a sign for a character. */
  boolean has(int codePoint) {
    return program.getGlyph(codePoint) != null;
  }

  private static FontProgram parsed(String file) {
    try (InputStream face = Typeface.class.getResourceAsStream("/fonts/" + file)) {
      byte[] bytes = Objects.requireNonNull(face, file).readAllBytes();
      return FontProgramFactory.createFont(bytes, false);
    } catch (IOException e) {
      throw new UncheckedIOException("no face " + file, e);
    }
  }
}
