package eco.exchange.contracts.print.manuscript;

import java.util.List;

/** A piece of a section, in the order in which it is read. */
public sealed interface Passage {

  /**
   * A paragraph with a number before it.
   *
   * @param number the number, for example '3.2'; may be empty
   * @param text the words
   */
  record Text(String number, String text) implements Passage {}

  /**
   * A remark in a box, which nobody may overlook.
   *
   * @param text the words
   */
  record Notice(String text) implements Passage {}

  /**
   * A table.
   *
   * @param columns the columns, with what stands in the head
   * @param rows the cells, row by row
   * @param lastRowIsTotal whether the last row is set apart as a sum
   */
  record Grid(List<Column> columns, List<List<String>> rows, boolean lastRowIsTotal)
      implements Passage {

    /** Copies the lists. */
    public Grid {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }

    /** A table without a head, in which each row is a name and what it stands for. */
    public static Grid pairs(List<List<String>> rows) {
      return named(3, 9, rows);
    }

    /** A table of names and long numbers, which want more room than the names. */
    public static Grid keys(List<List<String>> rows) {
      return named(2, 10, rows);
    }

    private static Grid named(int name, int text, List<List<String>> rows) {
      return new Grid(
          List.of(new Column("", name, Side.LEFT), new Column("", text, Side.LEFT)), rows, false);
    }
  }

  /**
   * A column of a table.
   *
   * @param title what stands in the head; a table without any title has no head
   * @param width the width relative to the other columns
   * @param side where the cells are aligned
   */
  record Column(String title, int width, Side side) {}

  /** Where the cells of a column are aligned. */
  enum Side {
    /** Words. */
    LEFT,
    /** Amounts. */
    RIGHT
  }
}
