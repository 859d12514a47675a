package eco.exchange.contracts.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.StampingProperties;
import eco.exchange.contracts.ArchiveCheck;
import eco.exchange.contracts.SampleDeals;
import eco.exchange.contracts.SampleKeys;
import eco.exchange.contracts.SamplePapers;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DealFiles;
import eco.exchange.contracts.print.Press;
import eco.exchange.contracts.print.manuscript.Attachment;
import eco.exchange.contracts.print.manuscript.Manuscript;
import eco.exchange.contracts.print.manuscript.SignaturePlace;
import eco.exchange.contracts.proof.Verification.Check;
import eco.exchange.contracts.proof.Verification.Finding;
import eco.exchange.contracts.proof.Verification.Outcome;
import eco.exchange.contracts.signature.PaperSigner;
import eco.exchange.testing.Seeds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerifyingAContractTest {

  private static final Deal DEAL = SampleDeals.badong();
  private static final Deal OTHER = SampleDeals.pengyang();
  private static final byte[] PAPER = SamplePapers.sealed(DEAL);
  private static final X509Certificate ROOT = SampleKeys.shared().root();
  private static final ContractVerifier VERIFIER = ContractVerifier.trusting(ROOT);

  @Test
  void a_genuine_contract_proves_itself() {
    Verification proof = VERIFIER.verify(PAPER);

    assertThat(proof.wrong()).isEmpty();
    assertThat(proof.contract()).contains(SamplePapers.contract(DEAL));
  }

  @Test
  void a_contract_with_every_kind_of_step_is_fit_for_the_archive_and_proves_itself() {
    Deal deal = SampleDeals.badongByEveryStep();
    byte[] paper = SamplePapers.sealed(deal);

    assertThat(ArchiveCheck.faultsOf(paper)).isEmpty();
    assertThat(VERIFIER.verify(paper).wrong()).isEmpty();
    assertThat(VERIFIER.verify(paper).contract()).contains(SamplePapers.contract(deal));
  }

  @Test
  void without_a_given_root_the_papers_own_is_named_as_such() throws Exception {
    Verification proof = ContractVerifier.trustingThePaper().verify(PAPER);

    assertThat(proof.isGenuine()).isTrue();
    assertThat(proof.findings())
        .filteredOn(finding -> finding.outcome() == Outcome.NOTE)
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.check()).isEqualTo(Check.TRUST_ANCHOR);
              assertThat(note.detail()).contains(ChainCheck.fingerprint(ROOT));
            });
  }

  @Test
  void a_changed_byte_is_caught_wherever_it_is() {
    long seed = Seeds.fresh();
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      int at = random.nextInt(PAPER.length);
      int bit = 1 << random.nextInt(8);
      assertThat(VERIFIER.verify(flipped(at, bit)).isGenuine())
          .as("seed %d: bit %d of byte %d", seed, bit, at)
          .isFalse();
    }
  }

  @Test
  void a_changed_byte_of_packed_objects_is_caught_however_the_library_takes_it() {
    long seed = Seeds.fresh();
    Random random = new Random(seed);
    String text = new String(PAPER, StandardCharsets.ISO_8859_1);
    int from = text.indexOf("stream\n", text.indexOf("/Type/ObjStm"));
    int to = text.indexOf("endstream", from);
    for (int i = 0; i < 150; i++) {
      int at = from + 7 + random.nextInt(to - from - 8);
      int bit = 1 << random.nextInt(8);
      assertThat(VERIFIER.verify(flipped(at, bit)).isGenuine())
          .as("seed %d: bit %d of byte %d", seed, bit, at)
          .isFalse();
    }
  }

  @Test
  void a_changed_byte_inside_the_seal_is_caught_although_no_signature_covers_it() {
    long seed = Seeds.fresh();
    Random random = new Random(seed);
    int from = new String(PAPER, StandardCharsets.ISO_8859_1).lastIndexOf("/Contents <") + 11;
    int to = new String(PAPER, StandardCharsets.ISO_8859_1).indexOf('>', from);
    for (int i = 0; i < 60; i++) {
      // Every second time the empty digits at the end, which readers skip.
      int at = i % 2 == 0 ? from + random.nextInt(to - from) : to - 1 - random.nextInt(200);
      int bit = 1 << random.nextInt(8);
      assertThat(VERIFIER.verify(flipped(at, bit)).isGenuine())
          .as("seed %d: bit %d of byte %d", seed, bit, at)
          .isFalse();
    }
  }

  @Test
  void no_field_of_the_seals_container_can_bear_another_number() {
    Containers containers = new Containers(PAPER);
    List<Integer> numbered = containers.numbered(2);

    assertThat(numbered).hasSizeGreaterThan(5);
    assertThat(numbered.parallelStream().flatMap(at -> unnoticed(containers, at))).isEmpty();
  }

  /** Which bits of a byte of the seal can change without anybody telling. */
  private static Stream<String> unnoticed(Containers containers, int at) {
    return IntStream.range(0, 8)
        .filter(bit -> VERIFIER.verify(containers.flipped(2, at, bit)).isGenuine())
        .mapToObj(bit -> "bit %d of byte %d".formatted(bit, at));
  }

  @Test
  void something_added_after_the_seal_is_caught() throws IOException {
    assertThat(wrong(appended(PAPER))).contains(Check.SEAL_COVERS_FILE);
  }

  @Test
  void something_added_between_signature_and_seal_is_caught() throws IOException {
    byte[] paper = Press.print(SamplePapers.manuscript(DEAL));
    paper =
        PaperSigner.sign(
            paper,
            SignaturePlace.TRANSFEROR,
            SampleKeys.shared().of(DEAL.transferor().party()),
            SampleDeals.AWARDED);
    paper = appended(paper);
    paper =
        PaperSigner.sign(
            paper,
            SignaturePlace.TRANSFEREE,
            SampleKeys.shared().of(DEAL.transferee().party()),
            SampleDeals.AWARDED);

    assertThat(wrong(SamplePapers.seal(paper, SampleKeys.shared())))
        .containsExactly(Check.ONLY_SIGNATURES_ADDED);
  }

  @Test
  void terms_of_another_contract_in_the_right_seal_are_caught() {
    Manuscript genuine = SamplePapers.manuscript(DEAL);
    Manuscript swapped =
        with(genuine, List.of(file(OTHER, DealFiles.TERMS_FILE), file(DEAL, DealFiles.DEAL_FILE)));

    assertThat(wrong(SamplePapers.sealed(swapped, DEAL, SampleKeys.shared())))
        .contains(Check.TERMS_HASH, Check.DEAL);
  }

  @Test
  void data_that_agree_with_each_other_but_not_with_the_print_are_caught() {
    Manuscript genuine = SamplePapers.manuscript(DEAL);
    Manuscript lying = with(genuine, SamplePapers.manuscript(OTHER).attachments());

    assertThat(wrong(SamplePapers.sealed(lying, OTHER, SampleKeys.shared())))
        .containsExactly(Check.PRINT);
  }

  @Test
  void a_missing_or_an_extra_file_is_caught() {
    Manuscript genuine = SamplePapers.manuscript(DEAL);
    Attachment extra = new Attachment("more.json", "more", Attachment.Relation.DATA, "{}");

    assertThat(wrong(SamplePapers.sealed(with(genuine, List.of()), DEAL, SampleKeys.shared())))
        .contains(Check.ATTACHMENTS);
    assertThat(
            wrong(
                SamplePapers.sealed(
                    with(
                        genuine,
                        List.of(
                            file(DEAL, DealFiles.TERMS_FILE),
                            file(DEAL, DealFiles.DEAL_FILE),
                            extra)),
                    DEAL,
                    SampleKeys.shared())))
        .containsExactly(Check.ATTACHMENTS);
  }

  @Test
  void a_self_made_root_is_caught() {
    byte[] forged = SamplePapers.sealed(SamplePapers.manuscript(DEAL), DEAL, SampleKeys.fresh());

    // Whom a false seal names is believed no further than the seal.
    assertThat(wrong(forged)).containsExactly(Check.SEAL_OF_CENTRE, Check.REVOCATION);
  }

  @Test
  void a_party_that_signs_for_the_other_is_caught() {
    byte[] paper = Press.print(SamplePapers.manuscript(DEAL));
    for (String field : List.of(SignaturePlace.TRANSFEROR, SignaturePlace.TRANSFEREE)) {
      paper =
          PaperSigner.sign(
              paper, field, SampleKeys.shared().of(DEAL.transferor().party()), SampleDeals.AWARDED);
    }

    assertThat(wrong(SamplePapers.seal(paper, SampleKeys.shared()))).containsExactly(Check.DEAL);
  }

  @Test
  void a_partys_key_is_no_seal() {
    byte[] paper = Press.print(SamplePapers.manuscript(DEAL));
    byte[] sealed =
        PaperSigner.sign(
            paper,
            SignaturePlace.SEAL,
            SampleKeys.shared().of(DEAL.transferor().party()),
            SampleDeals.AWARDED);

    assertThat(wrong(sealed)).contains(Check.SEAL_OF_CENTRE, Check.SIGNED_BY_BOTH);
  }

  @Test
  void an_unsealed_contract_and_no_contract_at_all_are_told_apart() {
    byte[] unsealed = Press.print(SamplePapers.manuscript(DEAL));

    assertThat(wrong(unsealed)).startsWith(Check.SEAL_COVERS_FILE).contains(Check.SIGNED_BY_BOTH);
    assertThat(VERIFIER.verify(unsealed).isReadable()).isTrue();
    for (String nothing : List.of("", "%PDF-1.7", "<html>")) {
      Verification proof = VERIFIER.verify(nothing.getBytes(StandardCharsets.UTF_8));
      assertThat(proof.isReadable()).isFalse();
      assertThat(proof.contract()).isEmpty();
    }
  }

  private static List<Check> wrong(byte[] paper) {
    return VERIFIER.verify(paper).wrong().stream().map(Finding::check).toList();
  }

  private static byte[] flipped(int at, int bit) {
    byte[] paper = PAPER.clone();
    paper[at] ^= (byte) bit;
    return paper;
  }

  /** The paper with one more revision, in which an attachment's description is another. */
  private static byte[] appended(byte[] paper) throws IOException {
    ByteArrayOutputStream more = new ByteArrayOutputStream();
    try (PdfDocument pdf =
        new PdfDocument(
            new PdfReader(new ByteArrayInputStream(paper)),
            new PdfWriter(more),
            new StampingProperties().useAppendMode())) {
      pdf.getDocumentInfo().setKeywords("more");
      pdf.getCatalog().setModified();
    }
    return more.toByteArray();
  }

  private static Attachment file(Deal deal, String name) {
    return SamplePapers.manuscript(deal).attachments().stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Manuscript with(Manuscript manuscript, List<Attachment> attachments) {
    return new Manuscript(
        manuscript.title(),
        manuscript.subject(),
        manuscript.number(),
        manuscript.imprint(),
        manuscript.opening(),
        manuscript.sections(),
        manuscript.closing(),
        manuscript.places(),
        attachments,
        manuscript.writtenAt());
  }
}
