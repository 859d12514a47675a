package eco.exchange.settlement.iso;

import static eco.exchange.settlement.bank.BankRefusal.NOT_BY_SCHEMA;
import static eco.exchange.settlement.bank.BankRefusal.UNKNOWN_MESSAGE;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.BankMessageRules;
import eco.exchange.settlement.bank.PaymentFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The messages between the exchange and its bank, read and written. */
public final class IsoMessages {

  /** How long a message may be that is read. */
  public static final int BYTES_MAX = 8 * 1024 * 1024;

  private IsoMessages() {}

  /** Reads what the bank tells the exchange; refused for the first reason that is found. */
  public static Answer<BankMessage> fromBank(byte[] bytes) {
    Answer<BankMessage> read = read(bytes, IsoMessages::fromBank);
    return switch (read) {
      case Answer.Refused<BankMessage> refused -> refused;
      case Answer.Done<BankMessage> done -> {
        Optional<Refusal> fault = BankMessageRules.fault(done.value());
        yield fault.isEmpty() ? done : Answer.refused(List.of(fault.get()));
      }
    };
  }

  /** Reads what the exchange tells its bank, as the bank would. */
  public static Answer<PaymentFile> toBank(byte[] bytes) {
    return read(bytes, IsoMessages::toBank);
  }

  /** Writes what the bank tells the exchange, as the bank would. */
  public static byte[] written(BankMessage message) {
    AbstractMX written =
        switch (message) {
          case BankMessage.Statement statement -> StatementMessage.written(statement);
          case BankMessage.Notice notice -> NoticeMessage.written(notice);
          case BankMessage.FileAnswer answer -> FileAnswerMessage.written(answer);
        };
    return valid(written);
  }

  /** Writes what the exchange tells its bank; the same file gives the same bytes. */
  public static byte[] written(PaymentFile file) {
    return valid(PaymentsMessage.written(file));
  }

  private static <T> Answer<T> read(byte[] bytes, Function<MessageText, T> reading) {
    try {
      MessageText message = MessageText.of(bytes, BYTES_MAX);
      MessageSchemas.demandValid(message);
      return Answer.done(reading.apply(message));
    } catch (UnfitMessageException unfit) {
      return Answer.refused(List.of(unfit.refusal()));
    } catch (ArithmeticException tooMuch) {
      return Answer.refused(NOT_BY_SCHEMA, "a number of it is beyond all counting");
    }
  }

  private static BankMessage fromBank(MessageText message) {
    return switch (message.kind()) {
      case STATEMENT -> StatementMessage.read(message.text());
      case NOTICE -> NoticeMessage.read(message.text());
      case FILE_ANSWER -> FileAnswerMessage.read(message.text());
      case PAYMENTS ->
          throw new UnfitMessageException(
              UNKNOWN_MESSAGE, "a bank tells no " + message.kind().code());
    };
  }

  private static PaymentFile toBank(MessageText message) {
    return switch (message.kind()) {
      case PAYMENTS -> PaymentsMessage.read(message.text());
      case STATEMENT, NOTICE, FILE_ANSWER ->
          throw new UnfitMessageException(
              UNKNOWN_MESSAGE, "a bank is not told " + message.kind().code());
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
