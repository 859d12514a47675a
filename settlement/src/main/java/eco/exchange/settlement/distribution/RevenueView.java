package eco.exchange.settlement.distribution;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.sharing.Occasion;
import java.time.Instant;
import java.util.Optional;

/**
 * One year's revenue of a contract, or what was left out of it: reported, then received, then
 * distributed.
 *
 * @param contract the contract
 * @param year the calendar year
 * @param supplement counts what was found of the year later; nought is the year itself
 * @param edition how often it was reported: 1 at first, then one more with each correction
 * @param revenue what the operator reported; of a supplement, what was left out
 * @param evidence what proves it
 * @param reportedBy who reported
 * @param reportedAt when
 * @param subAccount the sub-account to which it is paid, closed when the report was corrected;
 *     empty when the revenue was nothing
 */
public record RevenueView(
    ContractId contract,
    int year,
    int supplement,
    int edition,
    Money revenue,
    String evidence,
    AccountId reportedBy,
    Instant reportedAt,
    Optional<String> subAccount) {

  /** What the revenue is paid for. */
  public Occasion occasion() {
    return supplement == 0 ? new Occasion.Year(year) : new Occasion.Supplement(year, supplement);
  }
}
