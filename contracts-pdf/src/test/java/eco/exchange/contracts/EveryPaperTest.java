package eco.exchange.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import eco.exchange.contracts.print.Press;
import eco.exchange.contracts.print.PrintedPaper;
import eco.exchange.contracts.print.manuscript.Manuscript;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of each kind of paper, whatever it says. */
class EveryPaperTest {

  static Stream<Named<Manuscript>> papers() {
    return EveryPaper.manuscripts().entrySet().stream()
        .map(paper -> Named.of(paper.getKey(), paper.getValue()));
  }

  @ParameterizedTest
  @MethodSource("papers")
  void it_is_fit_for_the_archive_and_for_those_who_cannot_see(Manuscript manuscript) {
    byte[] paper = Press.print(manuscript);

    assertThat(ArchiveCheck.faultsOf(paper)).isEmpty();
    assertThat(ArchiveCheck.barriersOf(paper)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("papers")
  void a_reader_sees_what_the_manuscript_says(Manuscript manuscript) throws IOException {
    byte[] paper = Press.print(manuscript);

    try (PdfDocument pdf = new PdfDocument(new PdfReader(new ByteArrayInputStream(paper)))) {
      PrintedPaper printed = new PrintedPaper(pdf);
      String seen = printed.text();
      assertThat(manuscript.lines())
          .allSatisfy(line -> assertThat(seen).contains(PrintedPaper.comparable(line.text())));
      assertThat(printed.attachments()).hasSameSizeAs(manuscript.attachments());
    }
  }
}
