package eco.exchange.contracts.print;

import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.canvas.parser.PdfTextExtractor;
import com.itextpdf.kernel.pdf.canvas.parser.filter.TextRegionEventFilter;
import com.itextpdf.kernel.pdf.canvas.parser.listener.FilteredTextEventListener;
import com.itextpdf.kernel.pdf.canvas.parser.listener.SimpleTextExtractionStrategy;
import eco.exchange.contracts.print.layout.PageMeasures;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A printed paper as it is read: its text as a reader sees it, and the files inside. */
public final class PrintedPaper {

  private final PdfDocument pdf;

  /** A paper that has been opened; it is not closed here. */
  public PrintedPaper(PdfDocument pdf) {
    this.pdf = pdf;
  }

  /** The text of the pages without their feet, as it compares: see {@link #comparable}. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
      Rectangle body =
          new Rectangle(0, PageMeasures.FOOT_TOP, PageSize.A4.getWidth(), PageSize.A4.getHeight());
      text.append(
          PdfTextExtractor.getTextFromPage(
              pdf.getPage(page),
              new FilteredTextEventListener(
                  new SimpleTextExtractionStrategy(), new TextRegionEventFilter(body))));
    }
    return comparable(text.toString());
  }

  /**
   * A text as it compares: without blanks, which a line end adds or takes, and with those signs
   * made one that share a shape in the face.
   */
  public static String comparable(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }

  /** The first text that a reader does not see on the pages, and why; empty if all can be seen. */
  public Optional<String> hidden() {
    return VisibleText.hidden(pdf);
  }

  /** The text of an attached file; empty if there is none of that name. */
  public Optional<String> attachment(String name) {
    return Optional.ofNullable(attachments().get(name));
  }

  /** Every attached file, by name. */
  public Map<String, String> attachments() {
    Map<String, String> files = new TreeMap<>();
    for (PdfDictionary file : associatedFiles()) {
      PdfString name = file.getAsString(PdfName.UF);
      PdfDictionary embedded = file.getAsDictionary(PdfName.EF);
      PdfStream stream = embedded == null ? null : embedded.getAsStream(PdfName.F);
      if (name != null && stream != null) {
        files.put(name.toUnicodeString(), new String(stream.getBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private List<PdfDictionary> associatedFiles() {
    List<PdfDictionary> files = new ArrayList<>();
    PdfArray array = pdf.getCatalog().getPdfObject().getAsArray(PdfName.AF);
    if (array != null) {
      for (PdfObject file : array) {
        if (file instanceof PdfDictionary dictionary) {
          files.add(dictionary);
        }
      }
    }
    return files;
  }
}
