package eco.exchange.settlement.reconciliation;

import eco.exchange.market.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something at the bank from which nothing can follow by itself: what it has told, or not paid.
 *
 * @param key by which it is known; the same is raised once
 * @param kind what it is
 * @param subject what it is about, in one line that needs no language
 * @param detail why a person must look: the code of a reason where there is one, and what was told
 * @param raisedAt since when
 * @param dueAt by when somebody must have seen to it
 * @param end how it ended; empty while it is open
 */
public record BankException(
    String key,
    Kind kind,
    String subject,
    String detail,
    Instant raisedAt,
    Instant dueAt,
    Optional<End> end) {

  /** What a person must see to. */
  public enum Kind {
    /** A message cannot be read, or is refused. */
    MESSAGE_REFUSED,
    /** A statement does not follow upon the last one. */
    STATEMENT_WAITS,
    /** A line cannot be judged, or cannot be true by the books. */
    LINE_DISPUTED,
    /** The bank has taken back what had come in. */
    RECEIPT_TAKEN_BACK,
    /** The closing balance of a statement is not that of the ledger. */
    BALANCE_DIFFERS,
    /** A payment lacks an account, is held back by the bank, or has come back from it. */
    PAYMENT_STUCK
  }

  /**
   * How an exception ended.
   *
   * @param words why
   * @param proposedBy who said so; empty if it ended by itself
   * @param confirmedBy who confirmed it
   * @param at when
   */
  public record End(
      String words, Optional<AccountId> proposedBy, Optional<AccountId> confirmedBy, Instant at) {}
}
