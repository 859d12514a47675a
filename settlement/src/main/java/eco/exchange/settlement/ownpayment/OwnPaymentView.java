package eco.exchange.settlement.ownpayment;

import eco.exchange.money.Money;
import eco.exchange.settlement.banking.PaymentState;
import java.time.Instant;
import java.util.Optional;

/**
 * A payment as the party sees it that is paid.
 *
 * @param payee the account of the ledger from which it is paid; the party tells its account for it
 * @param trade the trade to which it belongs
 * @param amount how much
 * @param text what the party reads on the statement of its bank
 * @param state where it stands
 * @param isHeld whether it waits, because the bank has taken back money of the trade, or may have
 * @param isOrderedAnew whether it has come back and another payment has taken its place
 * @param reason what the bank has said to it; else empty
 * @param to the end of the account to which it goes, if one is known
 * @param noted the end of an account that was noted last and waits to be confirmed
 * @param orderedAt when it was ordered
 * @param dueAt by when it is to have been paid, where the law sets a day
 */
public record OwnPaymentView(
    String payee,
    String trade,
    Money amount,
    String text,
    PaymentState state,
    boolean isHeld,
    boolean isOrderedAnew,
    String reason,
    Optional<String> to,
    Optional<String> noted,
    Instant orderedAt,
    Optional<Instant> dueAt) {}
