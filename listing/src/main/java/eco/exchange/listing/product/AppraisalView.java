package eco.exchange.listing.product;

import eco.exchange.market.AccountId;
import eco.exchange.market.PartyId;
import eco.exchange.market.ProductId;
import eco.exchange.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An appraisal report as it was recorded; it never changes.
 *
 * @param id the identity
 * @param product what was appraised
 * @param value the value found
 * @param valuedOn the reference day of the value
 * @param method the method of appraisal
 * @param reportNumber the number of the report
 * @param reportSha256 the SHA-256 of the report file, 64 small hexadecimal digits
 * @param appraiser the party that appraised
 * @param recordedBy the person who recorded it
 * @param recordedAt when it was recorded
 */
public record AppraisalView(
    UUID id,
    ProductId product,
    Money value,
    LocalDate valuedOn,
    String method,
    String reportNumber,
    String reportSha256,
    PartyId appraiser,
    AccountId recordedBy,
    Instant recordedAt) {}
