package eco.exchange.settlement.person;

import eco.exchange.settlement.bank.BankAccount;

/**
 * The account of a person, as far as it may be known before the bank is told to pay to it.
 *
 * @param person the blind index of the person who is paid to it
 * @param shown the account with its holder's name and its number masked
 * @param mark what the same number always gives on the same list, and nobody can lead back
 * @param sealed the account itself, which opens for this person on this list alone
 */
public record SealedAccount(String person, BankAccount shown, String mark, String sealed) {}
