package eco.exchange.contracts.issue;

import eco.exchange.contracts.deal.IssuingCentre;
import eco.exchange.contracts.deal.PaperJson;
import eco.exchange.contracts.print.manuscript.Attachment;
import eco.exchange.contracts.print.manuscript.Imprint;
import eco.exchange.contracts.print.manuscript.Manuscript;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Section;
import eco.exchange.contracts.print.manuscript.SignaturePlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The contents of a paper of the centre, before it is known which centre issues it.
 *
 * @param kind what it is
 * @param number its number, which no other paper has
 * @param subject what it is about, in one line
 * @param note what all must see on its face, for example that it is of a demonstration
 * @param opening what stands before the first heading
 * @param sections the sections
 * @param source the data from which it was worded; their hash is the hash of the paper
 * @param further other data inside
 * @param at the moment as of which it speaks
 */
public record PaperSheet(
    IssuedKind kind,
    String number,
    String subject,
    Optional<String> note,
    List<Passage> opening,
    List<Section> sections,
    Attachment source,
    List<Attachment> further,
    Instant at) {

  /** Copies the lists. */
  public PaperSheet {
    opening = List.copyOf(opening);
    sections = List.copyOf(sections);
    further = List.copyOf(further);
  }

  /** The hash by which the paper is known again. */
  public String hash() {
    return PaperJson.sha256(source.json());
  }

  /** The manuscript, to be sealed by an office. */
  public Manuscript by(IssuingCentre office) {
    String numbered = kind.numberedAs() + "　" + number;
    List<Passage> first = new ArrayList<>();
    note.ifPresent(remark -> first.add(new Passage.Notice(remark)));
    first.addAll(opening);
    return new Manuscript(
        kind.zh(),
        subject,
        numbered,
        new Imprint(office.site(), number, hash()),
        first,
        sections,
        List.of(),
        List.of(
            new SignaturePlace(SignaturePlace.SEAL, "交易机构（电子印章）", office.centre(), numbered, true)),
        Stream.concat(Stream.of(source), further.stream()).toList(),
        at);
  }
}
