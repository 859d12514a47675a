package eco.exchange.contracts.paper;

import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfOutline;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.navigation.PdfDestination;
import com.itextpdf.kernel.pdf.tagging.StandardRoles;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.borders.SolidBorder;
import com.itextpdf.layout.element.Div;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Tab;
import com.itextpdf.layout.element.TabStop;
import com.itextpdf.layout.element.Text;
import com.itextpdf.layout.properties.Property;
import com.itextpdf.layout.properties.TextAlignment;
import java.util.List;

/** Sets a manuscript on pages, from the title to the signatures. */
final class Composer {

  /** The heading above the signatures. */
  static final String SIGNATURES = "签署";

  private final PdfDocument pdf;
  private final Manuscript manuscript;
  private final Document pages;
  private final PdfFont font;
  private final GridSetter grids = new GridSetter();

  Composer(PdfDocument pdf, Manuscript manuscript) {
    this.pdf = pdf;
    this.manuscript = manuscript;
    this.font = Typeface.forOneDocument(manuscript.texts());
    this.pages = new Document(pdf, Look.PAGE, false);
    pages.setMargins(Look.MARGIN_TOP, Look.MARGIN_SIDE, Look.MARGIN_BOTTOM, Look.MARGIN_SIDE);
    pages.setFont(font).setFontSize(Look.SIZE_TEXT).setFontColor(Look.INK);
    pages.setProperty(Property.SPLIT_CHARACTERS, new ChineseLineBreaks());
  }

  void compose() {
    title();
    set(manuscript.opening());
    Section last = last();
    manuscript.sections().stream().filter(section -> section != last).forEach(this::set);
    SignaturePlaces places = new SignaturePlaces(pdf, pages, manuscript.imprint());
    // Who signs shall see above the signature what is signed: none of this stands alone.
    places.makeRoom(manuscript.places(), new Estimate(font).heightOf(last));
    set(last);
    places.set(manuscript.places());
    new PageFooter(pdf, font).stamp(manuscript.number(), manuscript.imprint().mark());
    pages.flush();
    Structure.tellNoLayout(pdf);
    pages.close();
  }

  /** Words that belong to the element in which they stand, without a tag of their own. */
  static Text words(String text) {
    Text words = new Text(text);
    words.getAccessibilityProperties().setRole(null);
    return words;
  }

  /** What stands right above the signatures. */
  private Section last() {
    return manuscript.isSignedByParties()
        ? new Section(SIGNATURES, manuscript.closing())
        : manuscript.sections().getLast();
  }

  private void title() {
    Paragraph title =
        new Paragraph(words(manuscript.title()))
            .simulateBold()
            .setFontSize(Look.SIZE_TITLE)
            .setFontColor(Look.FOREST)
            .setTextAlignment(TextAlignment.CENTER)
            .setMarginTop(6)
            .setMarginBottom(2);
    title.getAccessibilityProperties().setRole(StandardRoles.H1);
    pages.add(title);
    pages.add(
        new Paragraph(words(manuscript.subject()))
            .setTextAlignment(TextAlignment.CENTER)
            .setFontSize(Look.SIZE_TEXT)
            .setMargins(0, 0, 4, 0));
    pages.add(
        new Paragraph(words(manuscript.number()))
            .setTextAlignment(TextAlignment.CENTER)
            .setFontColor(Look.FAINT)
            .setFontSize(Look.SIZE_TABLE)
            .setBorderBottom(new SolidBorder(Look.FOREST, 1.2f))
            .setPaddingBottom(12)
            .setMargins(0, 0, 12, 0));
  }

  /** Sets a section; its heading never ends a page. */
  private void set(Section section) {
    Div beginning = new Div().add(heading(section.heading())).setKeepTogether(true);
    List<Passage> passages = section.passages();
    if (!passages.isEmpty() && passages.getFirst() instanceof Passage.Text first) {
      pages.add(beginning.add(paragraph(first)).setKeepWithNext(leadsToGrid(passages, 0)));
      set(passages, 1);
    } else {
      pages.add(beginning.setKeepWithNext(true));
      set(passages, 0);
    }
  }

  private Paragraph heading(String heading) {
    PdfOutline bookmarks = pdf.getOutlines(false);
    String place = "section-" + (bookmarks.getAllChildren().size() + 1);
    bookmarks
        .addOutline(heading)
        .addDestination(PdfDestination.makeDestination(new PdfString(place)));
    Paragraph paragraph =
        new Paragraph(words(heading))
            .simulateBold()
            .setFontSize(Look.SIZE_HEADING)
            .setFontColor(Look.FOREST)
            .setMargins(14, 0, 4, 0)
            .setDestination(place);
    paragraph.getAccessibilityProperties().setRole(StandardRoles.H2);
    return paragraph;
  }

  private void set(List<Passage> passages) {
    set(passages, 0);
  }

  private void set(List<Passage> passages, int from) {
    for (int i = from; i < passages.size(); i++) {
      switch (passages.get(i)) {
        case Passage.Text text ->
            pages.add(paragraph(text).setKeepWithNext(leadsToGrid(passages, i)));
        case Passage.Notice notice -> pages.add(box(notice));
        case Passage.Grid grid -> pages.add(grids.table(grid));
      }
    }
  }

  private static boolean leadsToGrid(List<Passage> passages, int index) {
    return index + 1 < passages.size() && passages.get(index + 1) instanceof Passage.Grid;
  }

  private Paragraph paragraph(Passage.Text text) {
    Paragraph paragraph =
        new Paragraph()
            .setTextAlignment(TextAlignment.JUSTIFIED)
            .setSpacingRatio(0)
            .setMultipliedLeading(Look.LEADING)
            .setMargins(0, 0, 4, 0);
    if (!text.number().isEmpty()) {
      paragraph
          .addTabStops(List.of(new TabStop(Look.NUMBER_WIDTH)))
          .setMarginLeft(Look.NUMBER_WIDTH)
          .setFirstLineIndent(-Look.NUMBER_WIDTH)
          .add(words(text.number()))
          .add(new Tab());
    }
    return paragraph.add(words(text.text()));
  }

  private Div box(Passage.Notice notice) {
    return new Div()
        .add(
            new Paragraph(words(notice.text()))
                .simulateBold()
                .setFontSize(Look.SIZE_TABLE)
                .setFontColor(Look.AMBER)
                .setMultipliedLeading(Look.LEADING_TABLE)
                .setMargin(0))
        .setBackgroundColor(Look.AMBER_TINT)
        .setBorderLeft(new SolidBorder(Look.AMBER, 3))
        .setPadding(7)
        .setPaddingLeft(10)
        .setMargins(4, 0, 10, 0)
        .setKeepTogether(true);
  }
}
