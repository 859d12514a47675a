package eco.exchange.settlement.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * What a transfer does: it moves an amount at once, or in two steps.
 *
 * <p>In two steps the amount is first held on the debit account, and the hold is then resolved
 * once: posted in full or in part, given up, or over when its time has come.
 */
public sealed interface Effect {

  /** Moves the amount at once. */
  record Move() implements Effect {}

  /** Moves the amount out of an escrow, as a distribution gives it to a payee. */
  record Share(String distribution) implements Effect {}

  /**
   * Holds the amount.
   *
   * @param until the moment at which the hold is over; none, if it waits for ever
   */
  record Hold(Optional<Instant> until) implements Effect {}

  /** Moves what is held, or a part of it; the rest is free again. */
  record Post(String hold) implements Effect {}

  /** Gives a hold up: all of it is free again. */
  record Release(String hold) implements Effect {}

  /** Ends a hold whose time has come: all of it is free again. */
  record Expire(String hold) implements Effect {}

  /** Moves back what another transfer has moved by mistake, or a part of it. */
  record Correct(String mistaken) implements Effect {}

  /** The phase in which a transfer with this effect is. */
  default Phase phase() {
    return switch (this) {
      case Move move -> Phase.POSTED;
      case Share share -> Phase.POSTED;
      case Hold hold -> Phase.PENDING;
      case Post post -> Phase.POSTED;
      case Release release -> Phase.VOIDED;
      case Expire expire -> Phase.EXPIRED;
      case Correct correct -> Phase.POSTED;
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
