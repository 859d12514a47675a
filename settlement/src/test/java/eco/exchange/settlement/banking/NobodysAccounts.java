package eco.exchange.settlement.banking;

import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.person.AccountSeal;
import eco.exchange.settlement.person.SealedAccount;

/** Where no person is paid, nothing is sealed and nothing may be opened. */
final class NobodysAccounts implements AccountSeal {

  @Override
  public SealedAccount seal(BankAccount account, String list, String person) {
    throw new AssertionError("nobody is paid here");
  }

  @Override
  public BankAccount open(String sealed, String list, String person) {
    throw new AssertionError("nobody is paid here");
  }
}
