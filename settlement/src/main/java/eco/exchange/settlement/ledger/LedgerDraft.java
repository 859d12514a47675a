package eco.exchange.settlement.ledger;

import eco.exchange.money.Money;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ledger while it is being written. Nobody sees it but the fold that makes it; what of a chain
 * was written before one of its members was refused is taken back.
 */
final class LedgerDraft implements LedgerLookup {

  private final LedgerLookup before;
  private final Map<AccountName, LedgerAccount> accounts = new HashMap<>();
  private final Map<String, Transfer> transfers = new HashMap<>();
  private final Map<String, Transfer> resolutions = new HashMap<>();
  private final Map<String, Money> corrected = new HashMap<>();
  private final List<Transfer> made = new ArrayList<>();
  private final Deque<Runnable> backwards = new ArrayDeque<>();

  LedgerDraft(LedgerLookup before) {
    this.before = before;
  }

  @Override
  public LedgerAccount account(AccountName name) {
    LedgerAccount account = accounts.get(name);
    return account == null ? before.account(name) : account;
  }

  @Override
  public Optional<Transfer> transfer(String key) {
    return Optional.ofNullable(transfers.get(key)).or(() -> before.transfer(key));
  }

  @Override
  public Optional<Transfer> resolution(String hold) {
    return Optional.ofNullable(resolutions.get(hold)).or(() -> before.resolution(hold));
  }

  @Override
  public Money corrected(String mistaken) {
    Money back = corrected.get(mistaken);
    return back == null ? before.corrected(mistaken) : back;
  }

  /** Makes a chain, if no rule is against it and it was not made before. */
  ChainAnswer make(TransferChain chain) {
    if (chain.members().stream().allMatch(this::stands)) {
      return new ChainAnswer.Made();
    }
    backwards.clear();
    int begun = made.size();
    for (int place = 0; place < chain.members().size(); place++) {
      Transfer member = chain.members().get(place);
      Optional<LedgerRefusal> refusal = TransferRules.refusal(member, this);
      if (refusal.isPresent()) {
        backwards.forEach(Runnable::run);
        made.subList(begun, made.size()).clear();
        return new ChainAnswer.Refused(place, refusal.get());
      }
      write(member);
    }
    return new ChainAnswer.Made();
  }

  /** The transfers made so far, in order. */
  List<Transfer> made() {
    return made;
  }

  /** The accounts that were touched, as they now stand. */
  Map<AccountName, LedgerAccount> accounts() {
    return accounts;
  }

  /** The transfers made so far, by key. */
  Map<String, Transfer> transfers() {
    return transfers;
  }

  /** What has resolved a hold so far, by the key of the hold. */
  Map<String, Transfer> resolutions() {
    return resolutions;
  }

  /** How much has gone back of each mistaken transfer that was corrected so far, by its key. */
  Map<String, Money> corrections() {
    return corrected;
  }

  private boolean stands(Transfer transfer) {
    return transfer(transfer.key()).equals(Optional.of(transfer));
  }

  private void write(Transfer transfer) {
    put(accounts, transfer.debit(), debited(transfer));
    if (transfer.isPosted()) {
      put(accounts, transfer.credit(), account(transfer.credit()).credited(transfer.amount()));
    }
    put(transfers, transfer.key(), transfer);
    transfer.effect().resolved().ifPresent(hold -> put(resolutions, hold, transfer));
    transfer
        .effect()
        .corrected()
        .ifPresent(key -> put(corrected, key, corrected(key).plus(transfer.amount())));
    made.add(transfer);
  }

  private LedgerAccount debited(Transfer transfer) {
    LedgerAccount account = account(transfer.debit());
    LedgerAccount freed =
        transfer
            .effect()
            .resolved()
            .flatMap(this::transfer)
            .map(Transfer::amount)
            .map(account::freed)
            .orElse(account);
    return switch (transfer.effect().phase()) {
      case POSTED -> freed.debited(transfer.amount());
      case PENDING -> freed.holding(transfer.amount());
      case VOIDED, EXPIRED -> freed;
    };
  }

  private <K, V> void put(Map<K, V> map, K key, V value) {
    V replaced = map.put(key, value);
    backwards.push(replaced == null ? () -> map.remove(key) : () -> map.put(key, replaced));
  }
}
