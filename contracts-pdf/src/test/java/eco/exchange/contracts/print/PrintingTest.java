package eco.exchange.contracts.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import eco.exchange.contracts.ArchiveCheck;
import eco.exchange.contracts.SampleDeals;
import eco.exchange.contracts.SamplePapers;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.print.face.Typeface;
import eco.exchange.contracts.print.manuscript.Manuscript;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.PrintableText;
import eco.exchange.contracts.print.manuscript.Section;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintingTest {

  @Test
  void a_reader_sees_every_text_of_the_manuscript() throws IOException {
    Manuscript manuscript = SamplePapers.manuscript(SampleDeals.badong());

    String seen = text(Press.print(manuscript));

    assertThat(manuscript.lines())
        .allSatisfy(line -> assertThat(seen).contains(PrintedPaper.comparable(line.text())));
  }

  @Test
  void an_unsigned_contract_is_fit_for_the_archive() {
    byte[] paper = Press.print(SamplePapers.manuscript(SampleDeals.pengyang()));

    assertThat(ArchiveCheck.faultsOf(paper)).isEmpty();
  }

  @Test
  void a_signed_contract_is_small_enough_to_be_sent_by_telephone() {
    for (Deal deal : List.of(SampleDeals.badong(), SampleDeals.badongByEveryStep())) {
      assertThat(SamplePapers.sealed(deal)).hasSizeLessThan(160_000);
    }
  }

  @Test
  void the_archive_check_sees_a_fault() {
    byte[] paper = Press.print(SamplePapers.manuscript(SampleDeals.pengyang()));
    String text = new String(paper, StandardCharsets.ISO_8859_1);
    byte[] faulty =
        text.replace("pdfaid:part=\"3\"", "pdfaid:part=\"1\"")
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(ArchiveCheck.faultsOf(faulty)).isNotEmpty();
  }

  @Test
  void papers_printed_side_by_side_are_like_those_printed_one_after_the_other() throws IOException {
    Manuscript manuscript = SamplePapers.manuscript(SampleDeals.badong());
    String alone = text(Press.print(manuscript));

    List<byte[]> papers =
        IntStream.range(0, 8).parallel().mapToObj(i -> Press.print(manuscript)).toList();

    for (byte[] paper : papers) {
      assertThat(text(paper)).isEqualTo(alone);
    }
  }

  @Test
  void a_name_of_the_greatest_length_is_printed_whole() throws IOException {
    String name = "长".repeat(199) + "村";
    Manuscript manuscript =
        SamplePapers.manuscript(SampleDeals.withTransferor(SampleDeals.badong(), name));

    assertThat(text(Press.print(manuscript))).contains(name);
  }

  @Test
  void a_text_that_is_longer_than_a_page_is_printed_whole() throws IOException {
    String text = "水土保持措施的管护责任由受让方承担，".repeat(150);
    Manuscript genuine = SamplePapers.manuscript(SampleDeals.badong());
    List<Passage> passages =
        List.of(
            new Passage.Text("1", text),
            new Passage.Notice(text),
            Passage.Grid.pairs(List.of(List.of("责任", text), List.of("期限", "20年"))));

    byte[] paper = Press.print(with(genuine, List.of(new Section("管护", passages))));

    assertThat(ArchiveCheck.faultsOf(paper)).isEmpty();
    assertThat(text(paper)).contains(PrintedPaper.comparable(text + "责任" + text + "期限20年"));
  }

  @Test
  void the_structure_can_be_found_from_every_page_and_from_every_field() throws IOException {
    byte[] paper = Press.print(SamplePapers.manuscript(SampleDeals.badong()));

    try (PdfDocument pdf = new PdfDocument(new PdfReader(new ByteArrayInputStream(paper)))) {
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        assertThat(pdf.getPage(page).getPdfObject().keySet()).contains(PdfName.StructParents);
      }
      assertThat(pdf.getLastPage().getAnnotations())
          .hasSize(3)
          .allSatisfy(
              field -> assertThat(field.getPdfObject().keySet()).contains(PdfName.StructParent));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"绿葱坡镇人民政府", "(上海)·Anji-2026 ①㎡℃", "丂㐀龥", "“引号”……——"})
  void ordinary_and_rare_characters_of_the_face_are_printable(String text) {
    assertThat(PrintableText.faultOf(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "甲\u202E乙",
        "甲\u200B乙",
        "甲\n乙",
        "甲\u0000乙",
        "甲\uFEFF",
        "甲\uD83C",
        "\u05D0",
        "e\u0301",
        "\uE000"
      })
  void signs_that_deceive_or_cannot_be_seen_are_refused(String text) {
    assertThat(PrintableText.faultOf(text)).isPresent();
  }

  @Test
  void a_character_without_a_sign_is_named() {
    String missing =
        IntStream.of(0x20BB7, 0x36C3, 0x2A6D6, 0x1F600)
            .filter(sign -> !Typeface.has(sign))
            .mapToObj(Character::toString)
            .findFirst()
            .orElseThrow();

    assertThat(PrintableText.faultOf("甲" + missing))
        .hasValueSatisfying(
            fault -> assertThat(fault).isEqualTo("U+%04X %s", missing.codePointAt(0), missing));
    assertThatThrownBy(() -> Typeface.forOneDocument(List.of(missing)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Manuscript with(Manuscript manuscript, List<Section> sections) {
    return new Manuscript(
        manuscript.title(),
        manuscript.subject(),
        manuscript.number(),
        manuscript.imprint(),
        manuscript.opening(),
        sections,
        manuscript.closing(),
        manuscript.places(),
        manuscript.attachments(),
        manuscript.writtenAt());
  }

  private static String text(byte[] paper) throws IOException {
    try (PdfDocument pdf = new PdfDocument(new PdfReader(new ByteArrayInputStream(paper)))) {
      return new PrintedPaper(pdf).text();
    }
  }
}
