package eco.exchange.settlement.iso;

import static eco.exchange.settlement.bank.BankRefusal.NOT_BY_SCHEMA;
import static eco.exchange.settlement.bank.BankRefusal.NOT_READABLE;
import static eco.exchange.settlement.bank.BankRefusal.OTHER_ACCOUNT;
import static eco.exchange.settlement.bank.BankRefusal.UNKNOWN_MESSAGE;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import eco.exchange.answer.Answer;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.BankMessageRules;
import eco.exchange.settlement.bank.PaymentFile;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The messages between the exchange and its bank, read and written. */
public final class IsoMessages {

  /** How long a message may be that is read. */
  public static final int BYTES_MAX = 8 * 1024 * 1024;

  private static final Logger LOG = Logger.getLogger(IsoMessages.class);

  private IsoMessages() {}

  /**
   * Reads what the bank tells the exchange of its account; refused for the first reason that is
   * found.
   *
   * @param account the number of the exchange's account
   * @return the messages, in order; several, if the bank has put several statements into one file
   */
  public static Answer<List<BankMessage>> fromBank(byte[] bytes, String account) {
    return read(bytes, message -> judged(fromBank(message, account), account));
  }

  /** Reads what the exchange tells its bank, as the bank would. */
  public static Answer<PaymentFile> toBank(byte[] bytes) {
    return read(bytes, message -> Answer.done(toBank(message)));
  }

  /**
   * Writes what the bank tells the exchange, as the bank would.
   *
   * @param account the number of the account of which it tells
   */
  public static byte[] written(BankMessage message, String account) {
    AbstractMX written =
        switch (message) {
          case BankMessage.Statement statement -> StatementMessage.written(statement, account);
          case BankMessage.Notice notice -> NoticeMessage.written(notice, account);
          case BankMessage.FileAnswer answer -> FileAnswerMessage.written(answer);
        };
    return valid(written);
  }

  /** Writes what the exchange tells its bank; the same file gives the same bytes. */
  public static byte[] written(PaymentFile file) {
    return valid(PaymentsMessage.written(file));
  }

  // One message must not stop those after it, whatever is wrong with it or with its reader.
  private static <T> Answer<T> read(byte[] bytes, Function<MessageText, Answer<T>> reading) {
    try {
      MessageText message = MessageText.of(bytes, BYTES_MAX);
      MessageSchemas.demandValid(message);
      return reading.apply(message);
    } catch (UnfitMessageException unfit) {
      return Answer.refused(List.of(unfit.refusal()));
    } catch (ArithmeticException tooMuch) {
      return Answer.refused(NOT_BY_SCHEMA, "a number of it is beyond all counting");
    } catch (RuntimeException fault) {
      LOG.errorf(fault, "a message of %d bytes could not be read", bytes.length);
      return Answer.refused(NOT_READABLE, fault.getClass().getSimpleName());
    }
  }

  private static Answer<List<BankMessage>> judged(List<BankMessage> ours, String account) {
    if (ours.isEmpty()) {
      return Answer.refused(OTHER_ACCOUNT, "nothing of it is about account " + account);
    }
    return ours.stream()
        .flatMap(message -> BankMessageRules.fault(message).stream())
        .findFirst()
        .<Answer<List<BankMessage>>>map(fault -> Answer.refused(List.of(fault)))
        .orElseGet(() -> Answer.done(ours));
  }

  private static List<BankMessage> fromBank(MessageText message, String account) {
    return switch (message.version().kind()) {
      case STATEMENT -> StatementMessage.read(message.asWritten(), account);
      case NOTICE -> NoticeMessage.read(message.asWritten(), account);
      case FILE_ANSWER -> List.of(FileAnswerMessage.read(message.asWritten()));
      case PAYMENTS ->
          throw new UnfitMessageException(
              UNKNOWN_MESSAGE, "a bank tells no " + message.version().code());
    };
  }

  private static PaymentFile toBank(MessageText message) {
    return switch (message.version().kind()) {
      case PAYMENTS -> PaymentsMessage.read(message.text());
      case STATEMENT, NOTICE, FILE_ANSWER ->
          throw new UnfitMessageException(
              UNKNOWN_MESSAGE, "a bank is not told " + message.version().code());
    };
  }

  // What the schema refuses would be our own mistake, and must not leave the house.
  private static byte[] valid(AbstractMX message) {
    byte[] bytes = MessageLibrary.bytes(message);
    try {
      MessageSchemas.demandValid(MessageText.of(bytes, BYTES_MAX));
    } catch (UnfitMessageException unfit) {
      throw new IllegalStateException("an unfit message was written: " + unfit.getMessage(), unfit);
    }
    return bytes;
  }
}
