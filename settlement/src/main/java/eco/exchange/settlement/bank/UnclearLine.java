package eco.exchange.settlement.bank;

import eco.exchange.money.Money;

/**
 * A line of a statement or notice of which the exchange cannot say what it is: a person asks the
 * bank, and the lines beside it are taken.
 *
 * @param reference the bank's own number of it; empty if it has none
 * @param effect what it does to the balance; nothing, if not even that can be read
 * @param why what is unclear
 */
public record UnclearLine(String reference, Money effect, String why) implements AccountLine {

  @Override
  public String subject() {
    return "%s %s".formatted(effect.signed(), reference).strip();
  }
}
