package eco.exchange.settlement.person;

import eco.exchange.settlement.bank.BankAccount;

/**
 * The seal of the accounts of persons: they are sealed as soon as they are told, and opened when
 * the bank is told to pay to them, and at no other time.
 */
public interface AccountSeal {

  /**
   * Seals an account.
   *
   * @param list the roster's list on which the person stands, for example 'E...-V1/villagers'
   * @param person the blind index of the person who is paid to it
   */
  SealedAccount seal(BankAccount account, String list, String person);

  /**
   * Opens an account.
   *
   * @throws IllegalStateException if it was sealed for another list or person, or changed
   */
  BankAccount open(String sealed, String list, String person);
}
