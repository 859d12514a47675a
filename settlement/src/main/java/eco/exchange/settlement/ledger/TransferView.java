package eco.exchange.settlement.ledger;

import eco.exchange.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * One row of the ledger.
 *
 * @param number the place of the row in the ledger; the shares of one distribution have one
 * @param key the business key, which makes the effect happen once
 * @param debit the account from which the amount moves
 * @param credit the account to which it moves
 * @param amount the amount
 * @param code what the transfer is for
 * @param phase whether it moves money, holds it, or frees it
 * @param pending the key of the hold that this one resolves
 * @param expiresAt when the hold is over, if it is one that does not wait for ever
 * @param corrects the key of the mistaken transfer that this one moves back
 * @param eventAt when it happened in the market
 * @param recordedAt when it was written here
 */
public record TransferView(
    long number,
    String key,
    String debit,
    String credit,
    Money amount,
    TransferCode code,
    TransferPhase phase,
    Optional<String> pending,
    Optional<Instant> expiresAt,
    Optional<String> corrects,
    Instant eventAt,
    Instant recordedAt) {}
