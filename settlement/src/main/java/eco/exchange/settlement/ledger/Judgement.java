package eco.exchange.settlement.ledger;

import java.util.List;

/**
 * What the ledger says of several chains, one after the other.
 *
 * @param answers what becomes of each, in order
 * @param made the transfers that are to be written, in order
 */
public record Judgement(List<ChainAnswer> answers, List<Transfer> made) {

  /** Copies the lists. */
  public Judgement {
    answers = List.copyOf(answers);
    made = List.copyOf(made);
  }
}
