package eco.exchange.contracts.print.layout;

import eco.exchange.contracts.print.manuscript.Manuscript;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Section;
import java.util.ArrayList;
import java.util.List;

/** The making of strips from a manuscript, from the title to the signatures. */
public final class StripComposer {

  private static final float TITLE_GAP = 12;
  private static final float TITLE_LINE = 1.2f;

  private final Manuscript manuscript;
  private final TagElement document = TagElement.document();

  private StripComposer(Manuscript manuscript) {
    this.manuscript = manuscript;
  }

  /** The strips of a manuscript, in the order in which they are read. */
  public static List<Strip> strips(Manuscript manuscript) {
    return new StripComposer(manuscript).strips();
  }

  private List<Strip> strips() {
    List<Strip> strips = new ArrayList<>(title());
    strips.addAll(passages(document, manuscript.opening()));
    List<Section> sections = manuscript.sectionsAndClosing();
    int before = Math.max(0, sections.size() - 1);
    sections.stream().limit(before).map(this::section).forEach(strips::addAll);
    List<Strip> last = new ArrayList<>();
    sections.stream().skip(before).map(this::section).forEach(last::addAll);
    strips.addAll(signed(last));
    return strips;
  }

  /** What is signed stands above the signatures on one page, if it is not too long for that. */
  private List<Strip> signed(List<Strip> last) {
    TagElement places = document.part("Sect");
    List<Strip> signatures =
        Strip.held(
            new SignaturePlaceSetter(places, manuscript.imprint()).places(manuscript.places()));
    List<Strip> together = new ArrayList<>(last);
    together.addAll(signatures);
    return Strip.height(together) <= PageMeasures.HEIGHT ? Strip.held(together) : together;
  }

  private List<Strip> title() {
    List<Strip> title = new ArrayList<>();
    title.addAll(TextSetter.centred(document.part("H1"), manuscript.title(), PageMeasures.TITLE));
    title.addAll(
        TextSetter.centred(document.part("P"), manuscript.subject(), PageMeasures.SUBJECT));
    title.addAll(TextSetter.centred(document.part("P"), manuscript.number(), PageMeasures.NUMBER));
    StripItem line =
        new StripItem.Rule(
            PageMeasures.FOREST, TITLE_LINE, PageMeasures.MARGIN_SIDE, 0, PageMeasures.WIDTH);
    title.add(Strip.of(TITLE_LINE, List.of(line)).apart(TITLE_GAP, TITLE_GAP));
    return Strip.held(title);
  }

  private List<Strip> section(Section section) {
    TagElement element = document.part("Sect");
    List<Strip> strips = new ArrayList<>(TextSetter.heading(element.part("H2"), section.heading()));
    strips.addAll(passages(element, section.passages()));
    return strips;
  }

  private static List<Strip> passages(TagElement parent, List<Passage> passages) {
    List<Strip> strips = new ArrayList<>();
    Passage before = null;
    for (Passage passage : passages) {
      switch (passage) {
        case Passage.Text text -> strips.addAll(TextSetter.paragraph(parent.part("P"), text));
        case Passage.Notice notice -> strips.addAll(TextSetter.notice(parent.part("P"), notice));
        case Passage.Grid grid -> {
          if (before instanceof Passage.Text) {
            // What leads to a table stands right above it.
            strips.set(strips.size() - 1, strips.getLast().holding());
          }
          strips.addAll(TableSetter.table(parent.part("Table"), grid));
        }
      }
      before = passage;
    }
    return strips;
  }
}
