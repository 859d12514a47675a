package eco.exchange.contracts.paper;

import com.itextpdf.kernel.font.PdfFont;

/**
 * About how high a section will be, rather too high than too low: enough to say whether it will
 * stand on one page with what follows.
 */
final class Estimate {

  private static final float HEADING = 40;
  private static final float LINE = Look.SIZE_TEXT * Look.LEADING * 1.45f;
  private static final float ROW = Look.SIZE_TABLE * Look.LEADING_TABLE * 1.45f;
  private static final float GAP = 14;

  private final PdfFont font;

  Estimate(PdfFont font) {
    this.font = font;
  }

  float heightOf(Section section) {
    float height = HEADING;
    for (Passage passage : section.passages()) {
      height += heightOf(passage);
    }
    return height;
  }

  private float heightOf(Passage passage) {
    return switch (passage) {
      case Passage.Text text -> lines(text.text(), Look.SIZE_TEXT, Look.WIDTH) * LINE + 4;
      case Passage.Notice notice ->
          lines(notice.text(), Look.SIZE_TABLE, Look.WIDTH) * ROW + 2 * GAP;
      case Passage.Grid grid -> heightOf(grid);
    };
  }

  private float heightOf(Passage.Grid grid) {
    int widths = grid.columns().stream().mapToInt(Passage.Column::width).sum();
    float height = ROW + 2 * GAP;
    for (var row : grid.rows()) {
      float lines = 1;
      for (int i = 0; i < row.size(); i++) {
        float width = Look.WIDTH * grid.columns().get(i).width() / widths - GAP;
        lines = Math.max(lines, lines(row.get(i), Look.SIZE_TABLE, width));
      }
      height += lines * ROW + GAP / 2;
    }
    return height;
  }

  private float lines(String text, float size, float width) {
    return (float) Math.ceil((font.getWidth(text, size) + Look.NUMBER_WIDTH) / width);
  }
}
