package eco.exchange.contracts.print.layout;

import com.itextpdf.kernel.colors.DeviceRgb;
import eco.exchange.contracts.print.manuscript.SignaturePlace;

/**
 * An item at its place in a strip: points from the left edge of the page, and downwards from the
 * top of the strip.
 */
public sealed interface StripItem {

  /**
   * Words on one line.
   *
   * @param element what they belong to
   * @param style how they look
   * @param x where they begin
   * @param baseline on what they stand
   * @param text the words; nothing is printed if there are none, but the element is there
   * @param spacing what is put between the signs
   */
  record Words(
      TagElement element, TextStyle style, float x, float baseline, String text, float spacing)
      implements StripItem {}

  /** A tint behind words. */
  record Area(DeviceRgb colour, float x, float top, float width, float height)
      implements StripItem {}

  /** A line across. */
  record Rule(DeviceRgb colour, float thickness, float x, float y, float width)
      implements StripItem {}

  /** The lines around a box. */
  record Frame(Box box) implements StripItem {}

  /** A QR code of a text. */
  record Code(TagElement element, String text, Box box) implements StripItem {}

  /** The field in which a signature will be. */
  record Field(TagElement element, SignaturePlace place, Box box) implements StripItem {}

  /** Where a bookmark leads: to the top of its strip. */
  record Bookmark(String title) implements StripItem {}

  /** A box, by its left upper corner. */
  record Box(float x, float top, float width, float height) {

    Box inset(float padding) {
      return new Box(x + padding, top + padding, width - 2 * padding, height - 2 * padding);
    }

    public float bottom() {
      return top + height;
    }

    float right() {
      return x + width;
    }
  }
}
