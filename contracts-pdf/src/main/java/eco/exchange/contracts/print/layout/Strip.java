package eco.exchange.contracts.print.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A strip of a page from margin to margin, which is never torn: a line of a paragraph, a row of a
 * table, a place where one signs.
 *
 * @param above what is left free above it, unless it begins a page; of two strips the greater wish
 *     counts
 * @param height how high it is
 * @param below what is left free below it
 * @param holdsNext whether the next strip stands on the same page
 * @param content what stands in it, in the order in which it is read
 * @param head what is repeated above it where it begins a page
 */
public record Strip(
    float above,
    float height,
    float below,
    boolean holdsNext,
    List<StripItem> content,
    Optional<Strip> head) {

  public Strip {
    content = List.copyOf(content);
  }

  static Strip of(float height, List<? extends StripItem> content) {
    return new Strip(0, height, 0, false, List.copyOf(content), Optional.empty());
  }

  Strip apart(float above, float below) {
    return new Strip(above, height, below, holdsNext, content, head);
  }

  Strip saying(List<StripItem> content) {
    return new Strip(above, height, below, holdsNext, content, head);
  }

  Strip under(Strip head) {
    return new Strip(above, height, below, holdsNext, content, Optional.of(head));
  }

  Strip holding() {
    return new Strip(above, height, below, true, content, head);
  }

  /** How much is left free between this strip and the next. */
  float gapTo(Strip next) {
    return Math.max(below, next.above);
  }

  /** The same strips, none of which parts from the others. */
  static List<Strip> held(List<Strip> strips) {
    List<Strip> held = new ArrayList<>(strips);
    held.subList(0, Math.max(0, held.size() - 1)).replaceAll(Strip::holding);
    return held;
  }

  /** How high strips are one below the other. */
  static float height(List<Strip> strips) {
    float height = 0;
    for (int i = 0; i < strips.size(); i++) {
      Strip strip = strips.get(i);
      height += strip.height + (i == 0 ? 0 : strips.get(i - 1).gapTo(strip));
    }
    return height;
  }
}
