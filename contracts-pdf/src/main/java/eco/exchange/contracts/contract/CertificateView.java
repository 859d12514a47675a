package eco.exchange.contracts.contract;

import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import java.time.Instant;

/**
 * A transaction certificate (交易凭证) as pages show it.
 *
 * @param number the number of the certificate
 * @param contract the contract that was fulfilled
 * @param price what was paid
 * @param issuedAt when it was issued
 */
public record CertificateView(String number, ContractId contract, Money price, Instant issuedAt) {}
