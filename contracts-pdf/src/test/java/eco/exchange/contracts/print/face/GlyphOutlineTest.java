package eco.exchange.contracts.print.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GlyphOutlineTest {

  /** A square of 800 with a step of 300, so that steps of one byte and of two occur. */
  private static final byte[] SQUARE =
      glyph(new int[] {100, 900, 900, 401, 100}, new int[] {-120, -120, 680, 680, 378});

  @Test
  void a_length_on_the_coarser_grid_is_rounded_to_the_nearest_line() {
    assertThat(GlyphOutline.coarser(1000)).isEqualTo(250);
    assertThat(GlyphOutline.coarser(401)).isEqualTo(100);
    assertThat(GlyphOutline.coarser(402)).isEqualTo(101);
    assertThat(GlyphOutline.coarser(-120)).isEqualTo(-30);
    assertThat(GlyphOutline.coarser(-121)).isEqualTo(-30);
  }

  @Test
  void an_outline_that_is_read_and_written_is_the_same() {
    assertThat(GlyphOutline.read(ByteBuffer.wrap(SQUARE)).write()).isEqualTo(SQUARE);
  }

  @Test
  void on_the_coarser_grid_every_point_is_where_it_was() {
    byte[] coarser = GlyphOutline.read(ByteBuffer.wrap(SQUARE)).coarser().write();

    assertThat(coarser)
        .isEqualTo(glyph(new int[] {25, 225, 225, 100, 25}, new int[] {-30, -30, 170, 170, 95}));
  }

  @Test
  void a_composed_sign_is_refused() {
    ByteBuffer composed = ByteBuffer.allocate(12).putShort(0, (short) -1);

    assertThatThrownBy(() -> GlyphOutline.read(composed))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** One contour of points on the curve, as the format has it. */
  private static byte[] glyph(int[] xs, int[] ys) {
    ByteBuffer flags = ByteBuffer.allocate(xs.length);
    ByteBuffer alongX = ByteBuffer.allocate(2 * xs.length);
    ByteBuffer alongY = ByteBuffer.allocate(2 * ys.length);
    for (int i = 0; i < xs.length; i++) {
      int right = step(alongX, i == 0 ? xs[0] : xs[i] - xs[i - 1]);
      int up = step(alongY, i == 0 ? ys[0] : ys[i] - ys[i - 1]);
      flags.put(
          (byte)
              (1
                  | ((right << 1) & 0x02)
                  | ((right << 3) & 0x10)
                  | ((up << 2) & 0x04)
                  | ((up << 4) & 0x20)));
    }
    int size = 14 + flags.position() + alongX.position() + alongY.position();
    ByteBuffer glyph = ByteBuffer.allocate((size + 3) & ~3).putShort((short) 1);
    glyph.putShort((short) least(xs)).putShort((short) least(ys));
    glyph.putShort((short) -least(negative(xs))).putShort((short) -least(negative(ys)));
    glyph.putShort((short) (xs.length - 1)).putShort((short) 0);
    return glyph.put(flags.flip()).put(alongX.flip()).put(alongY.flip()).array();
  }

  /** Bit 0: told in one byte; bit 1: to the positive side, or not at all. */
  private static int step(ByteBuffer steps, int step) {
    if (step == 0) {
      return 2;
    } else if (Math.abs(step) < 256) {
      steps.put((byte) Math.abs(step));
      return step > 0 ? 3 : 1;
    }
    steps.putShort((short) step);
    return 0;
  }

  private static int least(int[] places) {
    return Arrays.stream(places).min().orElseThrow();
  }

  private static int[] negative(int[] places) {
    return Arrays.stream(places).map(place -> -place).toArray();
  }
}
