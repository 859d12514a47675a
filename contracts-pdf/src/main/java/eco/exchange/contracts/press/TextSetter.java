package eco.exchange.contracts.press;

import eco.exchange.contracts.paper.Passage;
import eco.exchange.contracts.press.Lines.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sets paragraphs, headings and remarks, line by line. */
final class TextSetter {

  private static final float PARAGRAPH_GAP = 4;
  private static final float HEADING_ABOVE = 16;
  private static final float HEADING_BELOW = 2;
  private static final float NOTICE_GAP = 12;
  private static final float NOTICE_PADDING = 6;
  private static final float NOTICE_INDENT = 12;
  private static final float NOTICE_EDGE = 3;

  private TextSetter() {}

  /** Lines in the middle of the page, with nothing free below. */
  static List<Strip> centred(Element element, String text, Style style) {
    return strips(Lines.of(text, style, Look.WIDTH), element, Look.MARGIN_SIDE, Side.MIDDLE);
  }

  /** A heading, which is a bookmark and never ends a page. */
  static List<Strip> heading(Element element, String text) {
    Lines lines = Lines.of(text, Look.HEADING, Look.WIDTH);
    List<Placed> content = new ArrayList<>();
    content.add(new Placed.Bookmark(text));
    lines.placed(element, Look.MARGIN_SIDE, 0, Side.LEFT).forEach(content::add);
    return List.of(Strip.of(lines.height(), content).apart(HEADING_ABOVE, HEADING_BELOW).holding());
  }

  /** A paragraph; none of its lines stands alone on a page. */
  static List<Strip> paragraph(Element element, Passage.Text text) {
    float indent = text.number().isEmpty() ? 0 : Look.NUMBER_WIDTH;
    Lines lines = Lines.of(text.text(), Look.TEXT, Look.WIDTH - indent);
    List<Strip> strips = strips(lines, element, Look.MARGIN_SIDE + indent, Side.BOTH);
    if (indent > 0) {
      strips.set(0, with(number(element, text.number()), strips.getFirst()));
    }
    strips.set(strips.size() - 1, strips.getLast().apart(0, PARAGRAPH_GAP));
    return inPairs(strips);
  }

  /** A remark on a tint, with an edge. */
  static List<Strip> notice(Element element, Passage.Notice notice) {
    Lines lines = Lines.of(notice.text(), Look.NOTICE, Look.WIDTH - 2 * NOTICE_INDENT);
    List<Strip> strips = new ArrayList<>();
    for (int i = 0; i < lines.pieces(); i++) {
      Lines some = lines.piece(i);
      float height = some.height() + 2 * NOTICE_PADDING;
      List<Placed> content = new ArrayList<>();
      content.add(new Placed.Area(Look.AMBER_TINT, Look.MARGIN_SIDE, 0, Look.WIDTH, height));
      content.add(new Placed.Area(Look.AMBER, Look.MARGIN_SIDE, 0, NOTICE_EDGE, height));
      float x = Look.MARGIN_SIDE + NOTICE_INDENT;
      some.placed(element, x, NOTICE_PADDING, Side.LEFT).forEach(content::add);
      strips.add(Strip.of(height, content).apart(PARAGRAPH_GAP, NOTICE_GAP));
    }
    return strips;
  }

  private static List<Strip> strips(Lines lines, Element element, float x, Side side) {
    List<Strip> strips = new ArrayList<>();
    for (int i = 0; i < lines.lines().size(); i++) {
      Placed line = lines.placed(i, element, x, 0, side);
      strips.add(Strip.of(lines.style().pitch(), List.of(line)));
    }
    return strips;
  }

  /** The number of a paragraph, apart from the text for those who hear it, too. */
  private static Placed number(Element element, String number) {
    float baseline = Look.TEXT.baseline();
    return new Placed.Words(element, Look.TEXT, Look.MARGIN_SIDE, baseline, number + " ", 0);
  }

  private static Strip with(Placed first, Strip strip) {
    return strip.saying(Stream.concat(Stream.of(first), strip.content().stream()).toList());
  }

  /** The first two strips stand on one page, and so do the last two. */
  private static List<Strip> inPairs(List<Strip> strips) {
    int last = strips.size() - 1;
    if (last > 0) {
      strips.set(0, strips.getFirst().holding());
      strips.set(last - 1, strips.get(last - 1).holding());
    }
    return strips;
  }
}
