package eco.exchange.contracts.print.layout;

import com.itextpdf.kernel.colors.DeviceRgb;
import eco.exchange.contracts.print.layout.TextLines.Side;
import eco.exchange.contracts.print.manuscript.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The setting of a table, row by row; one without titles has its heads in the first column. */
final class TableSetter {

  private static final float GAP_ABOVE = 4;
  private static final float GAP_BELOW = 12;
  private static final float PADDING = 3.6f;
  private static final float PADDING_SIDE = 6;
  private static final float THIN = 0.6f;
  private static final float STRONG = 1;

  // A short table is read at one glance, and is not torn where a page ends.
  private static final int ROWS_TOGETHER = 8;

  private final TagElement table;
  private final Passage.Grid grid;
  private final boolean hasTitles;
  private final float[] widths;

  private TableSetter(TagElement table, Passage.Grid grid) {
    this.table = table;
    this.grid = grid;
    this.hasTitles = grid.columns().stream().anyMatch(column -> !column.title().isEmpty());
    int whole = grid.columns().stream().mapToInt(Passage.Column::width).sum();
    this.widths = new float[grid.columns().size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = PageMeasures.WIDTH * grid.columns().get(i).width() / whole;
    }
  }

  static List<Strip> table(TagElement table, Passage.Grid grid) {
    return new TableSetter(table, grid).set();
  }

  private List<Strip> set() {
    Strip repeated = head(TagElement.DECORATION);
    List<Strip> strips = new ArrayList<>();
    strips.add(head(table).apart(GAP_ABOVE, 0));
    for (int row = 0; row < grid.rows().size(); row++) {
      rows(row).forEach(strip -> strips.add(strip.under(repeated)));
    }
    strips.set(strips.size() - 1, strips.getLast().apart(0, GAP_BELOW));
    return held(strips);
  }

  /** A short table stays whole; of a long one, neither end stands alone on a page. */
  private List<Strip> held(List<Strip> strips) {
    if (grid.rows().size() <= ROWS_TOGETHER) {
      return Strip.held(strips);
    }
    List<Strip> held = new ArrayList<>(Strip.held(strips.subList(0, 2)));
    held.set(1, held.get(1).holding());
    held.addAll(strips.subList(2, strips.size() - 2));
    held.addAll(Strip.held(strips.subList(strips.size() - 2, strips.size())));
    return held;
  }

  /** The strong line above a table, and the titles of its columns if it has any. */
  private Strip head(TagElement parent) {
    StripItem line = rule(PageMeasures.FOREST, STRONG, 0);
    if (!hasTitles) {
      return Strip.of(0, List.of(line));
    }
    List<TextLines> cells = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      cells.add(lines(grid.columns().get(i).title(), PageMeasures.CELL_HEAD, i));
    }
    float height = height(cells);
    List<StripItem> content = new ArrayList<>();
    content.add(
        new StripItem.Area(
            PageMeasures.TINT, PageMeasures.MARGIN_SIDE, 0, PageMeasures.WIDTH, height));
    content.add(line);
    content.add(rule(PageMeasures.LINE, THIN, height));
    boolean isRead = parent != TagElement.DECORATION;
    TagElement row = isRead ? parent.part("TR") : parent;
    for (int i = 0; i < widths.length; i++) {
      place(cells.get(i), isRead ? row.head("Column") : parent, i, content);
    }
    return Strip.of(height, content);
  }

  /** A row, in several strips if it is too high for a page. */
  private List<Strip> rows(int index) {
    List<String> texts = grid.rows().get(index);
    TagElement row = table.part("TR");
    List<TextLines> cells = new ArrayList<>();
    List<TagElement> elements = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      cells.add(lines(texts.get(i), style(i, isTotal(index)), i));
      elements.add(isHead(i) ? row.head("Row") : row.part("TD"));
    }
    int pieces = cells.stream().mapToInt(TextLines::pieces).max().orElse(0);
    return IntStream.range(0, pieces)
        .mapToObj(piece -> cells.stream().map(cell -> cell.piece(piece)).toList())
        .map(piece -> row(piece, elements, index))
        .toList();
  }

  private Strip row(List<TextLines> cells, List<TagElement> elements, int index) {
    float height = height(cells);
    List<StripItem> content = new ArrayList<>();
    if (!hasTitles) {
      // The line above was drawn before.
      float top = STRONG / 2;
      content.add(
          new StripItem.Area(
              PageMeasures.TINT, PageMeasures.MARGIN_SIDE, top, widths[0], height - top));
    }
    if (isTotal(index)) {
      content.add(rule(PageMeasures.FOREST, STRONG, 0));
    }
    content.add(
        isLast(index)
            ? rule(PageMeasures.FOREST, STRONG, height)
            : rule(PageMeasures.LINE, THIN, height));
    for (int i = 0; i < cells.size(); i++) {
      place(cells.get(i), elements.get(i), i, content);
    }
    return Strip.of(height, content);
  }

  private boolean isLast(int row) {
    return row == grid.rows().size() - 1;
  }

  private boolean isTotal(int row) {
    return grid.lastRowIsTotal() && isLast(row);
  }

  private boolean isHead(int column) {
    return column == 0 && !hasTitles;
  }

  private TextStyle style(int column, boolean isTotal) {
    if (isHead(column)) {
      return PageMeasures.CELL_HEAD;
    }
    return isTotal ? PageMeasures.CELL_TOTAL : PageMeasures.CELL;
  }

  private TextLines lines(String text, TextStyle style, int column) {
    return TextLines.of(text, style, widths[column] - 2 * PADDING_SIDE);
  }

  private static float height(List<TextLines> cells) {
    double lines = cells.stream().mapToDouble(TextLines::height).max().orElse(0);
    return (float) lines + 2 * PADDING;
  }

  private void place(TextLines cell, TagElement element, int column, List<StripItem> content) {
    float x = PageMeasures.MARGIN_SIDE + PADDING_SIDE;
    for (int i = 0; i < column; i++) {
      x += widths[i];
    }
    Side side =
        switch (grid.columns().get(column).side()) {
          case LEFT -> Side.LEFT;
          case RIGHT -> Side.RIGHT;
        };
    cell.placed(element, x, PADDING, side).forEach(content::add);
  }

  private static StripItem rule(DeviceRgb colour, float thickness, float y) {
    return new StripItem.Rule(colour, thickness, PageMeasures.MARGIN_SIDE, y, PageMeasures.WIDTH);
  }
}
