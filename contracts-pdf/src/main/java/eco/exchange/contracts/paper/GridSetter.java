package eco.exchange.contracts.paper;

import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.tagging.PdfStructureAttributes;
import com.itextpdf.kernel.pdf.tagging.StandardRoles;
import com.itextpdf.layout.borders.Border;
import com.itextpdf.layout.borders.SolidBorder;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Table;
import com.itextpdf.layout.properties.TextAlignment;
import com.itextpdf.layout.properties.UnitValue;
import java.util.List;

/** Sets tables; one without titles has its heads in the first column. */
final class GridSetter {

  private static final Border THIN = new SolidBorder(Look.LINE, 0.6f);
  private static final Border STRONG = new SolidBorder(Look.FOREST, 1);

  // A short table is read at one glance, and is not torn where a page ends.
  private static final int ROWS_TOGETHER = 8;

  Table table(Passage.Grid grid) {
    float[] widths = new float[grid.columns().size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = grid.columns().get(i).width();
    }
    Table table =
        new Table(UnitValue.createPercentArray(widths))
            .useAllAvailableWidth()
            .setFixedLayout()
            .setBorderTop(STRONG)
            .setBorderBottom(STRONG)
            .setMargins(4, 0, 10, 0)
            .setKeepTogether(grid.rows().size() <= ROWS_TOGETHER);
    if (hasHead(grid)) {
      grid.columns().forEach(column -> table.addHeaderCell(head(column)));
    }
    for (int row = 0; row < grid.rows().size(); row++) {
      row(table, grid, row);
    }
    return table;
  }

  private void row(Table table, Passage.Grid grid, int row) {
    List<String> cells = grid.rows().get(row);
    boolean isTotal = grid.lastRowIsTotal() && row == grid.rows().size() - 1;
    for (int i = 0; i < cells.size(); i++) {
      Passage.Column column = grid.columns().get(i);
      boolean isHead = i == 0 && !hasHead(grid);
      Cell cell = cell(cells.get(i), column.side());
      if (isHead) {
        asHead(cell, "Row");
      } else if (isTotal) {
        cell.simulateBold().setBorderTop(STRONG);
      }
      table.addCell(cell);
    }
  }

  private static boolean hasHead(Passage.Grid grid) {
    return grid.columns().stream().anyMatch(column -> !column.title().isEmpty());
  }

  private Cell head(Passage.Column column) {
    return asHead(cell(column.title(), column.side()), "Column");
  }

  private Cell asHead(Cell cell, String scope) {
    PdfStructureAttributes scoped =
        new PdfStructureAttributes("Table").addEnumAttribute(PdfName.Scope.getValue(), scope);
    cell.getAccessibilityProperties().setRole(StandardRoles.TH).addAttributes(scoped);
    return cell.simulateBold().setFontColor(Look.FOREST).setBackgroundColor(Look.TINT);
  }

  private static Cell cell(String text, Passage.Side side) {
    Paragraph paragraph =
        new Paragraph(Composer.words(text))
            .setFontSize(Look.SIZE_TABLE)
            .setMultipliedLeading(Look.LEADING_TABLE)
            .setTextAlignment(
                switch (side) {
                  case LEFT -> TextAlignment.LEFT;
                  case RIGHT -> TextAlignment.RIGHT;
                });
    // The cell says what the text is.
    paragraph.getAccessibilityProperties().setRole(null);
    return new Cell()
        .add(paragraph)
        .setBorder(Border.NO_BORDER)
        .setBorderBottom(THIN)
        .setPaddings(3.5f, 6, 3.5f, 6)
        .setKeepTogether(true);
  }
}
