package eco.exchange.settlement.ledger;

import java.util.List;
import java.util.Map;

/**
 * The judgement of the ledger on several chains, one after the other.
 *
 * @param answers what becomes of each, in order
 * @param made the transfers that are to be written, in order
 * @param accounts the accounts that they touch, as they stand after them
 */
public record Judgement(
    List<ChainAnswer> answers, List<Transfer> made, Map<AccountName, LedgerAccount> accounts) {

  /** Copies what it is given. */
  public Judgement {
    answers = List.copyOf(answers);
    made = List.copyOf(made);
    accounts = Map.copyOf(accounts);
  }

  /** Whether every chain is made. */
  public boolean isUnanimous() {
    return answers.stream().allMatch(ChainAnswer.Made.class::isInstance);
  }
}
