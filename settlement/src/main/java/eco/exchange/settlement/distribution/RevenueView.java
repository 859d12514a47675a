package eco.exchange.settlement.distribution;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.sharing.Occasion;
import java.time.Instant;
import java.util.Optional;

/**
 * One year's revenue of a contract: reported, then received, then distributed.
 *
 * @param contract the contract
 * @param year the calendar year
 * @param edition how often it was reported: 1 at first, then one more with each correction
 * @param revenue what the operator reported
 * @param evidence what proves it
 * @param reportedBy who reported
 * @param reportedAt when
 * @param subAccount the sub-account to which it is paid, closed when the report was corrected;
 *     empty when the revenue was nothing
 */
public record RevenueView(
    ContractId contract,
    int year,
    int edition,
    Money revenue,
    String evidence,
    AccountId reportedBy,
    Instant reportedAt,
    Optional<String> subAccount) {

  /** What the revenue is paid for. */
  public Occasion.Year occasion() {
    return new Occasion.Year(year);
  }
}
