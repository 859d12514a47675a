package eco.exchange.contracts.print.layout;

import com.itextpdf.kernel.colors.DeviceRgb;

/**
 * The look of words.
 *
 * @param size the size of the face, in points
 * @param pitch how far the lines are apart, in points
 * @param ink the colour
 * @param isThick whether they stand out
 */
public record TextStyle(float size, float pitch, DeviceRgb ink, boolean isThick) {

  // A Chinese sign stands on its baseline with 0.88 of its size above and 0.12 below.
  private static final float MIDDLE = 0.38f;

  /** How far below the top of a line its signs stand, so that they are in the middle of it. */
  float baseline() {
    return pitch / 2 + MIDDLE * size;
  }
}
