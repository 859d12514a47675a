package eco.exchange.settlement.ledger;

import static eco.exchange.settlement.ledger.LedgerRefusal.ACCOUNT_CLOSED;
import static eco.exchange.settlement.ledger.LedgerRefusal.AMOUNT_NOT_POSITIVE;
import static eco.exchange.settlement.ledger.LedgerRefusal.ESCROW_KEPT;
import static eco.exchange.settlement.ledger.LedgerRefusal.HOLD_DIFFERS;
import static eco.exchange.settlement.ledger.LedgerRefusal.HOLD_EXCEEDED;
import static eco.exchange.settlement.ledger.LedgerRefusal.HOLD_EXPIRED;
import static eco.exchange.settlement.ledger.LedgerRefusal.HOLD_IS_OVER;
import static eco.exchange.settlement.ledger.LedgerRefusal.HOLD_NEVER_WAS;
import static eco.exchange.settlement.ledger.LedgerRefusal.HOLD_POSTED;
import static eco.exchange.settlement.ledger.LedgerRefusal.HOLD_RUNS;
import static eco.exchange.settlement.ledger.LedgerRefusal.HOLD_TOO_SHORT;
import static eco.exchange.settlement.ledger.LedgerRefusal.HOLD_UNKNOWN;
import static eco.exchange.settlement.ledger.LedgerRefusal.HOLD_VOIDED;
import static eco.exchange.settlement.ledger.LedgerRefusal.KEY_USED;
import static eco.exchange.settlement.ledger.LedgerRefusal.MISTAKE_DIFFERS;
import static eco.exchange.settlement.ledger.LedgerRefusal.MISTAKE_EXCEEDED;
import static eco.exchange.settlement.ledger.LedgerRefusal.MISTAKE_MOVED_NOTHING;
import static eco.exchange.settlement.ledger.LedgerRefusal.MISTAKE_UNKNOWN;
import static eco.exchange.settlement.ledger.LedgerRefusal.NOT_ENOUGH;
import static eco.exchange.settlement.ledger.LedgerRefusal.OVERFLOW;
import static eco.exchange.settlement.ledger.LedgerRefusal.SAME_ACCOUNT;

import eco.exchange.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rules that a transfer must keep, in the order in which they are asked. */
final class TransferRules {

  /** One rule: it says why it is broken, or nothing. */
  private interface Rule {
    Optional<LedgerRefusal> broken(Transfer transfer, LedgerLookup known);
  }

  private static final List<Rule> IN_ORDER =
      List.of(
          TransferRules::amountIsPositive,
          TransferRules::accountsDiffer,
          TransferRules::holdLastsAWhile,
          TransferRules::keyIsNew,
          TransferRules::holdCanBeResolved,
          TransferRules::mistakeCanBeCorrected,
          TransferRules::escrowIsKept,
          TransferRules::creditIsOpen,
          TransferRules::amountsCanBeCounted,
          TransferRules::debitHasEnough);

  private TransferRules() {}

