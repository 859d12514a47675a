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
public record LedgerAccount(AccountName name, Money balance, Money held, boolean isClosed) {

  static LedgerAccount fresh(AccountName name) {
    return new LedgerAccount(name, Money.ZERO, Money.ZERO, false);
  }

  /** What may still leave the account. */
  public Money available() {
    return balance.minus(held);
  }

  LedgerAccount credited(Money amount) {
    return new LedgerAccount(name, balance.plus(amount), held, isClosed);
  }

  LedgerAccount debited(Money amount) {
    return new LedgerAccount(name, balance.minus(amount), held, isClosed);
  }

  LedgerAccount holding(Money amount) {
    return new LedgerAccount(name, balance, held.plus(amount), isClosed);
  }

  LedgerAccount freed(Money amount) {
    return new LedgerAccount(name, balance, held.minus(amount), isClosed);
  }

  boolean covers(Money amount) {
    return name.purpose().mayOwe() || !available().isBelow(amount);
  }
}
