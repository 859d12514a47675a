package eco.exchange.portal;

import eco.exchange.contracts.contract.PaperView;
import eco.exchange.contracts.proof.Report;
import java.util.Optional;

/**
 * The contents of the page of verification.
 *
 * @param report what was found in the files that were sent
 * @param trouble why nothing was examined
 * @param lookup what is known of the paper whose code was read
 */
record VerificationPage(
    Optional<Report> report, Optional<String> trouble, Optional<Lookup> lookup) {

  static final VerificationPage EMPTY =
      new VerificationPage(Optional.empty(), Optional.empty(), Optional.empty());

  static VerificationPage of(Report report) {
    return new VerificationPage(Optional.of(report), Optional.empty(), Optional.empty());
  }

  static VerificationPage troubled(String trouble) {
    return new VerificationPage(Optional.empty(), Optional.of(trouble), Optional.empty());
  }

  static VerificationPage of(Lookup lookup) {
    return new VerificationPage(Optional.empty(), Optional.empty(), Optional.of(lookup));
  }

  /**
   * What is known of a paper, beside what its code says.
   *
   * @param number the number on the paper
   * @param hash the fingerprint in its code; empty if only the number was typed
   * @param known the paper of that number; empty if there is none
   */
  record Lookup(String number, String hash, Optional<PaperView> known) {

    /** Whether the code names the fingerprint that the exchange knows. */
    public boolean isSame() {
      return known.map(PaperView::hash).filter(hash::equalsIgnoreCase).isPresent();
    }

    /** How it came out, in words. */
    public String conclusion() {
      if (known.isEmpty()) {
        return "本交易所没有编号为“" + number + "”的文件。";
      } else if (hash.isEmpty()) {
        return "本交易所有这份文件。请核对下面的指纹与纸上印的是否一致。";
      }
      return isSame() ? "本交易所有这份文件，纸上的指纹与记录一致。" : "纸上的指纹与本交易所的记录不一致，这份文件不能作为依据。";
    }

    /** Whether the reader should be warned. */
    public boolean isFalse() {
      return known.isEmpty() || (!hash.isEmpty() && !isSame());
    }
  }
}
