package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Section;
import eco.exchange.contracts.sentence.Sentence;
import eco.exchange.contracts.sentence.Sentences;
import java.util.ArrayList;
import java.util.List;

/**
 * One clause of a contract.
 *
 * @param matter what it regulates
 * @param section its paragraphs and tables under its heading
 */
public record Clause(Matter matter, Section section) {

  /** A clause that regulates a matter and is still to be written. */
  static Draft about(Matter matter, Sentences say) {
    return new Draft(matter, say);
  }

  /** A clause that is being written: its paragraphs number themselves. */
  static final class Draft {

    private final Matter matter;
    private final Sentences say;
    private final List<Passage> passages = new ArrayList<>();
    private int paragraphs;

    private Draft(Matter matter, Sentences say) {
      this.matter = matter;
      this.say = say;
    }

    /** Adds a paragraph that states no fact. */
    Draft says(String key) {
      return says(say.of(key));
    }

    /** Adds a paragraph. */
    Draft says(Sentence sentence) {
      return states(sentence.text());
    }

    /** Adds a paragraph of several sentences. */
    Draft states(String text) {
      paragraphs++;
      passages.add(new Passage.Text(matter.number() + "." + paragraphs, text));
      return this;
    }

    /** Adds a table. */
    Draft shows(Passage passage) {
      passages.add(passage);
      return this;
    }

    /** The clause as it was written. */
    Clause done() {
      Sentence heading =
          say.of("clause.heading").clause("number", matter).with("title", matter, Matter::zh);
      return new Clause(matter, new Section(heading.text(), passages));
    }
  }
}
