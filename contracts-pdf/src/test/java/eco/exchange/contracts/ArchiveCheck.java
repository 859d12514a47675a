package eco.exchange.contracts;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What veraPDF finds wrong with a paper as PDF/A-3a. */
public final class ArchiveCheck {

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private ArchiveCheck() {}

  public static List<String> faultsOf(byte[] pdf) {
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_A);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_A, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .map(fault -> fault.getRuleId() + " " + fault.getMessage() + " " + fault.getLocation())
          .distinct()
          .toList();
    } catch (Exception e) {
      throw new IllegalStateException("veraPDF could not read the paper", e);
    }
  }
}