  /** Why a transfer is refused: the first rule that it breaks says it. */
  static Optional<LedgerRefusal> refusal(Transfer transfer, LedgerLookup known) {
    for (Rule rule : IN_ORDER) {
      Optional<LedgerRefusal> broken = rule.broken(transfer, known);
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }

  private static Optional<LedgerRefusal> amountIsPositive(Transfer transfer, LedgerLookup known) {
    return unless(transfer.amount().isPositive(), AMOUNT_NOT_POSITIVE);
  }

  private static Optional<LedgerRefusal> accountsDiffer(Transfer transfer, LedgerLookup known) {
    return unless(!transfer.debit().equals(transfer.credit()), SAME_ACCOUNT);
  }

  private static Optional<LedgerRefusal> holdLastsAWhile(Transfer transfer, LedgerLookup known) {
    return unless(
        !(transfer.effect() instanceof TransferEffect.Hold hold)
            || hold.until().map(transfer.at()::isBefore).orElse(true),
        HOLD_TOO_SHORT);
  }

  private static Optional<LedgerRefusal> keyIsNew(Transfer transfer, LedgerLookup known) {
    return unless(known.transfer(transfer.key()).isEmpty(), KEY_USED);
  }

  private static Optional<LedgerRefusal> holdCanBeResolved(Transfer transfer, LedgerLookup known) {
    Optional<String> key = transfer.effect().resolved();
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Optional<Transfer> named = known.transfer(key.get());
    if (named.isEmpty()) {
      return Optional.of(HOLD_UNKNOWN);
    }
    if (!(named.get().effect() instanceof TransferEffect.Hold hold)) {
      return Optional.of(HOLD_NEVER_WAS);
    }
    return known
        .resolution(key.get())
        .flatMap(TransferRules::resolvedBefore)
        .or(() -> resolvedWrongly(transfer, named.get(), hold.until()));
  }

  private static Optional<LedgerRefusal> resolvedBefore(Transfer resolution) {
    return switch (resolution.effect().phase()) {
      case POSTED -> Optional.of(HOLD_POSTED);
      case VOIDED -> Optional.of(HOLD_VOIDED);
      case EXPIRED -> Optional.of(HOLD_EXPIRED);
      case PENDING -> throw new IllegalStateException("a hold resolves nothing: " + resolution);
    };
  }

  private static Optional<LedgerRefusal> resolvedWrongly(
      Transfer transfer, Transfer hold, Optional<Instant> until) {
    boolean isPost = transfer.effect() instanceof TransferEffect.Post;
    if (!transfer.resolves(hold) || (!isPost && !transfer.amount().equals(hold.amount()))) {
      return Optional.of(HOLD_DIFFERS);
    }
    if (hold.amount().isBelow(transfer.amount())) {
      return Optional.of(HOLD_EXCEEDED);
    }
    boolean isOver = until.map(over -> !transfer.at().isBefore(over)).orElse(false);
    boolean expires = transfer.effect() instanceof TransferEffect.Expire;
    return unless(isOver == expires, isOver ? HOLD_IS_OVER : HOLD_RUNS);
  }

  private static Optional<LedgerRefusal> mistakeCanBeCorrected(
      Transfer transfer, LedgerLookup known) {
    Optional<String> key = transfer.effect().corrected();
    if (key.isEmpty()) {
      return unless(!transfer.code().equals(TransferCode.CORRECTION), MISTAKE_UNKNOWN);
    }
    Optional<Transfer> mistaken = known.transfer(key.get());
    if (mistaken.isEmpty()) {
      return Optional.of(MISTAKE_UNKNOWN);
    }
    if (!mistaken.get().isPosted()) {
      return Optional.of(MISTAKE_MOVED_NOTHING);
    }
    if (transfer.code() != TransferCode.CORRECTION || !transfer.reverses(mistaken.get())) {
      return Optional.of(MISTAKE_DIFFERS);
    }
    Money left = mistaken.get().amount().minus(known.corrected(key.get()));
    return unless(!left.isBelow(transfer.amount()), MISTAKE_EXCEEDED);
  }

  private static Optional<LedgerRefusal> escrowIsKept(Transfer transfer, LedgerLookup known) {
    return unless(transfer.keepsTheEscrow(), ESCROW_KEPT);
  }

  private static Optional<LedgerRefusal> creditIsOpen(Transfer transfer, LedgerLookup known) {
    return unless(
        !transfer.enters() || !known.account(transfer.credit()).isClosed(), ACCOUNT_CLOSED);
  }

  private static Optional<LedgerRefusal> amountsCanBeCounted(
      Transfer transfer, LedgerLookup known) {
    try {
      known.account(transfer.credit()).credited(transfer.amount());
      known.account(transfer.debit()).debited(transfer.amount()).available();
      known.account(transfer.debit()).holding(transfer.amount()).available();
      return Optional.empty();
    } catch (ArithmeticException tooMuch) {
      return Optional.of(OVERFLOW);
    }
  }

  // What resolves a hold moves or frees what was set aside before.
  private static Optional<LedgerRefusal> debitHasEnough(Transfer transfer, LedgerLookup known) {
    return unless(
        transfer.effect().resolved().isPresent()
            || known.account(transfer.debit()).covers(transfer.amount()),
        NOT_ENOUGH);
  }

  private static Optional<LedgerRefusal> unless(boolean kept, LedgerRefusal refusal) {
    return kept ? Optional.empty() : Optional.of(refusal);
  }
}
