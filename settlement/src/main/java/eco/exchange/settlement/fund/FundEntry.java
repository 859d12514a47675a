package eco.exchange.settlement.fund;

import eco.exchange.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * An entry of the public ledger of a fund. Its hash is that of the hash before and of its own line,
 * so that no entry can be changed, left out or put in between without everybody seeing it.
 *
 * @param seq counts the entries of the fund from 1
 * @param isIn whether the amount came in; else it was spent
 * @param amount the amount
 * @param key the business key of the transfer
 * @param purpose what it was for: a distribution, or a payment of a project
 * @param at when
 * @param previous the hash of the entry before; of noughts before the first
 * @param hash the SHA-256 of the hash before, a line feed, and the line
 */
public record FundEntry(
    long seq,
    boolean isIn,
    Money amount,
    String key,
    String purpose,
    Instant at,
    String previous,
    String hash) {

  /** The hash before the first entry. */
  public static final String NONE = "0".repeat(64);

  static FundEntry after(
      long seq,
      String previous,
      boolean isIn,
      Money amount,
      String key,
      String purpose,
      Instant at) {
    FundEntry open = new FundEntry(seq, isIn, amount, key, purpose, at, previous, "");
    String hash = sha256(previous + "\n" + open.line());
    return new FundEntry(seq, isIn, amount, key, purpose, at, previous, hash);
  }

  /** The line of which the hash is made. */
  public String line() {
    return String.join(
        "|",
        Long.toString(seq),
        isIn ? "IN" : "OUT",
        amount.decimal(),
        key,
        purpose,
        at.toString());
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
