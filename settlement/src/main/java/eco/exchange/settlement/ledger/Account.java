package eco.exchange.settlement.ledger;

import eco.exchange.money.Money;

/**
 * An account, and what stands on it.
 *
 * @param name its name
 * @param balance what has entered it less what has left it
 * @param held the part of the balance that is held
 * @param isClosed whether it takes nothing in any more; what stands on it may still leave
 */
public record Account(AccountName name, Money balance, Money held, boolean isClosed) {

  static Account fresh(AccountName name) {
    return new Account(name, Money.ZERO, Money.ZERO, false);
  }

  /** What may still leave the account. */
  public Money available() {
    return balance.minus(held);
  }

  Account credited(Money amount) {
    return new Account(name, balance.plus(amount), held, isClosed);
  }

  Account debited(Money amount) {
    return new Account(name, balance.minus(amount), held, isClosed);
  }

  Account holding(Money amount) {
    return new Account(name, balance, held.plus(amount), isClosed);
  }

  Account freed(Money amount) {
    return new Account(name, balance, held.minus(amount), isClosed);
  }

  boolean covers(Money amount) {
    return name.purpose().mayOwe() || !available().isBelow(amount);
  }
}
