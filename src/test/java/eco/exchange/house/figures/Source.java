package eco.exchange.house.figures;

import java.util.List;

/** A text file of a checkout: its path from the top of the tree, and its text. */
public record Source(String path, String text) {

  public List<String> lines() {
    return text.lines().toList();
  }

  /** Whether it is no test: it belongs to the product, the laboratory or the fixture. */
  public boolean isMain() {
    return path.contains("src/main/") || path.contains("src/fixture/");
  }

  /** The folder of its Maven module, for example 'exchange-app'; empty at the top of the tree. */
  public String module() {
    if (path.startsWith("src/fixture/")) {
      return "exchange-app/fixture";
    }
    int end = path.indexOf("/src/");
    return end < 0 ? "" : path.substring(0, end);
  }

  public String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
