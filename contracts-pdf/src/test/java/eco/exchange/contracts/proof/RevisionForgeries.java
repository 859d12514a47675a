package eco.exchange.contracts.proof;

import com.itextpdf.kernel.colors.ColorConstants;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.StampingProperties;
import com.itextpdf.kernel.pdf.action.PdfAction;
import com.itextpdf.kernel.pdf.annot.PdfFreeTextAnnotation;
import com.itextpdf.kernel.pdf.annot.PdfLinkAnnotation;
import com.itextpdf.kernel.pdf.annot.PdfTextAnnotation;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.filespec.PdfFileSpec;
import eco.exchange.contracts.proof.Verification.Check;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Forgeries that leave every byte as it is and write more behind: shadows of pages, attachments and
 * fields, behind the seal, or between a signature and a seal that is genuine.
 */
final class RevisionForgeries {

  private static final Rectangle PLACE = new Rectangle(100, 400, 300, 60);

  private RevisionForgeries() {}

  /** What is written behind a paper that is finished. */
  static List<Forgery> behind(byte[] sealed) {
    return all().entrySet().stream()
        .map(
            entry ->
                new Forgery(
                    entry.getKey() + " behind the seal",
                    Check.SEAL_COVERS_FILE,
                    () -> more(sealed, entry.getValue())))
        .toList();
  }

  /**
   * What is written behind a signature, before the centre seals.
   *
   * @param signed a paper that both have signed
   * @param seal puts the centre's genuine seal on
   */
  static List<Forgery> before(byte[] signed, Function<byte[], byte[]> seal) {
    return all().entrySet().stream()
        .map(
            entry ->
                new Forgery(
                    entry.getKey() + " before the seal",
                    Check.ONLY_SIGNATURES_ADDED,
                    () -> seal.apply(more(signed, entry.getValue()))))
        .toList();
  }

  /** What somebody does to an opened paper. */
  interface Hand {
    void touch(PdfDocument pdf) throws IOException;
  }

  private static Map<String, Hand> all() {
    Map<String, Hand> all = new LinkedHashMap<>();
    all.put("a page more", pdf -> pdf.addNewPage());
    all.put("a page less", pdf -> pdf.removePage(2));
    all.put("a page moved", pdf -> pdf.movePage(1, 3));
    all.put("a page turned", pdf -> pdf.getPage(1).setRotation(90).setModified());
    all.put("a page cut", pdf -> pdf.getPage(3).setCropBox(PLACE).setModified());
    all.put("a white patch over a clause", RevisionForgeries::patch);
    all.put("another text in place of a page's", RevisionForgeries::replaceText);
    all.put(
        "a note on a page",
        pdf -> pdf.getPage(1).addAnnotation(new PdfTextAnnotation(PLACE).setContents("作废")));
    all.put(
        "a text written over a page",
        pdf ->
            pdf.getPage(2).addAnnotation(new PdfFreeTextAnnotation(PLACE, new PdfString("再分一成"))));
    all.put(
        "a link to another site",
        pdf ->
            pdf.getPage(1)
                .addAnnotation(
                    new PdfLinkAnnotation(PLACE)
                        .setAction(PdfAction.createURI("http://evil.example"))));
    all.put("another file attached", pdf -> attach(pdf, "more.json"));
    all.put("the terms exchanged", RevisionForgeries::swapTerms);
    all.put("the attachments taken away", pdf -> catalog(pdf).remove(PdfName.AF));
    all.put("a program that runs at opening", RevisionForgeries::runAtOpening);
    all.put("another title", pdf -> pdf.getDocumentInfo().setTitle("另一份合同"));
    all.put("another language", pdf -> catalog(pdf).put(PdfName.Lang, new PdfString("en")));
    all.put("the tags taken away", pdf -> catalog(pdf).remove(PdfName.StructTreeRoot));
    all.put("the mark of a signature exchanged", RevisionForgeries::swapMark);
    return all;
  }

  private static PdfDictionary catalog(PdfDocument pdf) {
    pdf.getCatalog().setModified();
    return pdf.getCatalog().getPdfObject();
  }

  private static void patch(PdfDocument pdf) {
    new PdfCanvas(pdf.getPage(3)).setFillColor(ColorConstants.WHITE).rectangle(PLACE).fill();
  }

  private static void replaceText(PdfDocument pdf) {
    PdfStream content = pdf.getPage(2).getContentStream(0);
    content.setData(pdf.getPage(1).getContentBytes());
    content.setModified();
  }

  private static void attach(PdfDocument pdf, String name) {
    byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
    pdf.addAssociatedFile(
        name,
        PdfFileSpec.createEmbeddedFileSpec(
            pdf, json, "more", name, new PdfName("application/json"), null, PdfName.Data));
    pdf.getCatalog().setModified();
  }

  private static void swapTerms(PdfDocument pdf) {
    PdfArray files = pdf.getCatalog().getPdfObject().getAsArray(PdfName.AF);
    PdfStream terms = files.getAsDictionary(0).getAsDictionary(PdfName.EF).getAsStream(PdfName.F);
    terms.setData("{}".getBytes(StandardCharsets.UTF_8));
    terms.setModified();
  }

  private static void runAtOpening(PdfDocument pdf) {
    pdf.getCatalog().setOpenAction(PdfAction.createJavaScript("app.alert('x')"));
    pdf.getCatalog().setModified();
  }

  private static void swapMark(PdfDocument pdf) {
    PdfDictionary widget = pdf.getLastPage().getAnnotations().getFirst().getPdfObject();
    PdfStream mark = widget.getAsDictionary(PdfName.AP).getAsStream(PdfName.N);
    mark.setData("0 0 10 10 re f".getBytes(StandardCharsets.US_ASCII));
    mark.setModified();
  }

  /** The paper with one more revision. */
  static byte[] more(byte[] paper, Hand hand) throws IOException {
    ByteArrayOutputStream more = new ByteArrayOutputStream();
    try (PdfDocument pdf =
        new PdfDocument(
            new PdfReader(new ByteArrayInputStream(paper)),
            new PdfWriter(more),
            new StampingProperties().useAppendMode())) {
      hand.touch(pdf);
    }
    return more.toByteArray();
  }
}
