package eco.exchange.contracts.press;

import eco.exchange.contracts.paper.Manuscript;
import eco.exchange.contracts.paper.PrintedPaper;
import eco.exchange.contracts.press.Lines.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The foot of every page: which paper, which content, which page of how many. */
final class Foot {

  private static final float TOP = PrintedPaper.FOOT_TOP - 1;
  private static final float THIN = 0.6f;

  private Foot() {}

  /** The same pages, each with its foot. */
  static List<Page> under(List<Page> pages, Manuscript manuscript) {
    String paper = manuscript.number() + "    " + manuscript.imprint().mark();
    List<Page> footed = new ArrayList<>();
    for (Page page : pages) {
      String number = "第 %d 页 / 共 %d 页".formatted(footed.size() + 1, pages.size());
      Page.Laid foot = new Page.Laid(strip(paper, number), TOP);
      footed.add(new Page(Stream.concat(page.strips().stream(), Stream.of(foot)).toList()));
    }
    return footed;
  }

  private static Strip strip(String left, String right) {
    Placed line = new Placed.Rule(Look.LINE, THIN, Look.MARGIN_SIDE, 0, Look.WIDTH);
    return Strip.of(
        Look.FOOT.pitch(), List.of(line, words(left, Side.LEFT), words(right, Side.RIGHT)));
  }

  private static Placed words(String text, Side side) {
    Lines lines = Lines.of(text, Look.FOOT, Look.WIDTH);
    return lines.placed(0, Element.DECORATION, Look.MARGIN_SIDE, 0, side);
  }
}
