package eco.exchange.settlement.banking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.Payment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The content of a file for the bank, into which orders are put by their content alone, so that it
 * is always the same.
 */
final class PaymentFileContent {

  /** An end-to-end id has at most 35 characters; so many of a hash let no two keys meet. */
  private static final int ID_DIGITS = 32;

  private static final int FILE_DIGITS = 20;

  private PaymentFileContent() {}

  /**
   * An order that can go to the bank.
   *
   * @param key its business key
   * @param to the account, that of a person masked
   * @param personAccount the note of a person's account, which alone has its number
   * @param amount how much
   * @param text what the payee reads
   */
  record ReadyOrder(
      String key, BankAccount to, Optional<Long> personAccount, Money amount, String text) {

    /** The id by which the bank knows it. */
    String endToEnd() {
      return PaymentFileContent.endToEnd(key);
    }

    // A person's account is told by the number of its note, and its own is in no hash.
    private String content() {
      return personAccount.map(note -> note + "|").orElse("")
          + new Payment(endToEnd(), to, amount, text);
    }
  }

  /** The id of a file with these orders; it tells the day and the content. */
  static String id(List<ReadyOrder> orders, Instant now) {
    String content = orders.stream().map(ReadyOrder::content).collect(joining("\n"));
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(WorkingCalendar.dayOf(now));
    return "PF%s-%s".formatted(day, hash(content, FILE_DIGITS));
  }

  /** The id by which the bank knows an order: of its business key, which may be long. */
  static String endToEnd(String key) {
    return hash(key, ID_DIGITS);
  }

  private static String hash(String text, int digits) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, digits);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
