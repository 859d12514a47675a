package eco.exchange.contracts.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands on a paper, before it is printed.
 *
 * @param title the title
 * @param subject what the paper is about, in one line under the title
 * @param number the number of the paper, printed under the title and on every page
 * @param mark a short mark of the content, printed on every page
 * @param opening what stands before the first heading
 * @param sections the sections
 * @param closing what stands above the signatures; nothing if nobody signs
 * @param places where one signs, on a last page of its own
 * @param attachments the files inside
 * @param writtenAt when it was made out
 */
public record Manuscript(
    String title,
    String subject,
    String number,
    String mark,
    List<Passage> opening,
    List<Section> sections,
    List<Passage> closing,
    List<SignaturePlace> places,
    List<Attachment> attachments,
    Instant writtenAt) {

  /** Copies the lists. */
  public Manuscript {
    opening = List.copyOf(opening);
    sections = List.copyOf(sections);
    closing = List.copyOf(closing);
    places = List.copyOf(places);
    attachments = List.copyOf(attachments);
  }

  /** Every text that is printed once, in the order in which it is read. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>(List.of(title, subject, number));
    opening.stream().flatMap(Manuscript::texts).forEach(texts::add);
    for (Section section : sections) {
      texts.add(section.heading());
      section.passages().stream().flatMap(Manuscript::texts).forEach(texts::add);
    }
    if (!places.isEmpty()) {
      texts.add(Composer.SIGNATURES);
    }
    closing.stream().flatMap(Manuscript::texts).forEach(texts::add);
    places.forEach(place -> texts.addAll(List.of(place.role(), place.name(), place.code())));
    return texts;
  }

  private static Stream<String> texts(Passage passage) {
    return switch (passage) {
      case Passage.Text text -> Stream.of(text.number(), text.text());
      case Passage.Notice notice -> Stream.of(notice.text());
      case Passage.Grid grid ->
          Stream.concat(
              grid.columns().stream().map(Passage.Column::title),
              grid.rows().stream().flatMap(List::stream));
    };
  }
}
