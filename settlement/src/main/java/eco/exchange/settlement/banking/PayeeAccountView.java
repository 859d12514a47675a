package eco.exchange.settlement.banking;

import eco.exchange.market.AccountId;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.bank.BankAccount;
import java.time.Instant;
import java.util.Optional;

/**
 * An account at a bank that was noted for a payee.
 *
 * @param number the number of the note
 * @param payee the account of the ledger from which the payee is paid
 * @param account where the payee is to be paid
 * @param notedBy who has noted it
 * @param notedFor the party for which that person acts: the centre, or the payee itself
 * @param notedAt when
 * @param confirmedBy who has confirmed it; until somebody has, nothing is paid to it
 */
public record PayeeAccountView(
    long number,
    String payee,
    BankAccount account,
    AccountId notedBy,
    PartyId notedFor,
    Instant notedAt,
    Optional<AccountId> confirmedBy) {}
