package eco.exchange.web.village;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tables as comma-separated values (RFC 4180), so that spreadsheets read and never run them. */
final class CsvTable {

  static final String TYPE = "text/csv;charset=UTF-8";

  // Spreadsheets take these for the beginning of a formula, but for a negative number.
  private static final Pattern FORMULA = Pattern.compile("[=+@\\t\\r].*|-(?![0-9.]+$).*");

  private CsvTable() {}

  /** A table of a head and rows, each of as many texts. */
  static String table(List<String> head, List<List<String>> rows) {
    StringBuilder csv = new StringBuilder("\uFEFF").append(line(head));
    rows.forEach(row -> csv.append(line(row)));
    return csv.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(CsvTable::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String cell(String text) {
    String safe = FORMULA.matcher(text).matches() ? "'" + text : text;
    return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
