package eco.exchange.contracts.print.manuscript;

import eco.exchange.contracts.print.face.Typeface;
import java.util.Optional;
import java.util.Set;

/**
 * Texts that can be printed as they are meant.
 *
 * <p>A sign that the faces lack would be printed as an empty box, and a sign that turns the reading
 * direction would make a reader see another text than the one that is hashed; a paper with either
 * must not exist.
 */
public final class PrintableText {

  private static final Set<Integer> INVISIBLE =
      Set.of(
          (int) Character.CONTROL,
          (int) Character.FORMAT,
          (int) Character.SURROGATE,
          (int) Character.PRIVATE_USE,
          (int) Character.UNASSIGNED,
          (int) Character.LINE_SEPARATOR,
          (int) Character.PARAGRAPH_SEPARATOR,
          (int) Character.NON_SPACING_MARK,
          (int) Character.ENCLOSING_MARK);

  private PrintableText() {}

  /** The first sign that cannot be printed, for example 'U+202E'; empty if all can. */
  public static Optional<String> faultOf(String text) {
    return text.codePoints()
        .filter(sign -> !isPrintable(sign))
        .mapToObj(PrintableText::named)
        .findFirst();
  }

  private static boolean isPrintable(int sign) {
    return !INVISIBLE.contains(Character.getType(sign))
        && !isRightToLeft(sign)
        && Typeface.has(sign);
  }

  private static boolean isRightToLeft(int sign) {
    byte direction = Character.getDirectionality(sign);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static String named(int sign) {
    boolean isShowable = !INVISIBLE.contains(Character.getType(sign)) && !isRightToLeft(sign);
    return "U+%04X%s".formatted(sign, isShowable ? " " + Character.toString(sign) : "");
  }
}
