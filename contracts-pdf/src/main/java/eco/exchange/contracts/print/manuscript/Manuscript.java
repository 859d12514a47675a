package eco.exchange.contracts.print.manuscript;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The contents of a paper, before it is printed.
 *
 * @param title the title
 * @param subject what the paper is about, in one line under the title
 * @param number the number of the paper, printed under the title and on every page
 * @param imprint by what the paper can be known again
 * @param opening what stands before the first heading
 * @param sections the sections
 * @param closing what stands above the signatures, on the same page as they; none if only the seal
 *     is put on
 * @param places where one signs, the seal last
 * @param attachments the files inside
 * @param writtenAt when it was made out
 */
public record Manuscript(
    String title,
    String subject,
    String number,
    Imprint imprint,
    List<Passage> opening,
    List<Section> sections,
    List<Passage> closing,
    List<SignaturePlace> places,
    List<Attachment> attachments,
    Instant writtenAt) {

  private static final String SIGNATURES = "签署";

  // The signs that the marks of signatures use besides the names of who signs: a mark is drawn
  // later, by the same face.
  private static final String MARK_SIGNS = "0123456789ABCDEF: 年月日时分秒已电子签名签署时间证书序列号合同结算交易凭证公告专用章";

  /** Copies the lists. */
  public Manuscript {
    opening = List.copyOf(opening);
    sections = List.copyOf(sections);
    closing = List.copyOf(closing);
    places = List.copyOf(places);
    attachments = List.copyOf(attachments);
  }

  /** The sections, and under a heading of its own what stands above the signatures. */
  public List<Section> sectionsAndClosing() {
    Stream<Section> last =
        closing.isEmpty() ? Stream.empty() : Stream.of(new Section(SIGNATURES, closing));
    return Stream.concat(sections.stream(), last).toList();
  }

  /** Every text that is printed, in the order in which it is read. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    Stream.of(title, subject, number).map(Line::of).forEach(lines::add);
    opening.stream().flatMap(Manuscript::lines).forEach(lines::add);
    for (Section section : sectionsAndClosing()) {
      lines.add(Line.of(section.heading()));
      section.passages().stream().flatMap(Manuscript::lines).forEach(lines::add);
    }
    for (SignaturePlace place : places) {
      Stream.of(place.role(), place.name(), place.code()).map(Line::of).forEach(lines::add);
      if (place.isSeal()) {
        imprint.words().stream().map(Line::of).forEach(lines::add);
      }
    }
    return List.copyOf(lines);
  }

  /** The texts of the lines, what stands on every page, and what marks may say. */
  public List<String> texts() {
    return Stream.concat(
            lines().stream().map(Line::text), Stream.of(number, imprint.mark(), MARK_SIGNS))
        .toList();
  }

  private static Stream<Line> lines(Passage passage) {
    return switch (passage) {
      case Passage.Text text -> Stream.of(Line.of(text.number()), Line.of(text.text()));
      case Passage.Notice notice -> Stream.of(Line.of(notice.text()));
      case Passage.Grid grid -> lines(grid);
    };
  }

  private static Stream<Line> lines(Passage.Grid grid) {
    List<String> heads = grid.columns().stream().map(Passage.Column::title).toList();
    String head = String.join("", heads);
    return Stream.concat(
        heads.stream().map(Line::of),
        grid.rows().stream().flatMap(List::stream).map(cell -> new Line(cell, head)));
  }

  /**
   * A text that is printed.
   *
   * @param text the text
   * @param tableHead the head of the table in which it stands, which may be printed again before it
   *     where a page ends; empty outside of tables
   */
  public record Line(String text, String tableHead) {

    static Line of(String text) {
      return new Line(text, "");
    }
  }
}
