package eco.exchange.contracts.print;

import com.itextpdf.kernel.pdf.PdfDate;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfDocumentInfo;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfOutputIntent;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfViewerPreferences;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.WriterProperties;
import eco.exchange.calendar.Deadline;
import eco.exchange.contracts.print.manuscript.Manuscript;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;

/**
 * An empty document that claims to be PDF/A-3a and PDF/UA-1, and says what paper it is.
 *
 * <p>Nothing here checks the claims at run time: whatever the press draws, tests hold to both.
 */
final class ArchivePdf extends PdfDocument {

  private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  // The grade at which a face takes half the time of the usual one, and a hundredth more room.
  private static final int COMPRESSION = 5;

  // ISO 16684-1; the description of 'pdfuaid' is what PDF/A demands of names that it does not know.
  private static final String XMP =
      """
      <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
       <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about=""
          xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:xmp="http://ns.adobe.com/xap/1.0/"
          xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
          xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
          xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
          xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
          xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
          xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
          dc:format="application/pdf"
          xmp:CreateDate="%1$s"
          xmp:ModifyDate="%1$s"
          xmp:CreatorTool="%2$s"
          pdf:Producer="%3$s"
          pdf:Keywords="%4$s"
          pdfaid:part="3"
          pdfaid:conformance="A"
          pdfuaid:part="1">
         <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%5$s</rdf:li></rdf:Alt></dc:title>
         <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%6$s</rdf:li></rdf:Alt></dc:description>
         <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
          <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
          <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
          <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
          <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
           <pdfaProperty:category>internal</pdfaProperty:category>
           <pdfaProperty:name>part</pdfaProperty:name>
           <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
           <pdfaProperty:description>part of ISO 14289</pdfaProperty:description>
          </rdf:li></rdf:Seq></pdfaSchema:property>
         </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
       </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>""";

  private final ZonedDateTime writtenAt;

  ArchivePdf(OutputStream bytes, Manuscript manuscript) {
    super(
        new PdfWriter(
            bytes,
            new WriterProperties().setFullCompressionMode(true).setCompressionLevel(COMPRESSION)));
    this.writtenAt = manuscript.writtenAt().atZone(Deadline.ZONE).withNano(0);
    setTagged();
    getCatalog().setLang(new PdfString("zh-CN"));
    getCatalog().setViewerPreferences(new PdfViewerPreferences().setDisplayDocTitle(true));
    addOutputIntent(colours());
    PdfDocumentInfo info = getDocumentInfo();
    info.setTitle(manuscript.title() + " " + manuscript.number())
        .setSubject(manuscript.subject())
        .setKeywords(manuscript.number() + ", " + manuscript.imprint().mark())
        .setCreator("生态产品交易平台");
    // What is printed is as of when it was made out, whatever the machine's clock says.
    info.setMoreInfo("CreationDate", date());
    info.setMoreInfo("ModDate", date());
  }

  private static PdfOutputIntent colours() {
    return new PdfOutputIntent(
        "Custom", "", "http://www.color.org", "sRGB IEC61966-2.1", new ByteArrayInputStream(SRGB));
  }

  private String date() {
    return new PdfDate(GregorianCalendar.from(writtenAt)).getPdfObject().getValue();
  }

  @Override
  protected void updateXmpMetadata() {
    PdfDocumentInfo info = getDocumentInfo();
    String xmp =
        XMP.formatted(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(writtenAt),
            escaped(info.getCreator()),
            escaped(info.getProducer()),
            escaped(info.getKeywords()),
            escaped(info.getTitle()),
            escaped(info.getSubject()));
    // As it is, for whoever looks into the file without a reader. To hand it to the library would
    // make it parse what was written a line ago.
    PdfStream metadata = new PdfStream(xmp.getBytes(StandardCharsets.UTF_8), 0);
    metadata.put(PdfName.Type, PdfName.Metadata);
    metadata.put(PdfName.Subtype, PdfName.XML);
    getCatalog().put(PdfName.Metadata, metadata);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
