package eco.exchange.settlement.generalledger;

import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.Judgement;
import eco.exchange.settlement.ledger.Ledger;
import eco.exchange.settlement.ledger.LedgerAccount;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferChain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cache of accounts as they stood when they were last seen, with all that was judged since.
 *
 * <p>It may be behind, for others write too: what it allows the database must allow again, and what
 * it would refuse is not refused before somebody has looked.
 */
final class AccountCache {

  private static final int ACCOUNTS_MAX = 100_000;

  // Guarded by this.
  private final Map<AccountName, LedgerAccount> accounts = new HashMap<>();

  /**
   * Judges chains by what is remembered, and remembers what they make; empty if an account is not
   * known or something would be refused.
   *
   * @param named what stands in the ledger under the keys that they name
   */
  synchronized Optional<Judgement> judge(List<TransferChain> chains, List<Transfer> named) {
    if (!chains.stream().allMatch(this::knows)) {
      return Optional.empty();
    }
    Ledger known = Ledger.of(List.of(), named);
    Judgement judgement =
        new Ledger(accounts, known.transfers(), known.resolutions(), known.corrections())
            .judge(chains);
    if (!judgement.isUnanimous()) {
      return Optional.empty();
    }
    accounts.putAll(judgement.accounts());
    return Optional.of(judgement);
  }

  private boolean knows(TransferChain chain) {
    return chain.members().stream()
        .allMatch(
            member ->
                accounts.containsKey(member.debit()) && accounts.containsKey(member.credit()));
  }

  /** Takes note of accounts as they were seen. */
  synchronized void learn(Judgement seen) {
    if (accounts.size() > ACCOUNTS_MAX) {
      accounts.clear();
    }
    accounts.putAll(seen.accounts());
  }

  synchronized void forget() {
    accounts.clear();
  }
}
