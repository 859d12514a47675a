package eco.exchange.web.settlement;

import eco.exchange.market.AccountId;
import eco.exchange.market.NamedParty;
import eco.exchange.settlement.bank.BankAccount;
import java.time.Instant;
import java.util.Optional;

/**
 * An account that was noted for a payee, with what whoever confirms it holds it against.
 *
 * @param number the number of the note
 * @param payee the account of the ledger from which the payee is paid
 * @param trade the trade to which it belongs, or what else it belongs to
 * @param beneficiary how the last order, or else the contract, calls the payee; else empty
 * @param party the party that the payee is, as it is registered, if the exchange knows
 * @param account where the payee is to be paid
 * @param before the account that had been confirmed last when this one was noted, if one had
 * @param isToldByPayee whether the payee itself has told it
 * @param notedBy who has noted it
 * @param notedFor the party for which that person acts, as it is registered
 * @param notedAt when
 * @param confirmedBy who has confirmed it; until somebody has, nothing is paid to it
 */
record PayeeAccountLine(
    long number,
    String payee,
    String trade,
    String beneficiary,
    Optional<NamedParty> party,
    BankAccount account,
    Optional<BankAccount> before,
    boolean isToldByPayee,
    AccountId notedBy,
    NamedParty notedFor,
    Instant notedAt,
    Optional<AccountId> confirmedBy) {}
