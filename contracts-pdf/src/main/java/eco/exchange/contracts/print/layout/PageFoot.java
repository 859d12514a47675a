package eco.exchange.contracts.print.layout;

import eco.exchange.contracts.print.layout.TextLines.Side;
import eco.exchange.contracts.print.manuscript.Manuscript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The foot of every page: which paper, which content, which page of how many. */
public final class PageFoot {

  private static final float TOP = PageMeasures.FOOT_TOP - 1;
  private static final float THIN = 0.6f;

  private PageFoot() {}

  /** The same pages, each with its foot. */
  public static List<LaidPage> under(List<LaidPage> pages, Manuscript manuscript) {
    String paper = manuscript.number() + "    " + manuscript.imprint().mark();
    List<LaidPage> footed = new ArrayList<>();
    for (LaidPage page : pages) {
      String number = "第 %d 页 / 共 %d 页".formatted(footed.size() + 1, pages.size());
      LaidPage.Laid foot = new LaidPage.Laid(strip(paper, number), TOP);
      footed.add(new LaidPage(Stream.concat(page.strips().stream(), Stream.of(foot)).toList()));
    }
    return footed;
  }

  private static Strip strip(String left, String right) {
    StripItem line =
        new StripItem.Rule(
            PageMeasures.LINE, THIN, PageMeasures.MARGIN_SIDE, 0, PageMeasures.WIDTH);
    return Strip.of(
        PageMeasures.FOOT.pitch(), List.of(line, words(left, Side.LEFT), words(right, Side.RIGHT)));
  }

  private static StripItem words(String text, Side side) {
    TextLines lines = TextLines.of(text, PageMeasures.FOOT, PageMeasures.WIDTH);
    return lines.placed(0, TagElement.DECORATION, PageMeasures.MARGIN_SIDE, 0, side);
  }
}
