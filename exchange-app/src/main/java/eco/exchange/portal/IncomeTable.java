package eco.exchange.portal;

import eco.exchange.money.Money;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * One income and who gets how much of it, as a table shows it.
 *
 * @param income the kind of income
 * @param occasion what it was paid for; empty in an example
 * @param whole all of it
 * @param parts who gets how much
 */
record IncomeTable(Income income, Optional<Occasion> occasion, Money whole, List<Part> parts) {

  /**
   * One line of the table.
   *
   * @param payee the key of the payee
   * @param name the full name
   * @param principle the ground of the payment
   * @param amount the amount, to the fen
   * @param percent its part of the whole, rounded for reading only
   */
  record Part(String payee, String name, Principle principle, Money amount, BigDecimal percent) {}

  static Part part(Payee payee, Money amount, Money whole) {
    return new Part(payee.key(), payee.name(), payee.principle(), amount, percent(amount, whole));
  }

  static Part part(DistributionView.Part part, Money whole) {
    return new Part(
        part.payee(), part.name(), part.principle(), part.amount(), percent(part.amount(), whole));
  }

  private static BigDecimal percent(Money amount, Money whole) {
    return whole.isZero()
        ? BigDecimal.ZERO
        : amount.inYuan().movePointRight(2).divide(whole.inYuan(), 2, RoundingMode.HALF_UP);
  }
}
