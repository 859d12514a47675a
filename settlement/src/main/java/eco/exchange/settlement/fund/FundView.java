package eco.exchange.settlement.fund;

import eco.exchange.money.Money;
import java.time.Instant;

/**
 * A fund.
 *
 * @param fund its number
 * @param watershed the small watershed
 * @param balance what stands on its account
 * @param received everything that contracts have given back
 * @param spent everything that was spent on works
 * @param committed what may still be spent on works that are approved
 * @param openedAt when it was opened
 */
public record FundView(
    FundId fund,
    String watershed,
    Money balance,
    Money received,
    Money spent,
    Money committed,
    Instant openedAt) {

  /** What is not promised to any work yet. */
  public Money free() {
    return balance.minus(committed);
  }
}
