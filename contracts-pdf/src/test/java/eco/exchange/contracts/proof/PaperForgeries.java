package eco.exchange.contracts.proof;

import com.itextpdf.kernel.colors.ColorConstants;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.WriterProperties;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import eco.exchange.contracts.SampleDeals;
import eco.exchange.contracts.SamplePapers;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DealFiles;
import eco.exchange.contracts.print.manuscript.Attachment;
import eco.exchange.contracts.print.manuscript.Manuscript;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Section;
import eco.exchange.contracts.proof.RevisionForgeries.Hand;
import eco.exchange.contracts.proof.Verification.Check;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Papers that lie, and that everybody has signed and sealed with the right keys. */
final class PaperForgeries {

  private static final Deal DEAL = SampleDeals.badong();
  private static final Deal OTHER = SampleDeals.pengyang();
  private static final Manuscript GENUINE = SamplePapers.manuscript(DEAL);
  private static final Attachment TERMS = file(GENUINE, DealFiles.TERMS_FILE);
  private static final Attachment FACTS = file(GENUINE, DealFiles.DEAL_FILE);

  private final ForgedPapers desk;
  private final List<Forgery> all = new ArrayList<>();

  private PaperForgeries(ForgedPapers desk) {
    this.desk = desk;
  }

  static List<Forgery> by(ForgedPapers desk) {
    PaperForgeries forgeries = new PaperForgeries(desk);
    forgeries.attachments();
    forgeries.print();
    forgeries.sight();
    return forgeries.all;
  }

  private void attachments() {
    Manuscript other = SamplePapers.manuscript(OTHER);
    attached(
        "the terms of another contract",
        Check.TERMS_HASH,
        file(other, DealFiles.TERMS_FILE),
        FACTS);
    attached(
        "the deal of another contract", Check.TERMS_HASH, TERMS, file(other, DealFiles.DEAL_FILE));
    attached("no data", Check.ATTACHMENTS);
    attached("no terms", Check.ATTACHMENTS, FACTS);
    attached("one file more", Check.ATTACHMENTS, TERMS, FACTS, json("more.json", "{}"));
    attached("terms with a blank more", Check.TERMS_HASH, edited(TERMS, "{", "{ "), FACTS);
    attached("a deal with a blank more", Check.DEAL, TERMS, edited(FACTS, "{", "{ "));
    attached(
        "another price in the deal", Check.PRINT, TERMS, edited(FACTS, "1840000.00", "1850000.00"));
    attached(
        "another percentage in the terms",
        Check.TERMS_HASH,
        edited(TERMS, "600000", "610000"),
        FACTS);
    attached("terms that are no JSON", Check.TERMS_HASH, edited(TERMS, "{", "["), FACTS);
    add(
        "data that agree with each other, but not with the print",
        Check.PRINT,
        () -> desk.sealed(with(GENUINE, GENUINE.sections(), other.attachments()), OTHER));
  }

  private void print() {
    List<Section> sections = GENUINE.sections();
    printed("a clause left out", sections.subList(0, sections.size() - 1));
    printed("a clause twice", joined(sections, sections.getLast()));
    printed(
        "two clauses exchanged", joined(sections.subList(1, sections.size()), sections.getFirst()));
    printed(
        "a sentence more",
        joined(sections, new Section("补充", List.of(new Passage.Text("", "另行支付服务费一成。")))));
    add(
        "another price in print",
        Check.PRINT,
        () -> {
          Manuscript another = SamplePapers.manuscript(SampleDeals.badongByEveryStep());
          return desk.sealed(with(another, another.sections(), GENUINE.attachments()), DEAL);
        });
  }

  private void sight() {
    Rectangle clause = new Rectangle(60, 300, 470, 200);
    drawn(
        "a white patch over a clause",
        pdf ->
            new PdfCanvas(pdf.getPage(3))
                .setFillColor(ColorConstants.WHITE)
                .rectangle(clause)
                .fill());
    drawn("a page whose text cannot be seen", pdf -> wrapped(pdf, PaperForgeries::unseen));
    drawn("a page whose text is white", pdf -> wrapped(pdf, PaperForgeries::white));
  }

  private static void wrapped(PdfDocument pdf, UnaryOperator<String> change) {
    PdfStream content = pdf.getPage(3).getContentStream(0);
    String text = new String(content.getBytes(), StandardCharsets.ISO_8859_1);
    content.setData(change.apply(text).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String unseen(String content) {
    return content.replaceAll("[0-2] Tr", "3 Tr");
  }

  private static String white(String content) {
    return content.replaceAll("[0-9.]+ [0-9.]+ [0-9.]+ rg", "1 1 1 rg");
  }

  /** The paper with something drawn on it before anybody signed. */
  private void drawn(String what, Hand hand) {
    add(what, Check.VISIBLE, () -> desk.sealed(desk.signed(rewritten(hand), DEAL)));
  }

  private byte[] rewritten(Hand hand) throws IOException {
    ByteArrayOutputStream paper = new ByteArrayOutputStream();
    try (PdfDocument pdf =
        new PdfDocument(
            new PdfReader(new ByteArrayInputStream(desk.printed(DEAL))),
            new PdfWriter(paper, new WriterProperties().setFullCompressionMode(true)))) {
      hand.touch(pdf);
    }
    return paper.toByteArray();
  }

  private void attached(String what, Check named, Attachment... files) {
    add(what, named, () -> desk.sealed(with(GENUINE, GENUINE.sections(), List.of(files)), DEAL));
  }

  private void printed(String what, List<Section> sections) {
    add(what, Check.PRINT, () -> desk.sealed(with(GENUINE, sections, GENUINE.attachments()), DEAL));
  }

  private void add(String what, Check named, Forgery.Making making) {
    all.add(new Forgery(what, named, making));
  }

  private static List<Section> joined(List<Section> sections, Section last) {
    List<Section> joined = new ArrayList<>(sections);
    joined.add(last);
    return joined;
  }

  private static Attachment edited(Attachment file, String from, String to) {
    String json = file.json().replaceFirst(Pattern.quote(from), to);
    if (json.equals(file.json())) {
      throw new IllegalStateException(from + " does not stand in " + file.name());
    }
    return json(file.name(), json);
  }

  private static Attachment json(String name, String json) {
    return new Attachment(name, name, Attachment.Relation.DATA, json);
  }

  private static Attachment file(Manuscript manuscript, String name) {
    return manuscript.attachments().stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Manuscript with(
      Manuscript manuscript, List<Section> sections, List<Attachment> attachments) {
    return new Manuscript(
        manuscript.title(),
        manuscript.subject(),
        manuscript.number(),
        manuscript.imprint(),
        manuscript.opening(),
        sections,
        manuscript.closing(),
        manuscript.places(),
        attachments,
        manuscript.writtenAt());
  }
}
