package eco.exchange.settlement.banking;

import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankMessage;
import java.time.Instant;
import java.util.Optional;

/**
 * A message of the bank that was taken.
 *
 * @param message the bank's number of the message
 * @param kind what it is
 * @param sha256 the SHA-256 of its bytes
 * @param writtenAt when the bank wrote it
 * @param takenAt when it was taken
 * @param sequence the number of the statement, if it is one
 * @param closing what stood on the account in the end, if it is a statement
 * @param lines how many movements or answers it tells
 * @param followed how many of them have been followed
 * @param disputed how many of these are disputed
 */
public record BankMessageView(
    String message,
    Kind kind,
    String sha256,
    Instant writtenAt,
    Instant takenAt,
    Optional<Long> sequence,
    Optional<Money> closing,
    int lines,
    int followed,
    int disputed) {

  /** What a message is. */
  public enum Kind {
    /** The statement of a day (camt.053). */
    STATEMENT,
    /** Single movements (camt.054). */
    NOTICE,
    /** The answer to a file of payments (pain.002). */
    FILE_ANSWER;

    /** The kind of a message. */
    public static Kind of(BankMessage message) {
      return switch (message) {
        case BankMessage.Statement statement -> STATEMENT;
        case BankMessage.Notice notice -> NOTICE;
        case BankMessage.FileAnswer answer -> FILE_ANSWER;
      };
    }
  }
}
