package eco.exchange.settlement.bank;

import eco.exchange.money.Money;
import java.time.LocalDate;

/**
 * What a statement covers, from balance to balance.
 *
 * @param opening what stood on the account before its first line
 * @param opensOn the day of that balance
 * @param closing what stood on it after its last line
 * @param closesOn the day of that
 */
public record StatementPeriod(Money opening, LocalDate opensOn, Money closing, LocalDate closesOn) {

  /** Whether it begins with what another has closed with, and not before. */
  public boolean follows(StatementPeriod before) {
    return opening.equals(before.closing) && !closesOn.isBefore(before.closesOn);
  }
}
