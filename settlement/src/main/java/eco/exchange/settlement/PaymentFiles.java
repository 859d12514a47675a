package eco.exchange.settlement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.bank.PaymentView;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;

/**
 * How orders are put into a file for the bank: by their content alone, so that it is always the
 * same.
 */
final class PaymentFiles {

  /** An end-to-end id has at most 35 characters; so many of a hash let no two keys meet. */
  private static final int ID_DIGITS = 32;

  private static final int FILE_DIGITS = 20;

  private PaymentFiles() {}

  /** A file of orders whose accounts are known; its id tells the day and the content. */
  static PaymentFile of(List<PaymentView> orders, BankAccount from, Instant now) {
    List<Payment> payments = orders.stream().map(PaymentFiles::payment).toList();
    String content = payments.stream().map(Payment::toString).collect(joining("\n"));
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(WorkingCalendar.dayOf(now));
    return new PaymentFile(
        "PF%s-%s".formatted(day, hash(content, FILE_DIGITS)), now, from, payments);
  }

  /** The id by which the bank knows an order: of its business key, which may be long. */
  static String endToEnd(String key) {
    return hash(key, ID_DIGITS);
  }

  private static Payment payment(PaymentView order) {
    return new Payment(
        endToEnd(order.key()), order.to().orElseThrow(), order.amount(), order.text());
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
