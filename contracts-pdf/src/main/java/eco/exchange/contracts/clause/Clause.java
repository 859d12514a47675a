package eco.exchange.contracts.clause;

import eco.exchange.contracts.paper.Passage;
import eco.exchange.contracts.paper.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * One clause of a contract.
 *
 * @param matter what it regulates
 * @param passages its paragraphs and tables
 */
record Clause(Matter matter, List<Passage> passages) {

  /** Copies the passages. */
  Clause {
    passages = List.copyOf(passages);
  }

  /** The number of the clause, counted from 1. */
  int number() {
    return matter.ordinal() + 1;
  }

  Section section() {
    return new Section("第%s条　%s".formatted(Wording.numeral(number()), matter.zh()), passages);
  }

  static Draft about(Matter matter) {
    return new Draft(matter);
  }

  /** A clause that is being written: its paragraphs number themselves. */
  static final class Draft {

    private final Matter matter;
    private final List<Passage> passages = new ArrayList<>();
    private int paragraphs;

    private Draft(Matter matter) {
      this.matter = matter;
    }

    Draft says(String form, Object... values) {
      paragraphs++;
      String number = (matter.ordinal() + 1) + "." + paragraphs;
      passages.add(new Passage.Text(number, form.formatted(values)));
      return this;
    }

    Draft shows(Passage passage) {
      passages.add(passage);
      return this;
    }

    Clause done() {
      return new Clause(matter, passages);
    }
  }
}
