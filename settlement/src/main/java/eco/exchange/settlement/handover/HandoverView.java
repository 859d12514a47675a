package eco.exchange.settlement.handover;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A step by which what was sold passes to the transferee.
 *
 * @param contract the contract
 * @param step which step
 * @param on the day on which it was taken
 * @param document the number of the paper that proves it: the record of the handing over, or the
 *     certificate of the right
 * @param notedBy who has noted it
 * @param notedAt when
 */
public record HandoverView(
    ContractId contract,
    Step step,
    LocalDate on,
    String document,
    AccountId notedBy,
    Instant notedAt) {

  /** The steps, in the order in which they are taken. */
  public enum Step {
    /** 交付: what was sold is in the hands of the transferee. */
    HANDED_OVER,
    /** 登记: the right is registered, and so binds everybody (农村土地承包法 art. 41). */
    REGISTERED
  }

  /** Whether it tells the same, whoever has noted it. */
  public boolean isLike(HandoverView other) {
    return step == other.step && on.equals(other.on) && document.equals(other.document);
  }
}
