package eco.exchange.contracts.print.face;

import com.itextpdf.commons.datastructures.Tuple2;
import com.itextpdf.io.font.TrueTypeFont;
import java.io.IOException;
import java.util.Set;

/** A face that has been cut for one document, and is put into it as it is. */
final class SubsetFace extends TrueTypeFont {

  private static final long serialVersionUID = 1;

  private final byte[] embedded;
  private final int glyphs;

  /**
   * A face.
   *
   * @param readable all tables by which it is read
   * @param embedded the same face with those tables only that belong into a document
   * @param glyphs how many glyphs it has
   */
  SubsetFace(byte[] readable, byte[] embedded, int glyphs) throws IOException {
    super(readable);
    this.embedded = embedded;
    this.glyphs = glyphs;
  }

  @Override
  public Tuple2<Integer, byte[]> subset(Set<Integer> used, boolean subset) {
    return new Tuple2<>(glyphs, embedded);
  }
}
