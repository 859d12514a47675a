package eco.exchange.contracts.print.layout;

import eco.exchange.contracts.print.face.Typeface;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text in lines of one width.
 *
 * @param style how it looks
 * @param width how wide the lines are, in points
 * @param lines the lines; one that is empty if there is no text
 */
record TextLines(TextStyle style, float width, List<Line> lines) {

  /** How the words of a line stand in its width. */
  enum Side {
    /** At the left edge. */
    LEFT,
    /** In the middle. */
    MIDDLE,
    /** At the right edge. */
    RIGHT,
    /** At both edges, but the last line of a text at the left. */
    BOTH
  }

  // Signs that would be further apart than this part of their size are left as they are.
  private static final float SPREAD_MAX = 0.3f;

  // So many lines of any style fit on a page with room to spare.
  private static final int TOGETHER_MAX = 30;

  /** Breaks a text into lines. */
  static TextLines of(String text, TextStyle style, float width) {
    Breaking breaking = new Breaking(text, (int) (width * Typeface.EM / style.size()));
    text.codePoints().forEach(breaking::take);
    return new TextLines(style, width, breaking.end());
  }

  float height() {
    return lines.size() * style.pitch();
  }

  /** In how many pieces they come that are small enough for a page. */
  int pieces() {
    return Math.ceilDiv(lines.size(), TOGETHER_MAX);
  }

  /** One of the pieces; without a line if there are fewer. */
  TextLines piece(int index) {
    int from = Math.min(lines.size(), index * TOGETHER_MAX);
    int to = Math.min(lines.size(), from + TOGETHER_MAX);
    return new TextLines(style, width, lines.subList(from, to));
  }

  /** The lines at their places, one below the other. */
  Stream<StripItem> placed(TagElement element, float x, float top, Side side) {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> placed(i, element, x, top + i * style.pitch(), side));
  }

  /** A line at its place. */
  StripItem placed(int index, TagElement element, float x, float top, Side side) {
    Line line = lines.get(index);
    boolean isLast = index == lines.size() - 1;
    float left = width - line.width(style);
    float indent =
        switch (side) {
          case LEFT, BOTH -> 0;
          case MIDDLE -> left / 2;
          case RIGHT -> left;
        };
    float spacing = side == Side.BOTH && !isLast ? spacing(line, left) : 0;
    float baseline = top + style.baseline();
    return new StripItem.Words(element, style, x + indent, baseline, line.text(), spacing);
  }

  private float spacing(Line line, float left) {
    float spacing = left / Math.max(1, line.signs() - 1);
    return spacing < SPREAD_MAX * style.size() ? spacing : 0;
  }

  /**
   * A line.
   *
   * @param text its words
   * @param signs how many signs they have
   * @param width how wide they are, in thousandths of their size
   */
  record Line(String text, int signs, int width) {

    float width(TextStyle style) {
      return width * style.size() / Typeface.EM;
    }
  }

  /** A text that is being broken, sign by sign. */
  private static final class Breaking {

    private final String text;
    private final int widest;
    private final List<Line> lines = new ArrayList<>();
    private int begin;
    private int at;
    private int signs;
    private int width;
    private int last = ' ';
    // Where the line may end, and how much of it stands before: none yet if it is where it began.
    private int part;
    private int signsToPart;
    private int widthToPart;

    Breaking(String text, int widest) {
      this.text = text;
      this.widest = widest;
    }

    void take(int sign) {
      if (ChineseLineBreaks.mayPart(last, sign)) {
        mayPartHere();
      }
      int advance = Typeface.advance(sign);
      // What the line hands on to the next may be too wide itself.
      while (width + advance > widest && at > begin && sign != ' ') {
        part();
      }
      width += advance;
      signs++;
      at += Character.charCount(sign);
      last = sign;
    }

    private void mayPartHere() {
      part = at;
      signsToPart = signs;
      widthToPart = width;
    }

    /** Ends the line where it may; anywhere, if it may nowhere. */
    private void part() {
      if (part <= begin) {
        mayPartHere();
      }
      lines.add(line(part, signsToPart, widthToPart));
      begin = part;
      signs -= signsToPart;
      width -= widthToPart;
    }

    private Line line(int end, int signs, int width) {
      int blanks = 0;
      while (end - blanks > begin && text.charAt(end - blanks - 1) == ' ') {
        blanks++;
      }
      String words = text.substring(begin, end - blanks);
      return new Line(words, signs - blanks, width - blanks * Typeface.advance(' '));
    }

    List<Line> end() {
      lines.add(line(at, signs, width));
      return List.copyOf(lines);
    }
  }
}
