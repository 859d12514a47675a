package eco.exchange.settlement.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * The effect of a transfer: it moves an amount at once, or in two steps.
 *
 * <p>In two steps the amount is first held on the debit account, and the hold is then resolved
 * once: posted in full or in part, given up, or over when its time has come.
 */
public sealed interface TransferEffect {

  /** Moves the amount at once. */
  record Move() implements TransferEffect {}

  /** Moves the amount out of an escrow, as a distribution gives it to a payee. */
  record Share(String distribution) implements TransferEffect {}

  /**
   * Holds the amount.
   *
   * @param until the moment at which the hold is over; none, if it waits for ever
   */
  record Hold(Optional<Instant> until) implements TransferEffect {}

  /** Moves what is held, or a part of it; the rest is free again. */
  record Post(String hold) implements TransferEffect {}

  /** Gives a hold up: all of it is free again. */
  record Release(String hold) implements TransferEffect {}

  /** Ends a hold whose time has come: all of it is free again. */
  record Expire(String hold) implements TransferEffect {}

  /** Moves back what another transfer has moved by mistake, or a part of it. */
  record Correct(String mistaken) implements TransferEffect {}

  /** The phase in which a transfer with this effect is. */
  default TransferPhase phase() {
    return switch (this) {
      case Move move -> TransferPhase.POSTED;
      case Share share -> TransferPhase.POSTED;
      case Hold hold -> TransferPhase.PENDING;
      case Post post -> TransferPhase.POSTED;
      case Release release -> TransferPhase.VOIDED;
      case Expire expire -> TransferPhase.EXPIRED;
      case Correct correct -> TransferPhase.POSTED;
    };
  }

  /** The key of the hold that is resolved, if one is. */
  default Optional<String> resolved() {
    return switch (this) {
      case Post post -> Optional.of(post.hold());
      case Release release -> Optional.of(release.hold());
      case Expire expire -> Optional.of(expire.hold());
      case Move move -> Optional.empty();
      case Share share -> Optional.empty();
      case Hold hold -> Optional.empty();
      case Correct correct -> Optional.empty();
    };
  }

  /** The key of the transfer that is corrected, if one is. */
  default Optional<String> corrected() {
    return this instanceof Correct correct ? Optional.of(correct.mistaken()) : Optional.empty();
  }
}
