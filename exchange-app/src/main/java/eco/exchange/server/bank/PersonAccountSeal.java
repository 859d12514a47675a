package eco.exchange.server.bank;

import eco.exchange.identity.secret.MaskedName;
import eco.exchange.identity.secret.PersonVault;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.person.AccountSeal;
import eco.exchange.settlement.person.SealedAccount;
import jakarta.inject.Singleton;

/** The accounts of persons, sealed as everything about persons is: bound to list and person. */
@Singleton
class PersonAccountSeal implements AccountSeal {

  private static final char BETWEEN = '\n';

  private final PersonVault vault;

  PersonAccountSeal(PersonVault vault) {
    this.vault = vault;
  }

  @Override
  public SealedAccount seal(BankAccount account, String list, String person) {
    BankAccount shown =
        new BankAccount(MaskedName.of(account.holder()), account.maskedNumber(), account.bank());
    // Neither a name nor a number has a line break.
    String text = account.holder() + BETWEEN + account.number() + BETWEEN + account.bank();
    return new SealedAccount(
        person,
        shown,
        vault.mark("account " + account.number(), list),
        vault.sealText(text, bond(list, person)));
  }

  @Override
  public BankAccount open(String sealed, String list, String person) {
    String[] parts = vault.openText(sealed, bond(list, person)).split("\n", -1);
    return new BankAccount(parts[0], parts[1], parts[2]);
  }

  private static String bond(String list, String person) {
    return "account|" + list + "|" + person;
  }
}
