package eco.exchange.sharing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The one canonical JSON form of sharing terms, its hash, and its published schema.
 *
 * <p>The same terms always give the same bytes (RFC 8785), so their SHA-256 names them: it is
 * printed on the contract, and settlement refuses terms with another hash. Reading is strict: an
 * unknown field, a missing one or one of another type is refused.
 *
 * <p>The second form says all that the first can, in the same words, and more. Terms that the first
 * can say are still written in it, so that the hashes of sealed contracts hold.
 */
public final class TermsJson {

  /** The form of terms with fixed amounts, percentages, remainders and groups alone. */
  public static final String FIRST_FORM = TermsForm.FIRST_FORM;

  /** The form of all other terms. */
  public static final String SECOND_FORM = TermsForm.SECOND_FORM;

  private static final String SCHEMA = "sharing-terms.schema.json";

  private TermsJson() {}

  /** The canonical text of the terms. */
  public static String write(SharingTerms terms) {
    return CanonicalJson.write(TermsWriter.json(terms));
  }

  /** The canonical text of one step, as it stands in that of the terms. */
  public static String write(Step step) {
    return CanonicalJson.write(TermsWriter.json(step));
  }

  /** The form in which terms are written: the first if it can say them. */
  public static String form(SharingTerms terms) {
    return TermsForm.of(terms);
  }

  /** The SHA-256 of the canonical text, as 64 hexadecimal digits. */
  public static String hash(SharingTerms terms) {
    return sha256(write(terms));
  }

  /**
   * Reads terms.
   *
   * @throws IllegalArgumentException if the text is not exactly the form of sharing terms
   */
  public static SharingTerms read(String text) {
    return TermsReader.terms(CanonicalJson.read(text));
  }

  /** The JSON Schema (draft 2020-12) of both forms, for whoever writes or checks terms. */
  public static String schema() {
    try (InputStream schema = TermsJson.class.getResourceAsStream(SCHEMA)) {
      return new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The SHA-256 of a text, as 64 hexadecimal digits. */
  static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
