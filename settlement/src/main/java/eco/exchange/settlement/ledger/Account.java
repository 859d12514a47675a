package eco.exchange.settlement.ledger;

import eco.exchange.money.Money;

/**
 * An account and what stands on it.
 *
 * @param name its name
 * @param balance what has been credited less what has been debited; pending transfers not counted
 * @param held how much of the balance pending transfers hold
 */
public record Account(AccountName name, Money balance, Money held) {

  /** An account on which nothing has happened. */
  static Account fresh(AccountName name) {
    return new Account(name, Money.ZERO, Money.ZERO);
  }

  /** What may still leave the account. */
  public Money available() {
    return balance.minus(held);
  }

  Account credited(Money amount) {
    return new Account(name, balance.plus(amount), held);
  }

  Account debited(Money amount) {
    return new Account(name, balance.minus(amount), held);
  }

  Account holding(Money amount) {
    return new Account(name, balance, held.plus(amount));
  }

  boolean covers(Money amount) {
    return name.purpose().mayOwe() || !available().isBelow(amount);
  }
}
