package eco.exchange.contracts.print;

import com.itextpdf.commons.actions.EventManager;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.pdf.PdfDate;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.filespec.PdfFileSpec;
import eco.exchange.calendar.Deadline;
import eco.exchange.contracts.print.face.Typeface;
import eco.exchange.contracts.print.layout.LaidPage;
import eco.exchange.contracts.print.layout.PageFoot;
import eco.exchange.contracts.print.layout.Pagination;
import eco.exchange.contracts.print.layout.StripComposer;
import eco.exchange.contracts.print.manuscript.Attachment;
import eco.exchange.contracts.print.manuscript.Manuscript;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.List;

/**
 * The printing of manuscripts as PDF/A-3a, to be read in fifty years, and as PDF/UA-1, to be read
 * aloud.
 *
 * <p>It holds no state and may be shared by threads.
 */
public final class Press {

  static {
    // The exchange is published under the AGPL's terms; see the licence note of the project.
    EventManager.acknowledgeAgplUsageDisableWarningMessage();
  }

  private Press() {}

  /** Prints a manuscript whose every text is printable. */
  public static byte[] print(Manuscript manuscript) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
    try (PdfDocument pdf = new ArchivePdf(bytes, manuscript)) {
      for (Attachment attachment : manuscript.attachments()) {
        attach(pdf, attachment, manuscript.writtenAt());
      }
      List<LaidPage> pages = Pagination.pages(StripComposer.strips(manuscript));
      PdfFont font = Typeface.forOneDocument(manuscript.texts());
      PageDrawer.draw(PageFoot.under(pages, manuscript), pdf, font);
    }
    return bytes.toByteArray();
  }

  private static void attach(PdfDocument pdf, Attachment attachment, Instant at) {
    PdfDictionary dates = new PdfDictionary();
    dates.put(PdfName.ModDate, date(at).getPdfObject());
    PdfFileSpec file =
        PdfFileSpec.createEmbeddedFileSpec(
            pdf,
            attachment.json().getBytes(StandardCharsets.UTF_8),
            attachment.description(),
            attachment.name(),
            new PdfName("application/json"),
            dates,
            new PdfName(attachment.relation().pdfName()));
    pdf.addAssociatedFile(attachment.name(), file);
  }

  private static PdfDate date(Instant at) {
    return new PdfDate(GregorianCalendar.from(at.atZone(Deadline.ZONE)));
  }
}
