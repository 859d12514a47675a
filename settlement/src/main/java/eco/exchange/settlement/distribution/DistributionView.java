package eco.exchange.settlement.distribution;

import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Principle;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * How one income of a contract was shared. The parts make the whole, to the fen.
 *
 * @param contract the contract
 * @param income the kind of income
 * @param year the year of a revenue; 0 for the price
 * @param whole what came in
 * @param termsHash the SHA-256 of the terms by which it was shared
 * @param parts what each payee was paid, in the order of the payees
 * @param at when
 */
public record DistributionView(
    ContractId contract,
    Income income,
    int year,
    Money whole,
    String termsHash,
    List<Part> parts,
    Instant at) {

  /** Copies the list. */
  public DistributionView {
    parts = List.copyOf(parts);
  }

  /**
   * What one payee was paid.
   *
   * @param payee the key of the payee in the terms
   * @param name the full name
   * @param principle the ground of the payment
   * @param amount the payment
   * @param carriedIn what the payee was short of before, in fen, negative if it was ahead
   * @param carry what it is short of now, in fen; enters the next distribution of this income
   */
  public record Part(
      String payee,
      String name,
      Principle principle,
      Money amount,
      BigDecimal carriedIn,
      BigDecimal carry) {}
}
