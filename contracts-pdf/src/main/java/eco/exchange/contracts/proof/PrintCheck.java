package eco.exchange.contracts.proof;

import eco.exchange.contracts.print.PrintedPaper;
import eco.exchange.contracts.print.manuscript.Manuscript;
import eco.exchange.contracts.proof.Findings.Wrong;

/**
 * The check that a reader sees on the paper what the manuscript says, all of it, in order, and
 * nothing else. Where a page ends does not matter: the head of a table may stand again on the next
 * page.
 */
final class PrintCheck {

  private static final int SHOWN = 24;

  private final String printed;
  private int at;

  private PrintCheck(String printed) {
    this.printed = printed;
  }

  static void mustSay(Manuscript manuscript, PrintedPaper paper) throws Wrong {
    PrintCheck check = new PrintCheck(paper.text());
    String head = "";
    for (Manuscript.Line line : manuscript.lines()) {
      check.next(PrintedPaper.comparable(line.text()), PrintedPaper.comparable(line.tableHead()));
      head = line.tableHead();
    }
    check.skip(PrintedPaper.comparable(head));
    Findings.must(
        check.at == check.printed.length(), "正文多出：%s (more is printed)", check.shownFrom());
  }

  private void next(String text, String tableHead) throws Wrong {
    if (!printed.startsWith(text, at)) {
      skip(tableHead);
    }
    Findings.must(
        printed.startsWith(text, at),
        "应印为“%s”，实为“%s” (print differs)",
        text.substring(0, Math.min(SHOWN, text.length())),
        shownFrom());
    at += text.length();
  }

  private void skip(String tableHead) {
    if (!tableHead.isEmpty() && printed.startsWith(tableHead, at)) {
      at += tableHead.length();
    }
  }

  private String shownFrom() {
    return printed.substring(at, Math.min(printed.length(), at + SHOWN));
  }
}
