package eco.exchange.settlement.manualreceipt;

import eco.exchange.market.AccountId;
import eco.exchange.settlement.receipt.BankReceipt;
import java.time.Instant;
import java.util.Optional;

/**
 * A receipt that was entered by hand, and what became of it.
 *
 * @param number counted from 1
 * @param receipt what was entered
 * @param enteredBy who has entered it
 * @param enteredAt when
 * @param end what another person has decided; empty while it waits
 */
public record ManualReceiptView(
    long number, BankReceipt receipt, AccountId enteredBy, Instant enteredAt, Optional<End> end) {

  /**
   * The decision about a receipt that was entered.
   *
   * @param isConfirmed whether the money has come in as it was entered
   * @param by who has decided
   * @param words why
   * @param at when
   */
  public record End(boolean isConfirmed, AccountId by, String words, Instant at) {}

  /** By which it is known: the bank's number, and how often it was entered. */
  public String key() {
    return "%s/%d".formatted(receipt.reference(), number);
  }
}
