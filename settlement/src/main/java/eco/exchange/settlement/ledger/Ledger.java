package eco.exchange.settlement.ledger;

import eco.exchange.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ledger as a value: the accounts with what stands on them, and the transfers that may yet
 * matter.
 *
 * <p>A step returns the next ledger and leaves this one alone. The database keeps the same rules
 * again, by constraints and triggers, against everything that does not come through here.
 *
 * @param accounts the accounts by name; one that is not here has nothing on it
 * @param transfers the transfers that are known here by key: at least every hold that may be
 *     resolved, and whatever has the key of a transfer that is to be judged
 * @param resolutions what has resolved a hold, by the key of the hold
 * @param corrections how much has gone back of a mistaken transfer, by its key
 */
public record Ledger(
    Map<AccountName, LedgerAccount> accounts,
    Map<String, Transfer> transfers,
    Map<String, Transfer> resolutions,
    Map<String, Money> corrections)
    implements LedgerLookup {

  /** A ledger in which nothing has happened. */
  public static final Ledger EMPTY = new Ledger(Map.of(), Map.of(), Map.of(), Map.of());

  /** A ledger of these accounts, of which these transfers are known. */
  public static Ledger of(List<LedgerAccount> accounts, List<Transfer> transfers) {
    Map<AccountName, LedgerAccount> byName = new HashMap<>();
    accounts.forEach(account -> byName.put(account.name(), account));
    Map<String, Transfer> byKey = new HashMap<>();
    Map<String, Transfer> resolutions = new HashMap<>();
    Map<String, Money> corrections = new HashMap<>();
    for (Transfer transfer : transfers) {
      byKey.put(transfer.key(), transfer);
      transfer.effect().resolved().ifPresent(hold -> resolutions.put(hold, transfer));
      transfer
          .effect()
          .corrected()
          .ifPresent(key -> corrections.merge(key, transfer.amount(), Money::plus));
    }
    return new Ledger(byName, byKey, resolutions, corrections);
  }

  @Override
  public LedgerAccount account(AccountName name) {
    LedgerAccount account = accounts.get(name);
    return account == null ? LedgerAccount.fresh(name) : account;
  }

  @Override
  public Optional<Transfer> transfer(String key) {
    return Optional.ofNullable(transfers.get(key));
  }

  @Override
  public Optional<Transfer> resolution(String hold) {
    return Optional.ofNullable(resolutions.get(hold));
  }

  @Override
  public Money corrected(String mistaken) {
    Money back = corrections.get(mistaken);
    return back == null ? Money.ZERO : back;
  }

  /**
   * The hold of this key.
   *
   * @throws IllegalStateException if it is not known here, which would be our own mistake
   */
  public Transfer pending(String key) {
    return transfer(key).orElseThrow(() -> new IllegalStateException("no such hold: " + key));
  }

  /**
   * Judges chains, one after the other: each stands on what those before it have made. A chain that
   * stands already, with the same content, is answered as it was the first time.
   */
  public Judgement judge(List<TransferChain> chains) {
    LedgerDraft draft = new LedgerDraft(this);
    List<ChainAnswer> answers = chains.stream().map(draft::make).toList();
    return new Judgement(answers, draft.made(), draft.accounts());
  }

  /** The ledger after a transfer; otherwise as {@link #with(List)}. */
  public Ledger with(Transfer transfer) {
    return with(List.of(transfer));
  }

  /**
   * The ledger after some transfers, one after the other.
   *
   * @throws IllegalStateException if one is refused: the rules that write transfers have looked
   *     before, so this would be our own mistake
   */
  public Ledger with(List<Transfer> transfers) {
    LedgerDraft draft = new LedgerDraft(this);
    for (Transfer transfer : transfers) {
      if (draft.make(TransferChain.of(transfer)) instanceof ChainAnswer.Refused refused) {
        throw new IllegalStateException("the ledger refuses %s: %s".formatted(transfer, refused));
      }
    }
    return after(draft);
  }

  private Ledger after(LedgerDraft draft) {
    return new Ledger(
        joined(accounts, draft.accounts()),
        joined(transfers, draft.transfers()),
        joined(resolutions, draft.resolutions()),
        joined(corrections, draft.corrections()));
  }

  private static <K, V> Map<K, V> joined(Map<K, V> before, Map<K, V> now) {
    if (now.isEmpty()) {
      return before;
    }
    Map<K, V> joined = new HashMap<>(before);
    joined.putAll(now);
    return joined;
  }
}
