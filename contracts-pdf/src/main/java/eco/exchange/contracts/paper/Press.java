package eco.exchange.contracts.paper;

import com.itextpdf.commons.actions.EventManager;
import com.itextpdf.kernel.pdf.PdfAConformance;
import com.itextpdf.kernel.pdf.PdfDate;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfOutputIntent;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfUAConformance;
import com.itextpdf.kernel.pdf.PdfViewerPreferences;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.WriterProperties;
import com.itextpdf.kernel.pdf.filespec.PdfFileSpec;
import com.itextpdf.kernel.xmp.options.SerializeOptions;
import com.itextpdf.pdfa.PdfADocument;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;

/**
 * Prints manuscripts as PDF/A-3a, to be read in fifty years, and as PDF/UA-1, to be read aloud.
 *
 * <p>It holds no state and may be shared by threads.
 */
public final class Press {

  /** The time of day of all papers is that of Beijing. */
  public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  static {
    // The exchange is published under the AGPL's terms; see the licence note of the project.
    EventManager.acknowledgeAgplUsageDisableWarningMessage();
  }

  private Press() {}

  /** Prints a manuscript whose every text is printable. */
  public static byte[] print(Manuscript manuscript) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
    WriterProperties compact =
        new WriterProperties()
            .setFullCompressionMode(true)
            .addPdfUaXmpMetadata(PdfUAConformance.PDF_UA_1);
    try (PdfDocument pdf =
        new PdfADocument(new PdfWriter(bytes, compact), PdfAConformance.PDF_A_3A, colours())) {
      // What is sealed is not changed in place, so its metadata need no room to grow.
      pdf.setSerializeOptions(
          new SerializeOptions().setUseCompactFormat(true).setReadOnlyPacket(true));
      describe(pdf, manuscript);
      for (Attachment attachment : manuscript.attachments()) {
        attach(pdf, attachment, manuscript.writtenAt());
      }
      new Composer(pdf, manuscript).compose();
    }
    return bytes.toByteArray();
  }

  private static void describe(PdfDocument pdf, Manuscript manuscript) {
    pdf.setTagged();
    pdf.getCatalog().setLang(new PdfString("zh-CN"));
    pdf.getCatalog().setViewerPreferences(new PdfViewerPreferences().setDisplayDocTitle(true));
    pdf.getDocumentInfo()
        .setTitle(manuscript.title() + " " + manuscript.number())
        .setSubject(manuscript.subject())
        .setKeywords(manuscript.number() + ", " + manuscript.imprint().mark())
        .setCreator("生态产品交易平台")
        .setMoreInfo("CreationDate", date(manuscript.writtenAt()).getPdfObject().getValue());
  }

  private static PdfOutputIntent colours() {
    return new PdfOutputIntent(
        "Custom", "", "http://www.color.org", "sRGB IEC61966-2.1", new ByteArrayInputStream(SRGB));
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
    return new PdfDate(GregorianCalendar.from(ZonedDateTime.ofInstant(at, BEIJING)));
  }
}
