package eco.exchange.settlement.distribution;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * One year's revenue of a contract: reported, then received, then distributed.
 *
 * @param contract the contract
 * @param year the calendar year
 * @param revenue what the operator reported
 * @param evidence what proves it
 * @param reportedBy who reported
 * @param reportedAt when
 * @param subAccount the sub-account to which it is paid; empty when the revenue was nothing
 */
public record RevenueView(
    ContractId contract,
    int year,
    Money revenue,
    String evidence,
    AccountId reportedBy,
    Instant reportedAt,
    Optional<String> subAccount) {}
