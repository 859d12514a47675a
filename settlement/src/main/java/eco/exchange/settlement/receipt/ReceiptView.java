package eco.exchange.settlement.receipt;

import eco.exchange.market.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * A receipt and what became of it.
 *
 * @param receipt what the bank told
 * @param cause why it fitted nothing; empty if it fitted at once
 * @param decision what was decided about it; empty if it fitted at once, or waits for somebody
 * @param reversal why it is none any more
 * @param recordedAt when it was recorded here
 */
public record ReceiptView(
    BankReceipt receipt,
    Optional<UnmatchedCause> cause,
    Optional<Decision> decision,
    Optional<ReceiptReversal> reversal,
    Instant recordedAt) {

  /** Whether the receipt fits, waits for a decision, or has had one. */
  public enum State {
    /** It fitted its sub-account at once. */
    MATCHED,
    /** It fits nothing and waits for a decision. */
    UNMATCHED,
    /** Somebody has assigned it to a sub-account, or to what another receipt owes. */
    ASSIGNED,
    /** Somebody has sent it back to its payer. */
    RETURNED,
    /** The bank has taken it back. */
    TAKEN_BACK,
    /** The bank tells it as several receipts now. */
    TOLD_IN_PARTS
  }

  /**
   * What was decided about a receipt that fitted nothing.
   *
   * @param resolution the decision
   * @param by who decided
   * @param at when
   */
  public record Decision(ReceiptResolution resolution, AccountId by, Instant at) {}

  /** Where the receipt stands. */
  public State state() {
    if (reversal.isPresent()) {
      return switch (reversal.get().cause()) {
        case TAKEN_BACK -> State.TAKEN_BACK;
        case TOLD_IN_PARTS -> State.TOLD_IN_PARTS;
      };
    }
    if (cause.isEmpty()) {
      return State.MATCHED;
    }
    return decision
        .map(
            made ->
                switch (made.resolution()) {
                  case ReceiptResolution.Return back -> State.RETURNED;
                  case ReceiptResolution.Assign assign -> State.ASSIGNED;
                  case ReceiptResolution.Settle settle -> State.ASSIGNED;
                })
        .orElse(State.UNMATCHED);
  }

  /** This receipt after somebody has decided about it. */
  public ReceiptView decided(Decision made) {
    return new ReceiptView(receipt, cause, Optional.of(made), reversal, recordedAt);
  }

  /** This receipt after the bank has told more of it. */
  public ReceiptView completed(BankReceipt fuller) {
    return new ReceiptView(fuller, cause, decision, reversal, recordedAt);
  }

  /** This receipt when it is none any more. */
  public ReceiptView reversed(ReceiptReversal end) {
    return new ReceiptView(receipt, cause, decision, Optional.of(end), recordedAt);
  }
}
