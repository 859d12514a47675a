package eco.exchange.contracts;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What veraPDF finds wrong with a paper. */
public final class ArchiveCheck {

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private ArchiveCheck() {}

  /** Against PDF/A-3a. */
  public static List<String> faultsOf(byte[] pdf) {
    return faultsOf(pdf, PDFAFlavour.PDFA_3_A);
  }

  /** Against PDF/UA-1. */
  public static List<String> barriersOf(byte[] pdf) {
    return faultsOf(pdf, PDFAFlavour.PDFUA_1);
  }

  private static List<String> faultsOf(byte[] pdf, PDFAFlavour flavour) {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .map(fault -> fault.getRuleId() + " " + fault.getMessage() + " " + fault.getLocation())
          .distinct()
          .toList();
    } catch (Exception e) {
      throw new IllegalStateException("veraPDF could not read the paper", e);
    }
  }
}
