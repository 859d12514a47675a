package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Section;
import eco.exchange.contracts.wording.ChineseWording;
import java.util.ArrayList;
import java.util.List;

/**
 * One clause of a contract.
 *
 * @param matter what it regulates
 * @param passages its paragraphs and tables
 */
public record Clause(Matter matter, List<Passage> passages) {

  /** Copies the passages. */
  public Clause {
    passages = List.copyOf(passages);
  }

  /** The clause under its Chinese heading. */
  public Section section() {
    return new Section(
        "第%s条　%s".formatted(ChineseWording.numeral(matter.number()), matter.zh()), passages);
  }

  /** A clause that regulates a matter and is still to be written. */
  public static Draft about(Matter matter) {
    return new Draft(matter);
  }

  /** A clause that is being written: its paragraphs number themselves. */
  public static final class Draft {

    private final Matter matter;
    private final List<Passage> passages = new ArrayList<>();
    private int paragraphs;

    private Draft(Matter matter) {
      this.matter = matter;
    }

    /** Adds a paragraph. */
    public Draft says(String form, Object... values) {
      paragraphs++;
      String number = matter.number() + "." + paragraphs;
      passages.add(new Passage.Text(number, form.formatted(values)));
      return this;
    }

    /** Adds a table. */
    public Draft shows(Passage passage) {
      passages.add(passage);
      return this;
    }

    /** The clause as it was written. */
    public Clause done() {
      return new Clause(matter, passages);
    }
  }
}
