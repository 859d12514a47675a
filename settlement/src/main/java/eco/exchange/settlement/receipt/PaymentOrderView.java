package eco.exchange.settlement.receipt;

import eco.exchange.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * An order to the bank to pay money out.
 *
 * @param key the business key of the transfer that set the money aside; the bank is told it, so
 *     that an order given twice is paid once
 * @param story the trade code, or for a stray receipt its own number
 * @param beneficiary who is paid, by name, or the original payer as the bank told it
 * @param amount what is paid
 * @param text what the beneficiary reads on the statement of the bank
 * @param orderedAt when it was ordered
 * @param dueAt by when it is to have been paid, where the law sets a day
 */
public record PaymentOrderView(
    String key,
    String story,
    String beneficiary,
    Money amount,
    String text,
    Instant orderedAt,
    Optional<Instant> dueAt) {}
