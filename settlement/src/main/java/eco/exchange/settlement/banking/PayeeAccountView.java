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
 * @param trade the trade to which it belongs, or what else it belongs to
 * @param beneficiary how the last order, or else the contract, calls the payee; else empty
 * @param party the party that the payee is, if the exchange knows
 * @param account where the payee is to be paid
 * @param before the account that had been confirmed last when this one was noted, if one had
 * @param notedBy who has noted it
 * @param notedFor the party for which that person acts: the centre, or the payee itself
 * @param notedAt when
 * @param confirmedBy who has confirmed it; until somebody has, nothing is paid to it
 */
public record PayeeAccountView(
    long number,
    String payee,
    String trade,
    String beneficiary,
    Optional<PartyId> party,
    BankAccount account,
    Optional<BankAccount> before,
    AccountId notedBy,
    PartyId notedFor,
    Instant notedAt,
    Optional<AccountId> confirmedBy) {

  /** Whether the payee itself has told the account, and nobody else for it. */
  public boolean isToldByPayee() {
    return party.filter(notedFor::equals).isPresent();
  }
}
