package eco.exchange.contracts.print.face;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The outline of one sign in a TrueType face, on the grid of the face or on a coarser one.
 *
 * <p>The faces are drawn on a grid of a thousand lines an em. A quarter of them is enough: no point
 * moves by more than a five-hundredth of the size of the sign, a tenth of a dot of an office
 * printer, and the numbers that tell the points need a fifth less room (OpenType, table 'glyf').
 */
final class GlyphOutline {

  /** How many lines of the grid of the face become one. */
  static final int COARSER = 4;

  private static final int HEADER = 10;
  private static final int ON_CURVE = 0x01;
  private static final int X_SHORT = 0x02;
  private static final int Y_SHORT = 0x04;
  private static final int REPEAT = 0x08;
  private static final int X_SAME = 0x10;
  private static final int Y_SAME = 0x20;

  private final int[] ends;
  private final int[] flags;
  private final int[] xs;
  private final int[] ys;

  private GlyphOutline(int[] ends, int[] flags, int[] xs, int[] ys) {
    this.ends = ends;
    this.flags = flags;
    this.xs = xs;
    this.ys = ys;
  }

  /** Reads an outline that has a sign of its own, not one that is composed of others. */
  static GlyphOutline read(ByteBuffer glyph) {
    int contours = glyph.getShort(0);
    if (contours < 0) {
      throw new IllegalArgumentException("a face with composed signs");
    }
    ByteBuffer rest = glyph.duplicate().position(HEADER);
    int[] ends = new int[contours];
    Arrays.setAll(ends, i -> Short.toUnsignedInt(rest.getShort()));
    rest.position(rest.position() + 2 + Short.toUnsignedInt(rest.getShort(rest.position())));
    int[] flags = flags(rest, ends[contours - 1] + 1);
    int[] xs = places(rest, flags, X_SHORT, X_SAME);
    int[] ys = places(rest, flags, Y_SHORT, Y_SAME);
    return new GlyphOutline(ends, flags, xs, ys);
  }

  private static int[] flags(ByteBuffer from, int points) {
    int[] flags = new int[points];
    for (int i = 0; i < points; ) {
      int flag = from.get();
      int times = 1 + ((flag & REPEAT) == 0 ? 0 : Byte.toUnsignedInt(from.get()));
      Arrays.fill(flags, i, i + times, flag);
      i += times;
    }
    return flags;
  }

  private static int[] places(ByteBuffer from, int[] flags, int isShort, int same) {
    int[] places = new int[flags.length];
    int at = 0;
    for (int i = 0; i < places.length; i++) {
      boolean marked = (flags[i] & same) != 0;
      if ((flags[i] & isShort) != 0) {
        at += Byte.toUnsignedInt(from.get()) * (marked ? 1 : -1);
      } else if (!marked) {
        at += from.getShort();
      }
      places[i] = at;
    }
    return places;
  }

  /** The same outline on the coarser grid. */
  GlyphOutline coarser() {
    return new GlyphOutline(ends, flags, coarser(xs), coarser(ys));
  }

  private static int[] coarser(int[] places) {
    return Arrays.stream(places).map(GlyphOutline::coarser).toArray();
  }

  /** A length on the coarser grid, rounded to the nearest line. */
  static int coarser(int length) {
    return Math.floorDiv(length + COARSER / 2, COARSER);
  }

  /** The outline as a face has it, filled up to whole words. */
  byte[] write() {
    byte[] kinds = new byte[flags.length];
    ByteBuffer alongX = ByteBuffer.allocate(2 * xs.length);
    ByteBuffer alongY = ByteBuffer.allocate(2 * ys.length);
    for (int i = 0; i < flags.length; i++) {
      int sideways = step(alongX, xs[i] - (i == 0 ? 0 : xs[i - 1]), X_SHORT, X_SAME);
      int upwards = step(alongY, ys[i] - (i == 0 ? 0 : ys[i - 1]), Y_SHORT, Y_SAME);
      kinds[i] = (byte) ((flags[i] & ON_CURVE) | sideways | upwards);
    }
    int size = HEADER + 2 * ends.length + 2 + kinds.length + alongX.position() + alongY.position();
    ByteBuffer glyph = ByteBuffer.allocate((size + 3) & ~3);
    glyph.putShort((short) ends.length);
    glyph.putShort(least(xs)).putShort(least(ys)).putShort(greatest(xs)).putShort(greatest(ys));
    Arrays.stream(ends).forEach(end -> glyph.putShort((short) end));
    glyph.putShort((short) 0).put(kinds).put(alongX.flip()).put(alongY.flip());
    return glyph.array();
  }

  /** Writes how far the next point lies, and tells the flags that say in what form. */
  private static int step(ByteBuffer steps, int step, int isShort, int same) {
    if (step == 0) {
      return same;
    } else if (Math.abs(step) < 0x100) {
      steps.put((byte) Math.abs(step));
      return isShort | (step > 0 ? same : 0);
    }
    steps.putShort((short) step);
    return 0;
  }

  private static short least(int[] places) {
    return (short) Arrays.stream(places).min().orElse(0);
  }

  private static short greatest(int[] places) {
    return (short) Arrays.stream(places).max().orElse(0);
  }
}
