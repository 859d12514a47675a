package eco.exchange.settlement.bank;

import eco.exchange.money.Money;

/**
 * A line of a statement or notice that moves nothing: it is pending, of nothing, or told for
 * information. It is kept, and nothing follows from it.
 *
 * @param reference the bank's own number of it; empty if it has none
 * @param why what it is, in one word of the message or of the exchange
 */
public record NotedLine(String reference, String why) implements AccountLine {

  @Override
  public Money effect() {
    return Money.ZERO;
  }

  @Override
  public String subject() {
    return reference;
  }
}
