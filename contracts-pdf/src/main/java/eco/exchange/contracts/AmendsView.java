package eco.exchange.contracts;

import eco.exchange.contracts.clause.Amends;
import eco.exchange.market.ContractId;
import java.time.LocalDate;

/**
 * What makes a contract an amendment, as pages show it.
 *
 * @param original the contract that was first concluded
 * @param previous the version before
 * @param from the first day of the first year whose incomes are shared by it
 */
public record AmendsView(ContractId original, ContractId previous, LocalDate from) {

  static AmendsView of(Amends amends) {
    return new AmendsView(amends.original(), amends.previous(), amends.from());
  }
}
