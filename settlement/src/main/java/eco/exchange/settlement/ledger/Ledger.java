package eco.exchange.settlement.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The ledger as a value: the accounts with what stands on them, and the transfers that may yet
 * matter.
 *
 * <p>A step returns the next ledger and leaves this one alone. The database keeps the same rules
 * again, by constraints and triggers, against everything that does not come through here.
 *
 * @param accounts the accounts by name; one that is not here has nothing on it
 * @param transfers the transfers that are known here by key: at least every pending one
 * @param resolved the keys of the pending transfers that were posted or voided
 */
public record Ledger(
    Map<AccountName, Account> accounts, Map<String, Transfer> transfers, Set<String> resolved) {

  /** A ledger in which nothing has happened. */
  public static final Ledger EMPTY = new Ledger(Map.of(), Map.of(), Set.of());

  /** A ledger of these accounts, of which these transfers are known. */
  public static Ledger of(List<Account> accounts, List<Transfer> transfers) {
    Map<AccountName, Account> byName = new TreeMap<>();
    accounts.forEach(account -> byName.put(account.name(), account));
    Map<String, Transfer> byKey = new HashMap<>();
    transfers.forEach(transfer -> byKey.put(transfer.key(), transfer));
    Set<String> resolved = new HashSet<>();
    transfers.forEach(transfer -> transfer.pending().ifPresent(resolved::add));
    return new Ledger(byName, byKey, resolved);
  }

  /** The account of this name. */
  public Account account(AccountName name) {
    Account account = accounts.get(name);
    return account == null ? Account.fresh(name) : account;
  }

  /**
   * The pending transfer of this key.
   *
   * @throws IllegalStateException if it is not known here, which would be our own mistake
   */
  public Transfer pending(String key) {
    return known(key).orElseThrow(() -> new IllegalStateException("no such hold: " + key));
  }

  /** Says why a transfer would be refused; the first reason that applies, in documented order. */
  public Optional<LedgerRefusal> refusal(Transfer transfer) {
    if (!transfer.amount().isPositive()) {
      return Optional.of(LedgerRefusal.AMOUNT_NOT_POSITIVE);
    }
    if (transfer.debit().equals(transfer.credit())) {
      return Optional.of(LedgerRefusal.SAME_ACCOUNT);
    }
    if (!transfer.isWellFormed()) {
      return Optional.of(LedgerRefusal.PHASE_WRONG);
    }
    if (transfers.containsKey(transfer.key())) {
      return Optional.of(LedgerRefusal.KEY_USED);
    }
    Optional<LedgerRefusal> wrongPending =
        transfer.pending().flatMap(key -> refusalOfPending(key, transfer));
    if (wrongPending.isPresent()) {
      return wrongPending;
    }
    if (!transfer.keepsTheEscrow()) {
      return Optional.of(LedgerRefusal.ESCROW_KEPT);
    }
    // What resolves a hold moves or frees what was set aside before.
    boolean covered =
        transfer.pending().isPresent() || account(transfer.debit()).covers(transfer.amount());
    return covered ? Optional.empty() : Optional.of(LedgerRefusal.NOT_ENOUGH);
  }

  /**
   * The ledger after a transfer.
   *
   * @throws IllegalStateException if the transfer is refused: the rules that write transfers have
   *     looked before, so this would be our own mistake
   */
  public Ledger with(Transfer transfer) {
    refusal(transfer)
        .ifPresent(
            reason -> {
              throw new IllegalStateException(
                  "the ledger refuses %s: %s".formatted(transfer, reason));
            });
    Map<AccountName, Account> after = new TreeMap<>(accounts);
    after.put(transfer.debit(), debited(transfer));
    after.put(transfer.credit(), credited(transfer));
    Map<String, Transfer> known = new HashMap<>(transfers);
    known.put(transfer.key(), transfer);
    Set<String> done = new HashSet<>(resolved);
    transfer.pending().ifPresent(done::add);
    return new Ledger(after, known, done);
  }

  private Optional<Transfer> known(String key) {
    return Optional.ofNullable(transfers.get(key));
  }

  private Optional<LedgerRefusal> refusalOfPending(String key, Transfer transfer) {
    Optional<Transfer> pending = known(key).filter(held -> held.phase() == Phase.PENDING);
    if (pending.isEmpty()) {
      return Optional.of(LedgerRefusal.PENDING_UNKNOWN);
    }
    if (resolved.contains(key)) {
      return Optional.of(LedgerRefusal.PENDING_RESOLVED);
    }
    return pending.get().isLike(transfer)
        ? Optional.empty()
        : Optional.of(LedgerRefusal.PENDING_DIFFERS);
  }

  private Account debited(Transfer transfer) {
    Account account = account(transfer.debit());
    Account freed =
        transfer.pending().isPresent() ? account.holding(transfer.amount().negated()) : account;
    return switch (transfer.phase()) {
      case POSTED -> freed.debited(transfer.amount());
      case PENDING -> freed.holding(transfer.amount());
      case VOIDED -> freed;
    };
  }

  private Account credited(Transfer transfer) {
    Account account = account(transfer.credit());
    return switch (transfer.phase()) {
      case POSTED -> account.credited(transfer.amount());
      case PENDING, VOIDED -> account;
    };
  }
}
