package eco.exchange.web.settlement;

import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.wording.ExceptionWording;
import java.time.Instant;
import java.util.Optional;

/**
 * An exception of the link to the bank.
 *
 * @param key by which it is known
 * @param kind what it is
 * @param words the same in English, with why and what can be done
 * @param wordsZh the same in Chinese
 * @param subject what it is about: amount, day and numbers
 * @param detail what was told, with the code of a reason where there is one
 * @param raisedAt since when
 * @param dueAt by when somebody must have seen to it
 * @param end how it ended; empty while it is open
 */
record BankExceptionLine(
    String key,
    BankException.Kind kind,
    String words,
    String wordsZh,
    String subject,
    String detail,
    Instant raisedAt,
    Instant dueAt,
    Optional<BankException.End> end) {

  static BankExceptionLine of(BankException view) {
    ExceptionWording words = ExceptionWording.of(view.kind(), view.detail());
    return new BankExceptionLine(
        view.key(),
        view.kind(),
        words.en(),
        words.zh(),
        view.subject(),
        view.detail(),
        view.raisedAt(),
        view.dueAt(),
        view.end());
  }
}
