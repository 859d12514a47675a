package eco.exchange.settlement.banking;

import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankAccount;
import java.time.Instant;
import java.util.Optional;

/**
 * A payment order on its way.
 *
 * @param key its business key
 * @param story to what it belongs: a trade, or a stray receipt
 * @param payee the account of the ledger from which it is paid
 * @param beneficiary who is paid, by name
 * @param amount how much
 * @param text what the beneficiary reads
 * @param to the account to which it is paid, if one is known
 * @param endToEnd the id that the bank knows it by, once it stands in a file
 * @param file the file
 * @param state where it stands
 * @param reason why the bank has rejected or stopped it; else empty
 * @param orderedAt when it was ordered
 * @param dueAt by when it is to have been paid, where the law sets a day
 */
public record PaymentView(
    String key,
    String story,
    String payee,
    String beneficiary,
    Money amount,
    String text,
    Optional<BankAccount> to,
    Optional<String> endToEnd,
    Optional<String> file,
    PaymentState state,
    String reason,
    Instant orderedAt,
    Optional<Instant> dueAt) {}
