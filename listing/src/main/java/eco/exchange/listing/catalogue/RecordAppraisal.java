package eco.exchange.listing.catalogue;

import eco.exchange.market.ProductId;
import eco.exchange.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The request to record the report of a third-party appraiser.
 *
 * @param id the identity, chosen by the caller, so that asking twice records it once
 * @param product what was appraised
 * @param value the value found, more than nothing
 * @param valuedOn the reference day of the value (评估基准日), not in the future
 * @param method the method of appraisal, for example 收益法
 * @param reportNumber the number of the report
 * @param reportSha256 the SHA-256 of the report file, 64 small hexadecimal digits
 */
public record RecordAppraisal(
    UUID id,
    ProductId product,
    Money value,
    LocalDate valuedOn,
    String method,
    String reportNumber,
    String reportSha256) {}
