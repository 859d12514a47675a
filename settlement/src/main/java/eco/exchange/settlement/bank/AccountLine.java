package eco.exchange.settlement.bank;

import eco.exchange.money.Money;

/** One line of a statement or notice: a movement, what moves nothing, or what cannot be judged. */
public sealed interface AccountLine extends BankLine permits BankEntry, NotedLine, UnclearLine {

  /** What it does to the balance of the account. */
  Money effect();
}
