package eco.exchange.contracts.print.layout;

import eco.exchange.contracts.print.layout.TextLines.Side;
import eco.exchange.contracts.print.manuscript.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The setting of paragraphs, headings and remarks, line by line. */
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
  static List<Strip> centred(TagElement element, String text, TextStyle style) {
    return strips(
        TextLines.of(text, style, PageMeasures.WIDTH),
        element,
        PageMeasures.MARGIN_SIDE,
        Side.MIDDLE);
  }

  /** A heading, which is a bookmark and never ends a page. */
  static List<Strip> heading(TagElement element, String text) {
    TextLines lines = TextLines.of(text, PageMeasures.HEADING, PageMeasures.WIDTH);
    List<StripItem> content = new ArrayList<>();
    content.add(new StripItem.Bookmark(text));
    lines.placed(element, PageMeasures.MARGIN_SIDE, 0, Side.LEFT).forEach(content::add);
    return List.of(Strip.of(lines.height(), content).apart(HEADING_ABOVE, HEADING_BELOW).holding());
  }

  /** A paragraph; none of its lines stands alone on a page. */
  static List<Strip> paragraph(TagElement element, Passage.Text text) {
    float indent = text.number().isEmpty() ? 0 : PageMeasures.NUMBER_WIDTH;
    TextLines lines = TextLines.of(text.text(), PageMeasures.TEXT, PageMeasures.WIDTH - indent);
    List<Strip> strips = strips(lines, element, PageMeasures.MARGIN_SIDE + indent, Side.BOTH);
    if (indent > 0) {
      strips.set(0, with(number(element, text.number()), strips.getFirst()));
    }
    strips.set(strips.size() - 1, strips.getLast().apart(0, PARAGRAPH_GAP));
    return inPairs(strips);
  }

  /** A remark on a tint, with an edge. */
  static List<Strip> notice(TagElement element, Passage.Notice notice) {
    TextLines lines =
        TextLines.of(notice.text(), PageMeasures.NOTICE, PageMeasures.WIDTH - 2 * NOTICE_INDENT);
    List<Strip> strips = new ArrayList<>();
    for (int i = 0; i < lines.pieces(); i++) {
      TextLines some = lines.piece(i);
      float height = some.height() + 2 * NOTICE_PADDING;
      List<StripItem> content = new ArrayList<>();
      content.add(
          new StripItem.Area(
              PageMeasures.AMBER_TINT, PageMeasures.MARGIN_SIDE, 0, PageMeasures.WIDTH, height));
      content.add(
          new StripItem.Area(PageMeasures.AMBER, PageMeasures.MARGIN_SIDE, 0, NOTICE_EDGE, height));
      float x = PageMeasures.MARGIN_SIDE + NOTICE_INDENT;
      some.placed(element, x, NOTICE_PADDING, Side.LEFT).forEach(content::add);
      strips.add(Strip.of(height, content).apart(PARAGRAPH_GAP, NOTICE_GAP));
    }
    return strips;
  }

  private static List<Strip> strips(TextLines lines, TagElement element, float x, Side side) {
    List<Strip> strips = new ArrayList<>();
    for (int i = 0; i < lines.lines().size(); i++) {
      StripItem line = lines.placed(i, element, x, 0, side);
      strips.add(Strip.of(lines.style().pitch(), List.of(line)));
    }
    return strips;
  }

  /** The number of a paragraph, apart from the text for those who hear it, too. */
  private static StripItem number(TagElement element, String number) {
    float baseline = PageMeasures.TEXT.baseline();
    return new StripItem.Words(
        element, PageMeasures.TEXT, PageMeasures.MARGIN_SIDE, baseline, number + " ", 0);
  }

  private static Strip with(StripItem first, Strip strip) {
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
