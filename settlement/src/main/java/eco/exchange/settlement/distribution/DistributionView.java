package eco.exchange.settlement.distribution;

import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Principle;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

  /** The key under which the distribution is kept, for example 'E...M-V1/REVENUE/2027'. */
  public static String key(ContractId contract, Income income, int year) {
    return contract.number() + "/" + income + "/" + year;
  }

  /** This distribution with the parts of another after its own. */
  public DistributionView and(DistributionView more) {
    List<Part> all = Stream.concat(parts.stream(), more.parts.stream()).toList();
    return new DistributionView(contract, income, year, whole, termsHash, all, at);
  }

  /** The key of this distribution. */
  public String key() {
    return key(contract, income, year);
  }

  /** What the next distribution of the same income starts from, in fen, by payee. */
  public Map<String, BigDecimal> carried() {
    Map<String, BigDecimal> carried = new LinkedHashMap<>();
    parts.forEach(part -> carried.put(part.payee(), part.carry()));
    return carried;
  }

  /** What this distribution started from, in fen, by payee. */
  public Map<String, BigDecimal> carriedIn() {
    Map<String, BigDecimal> carried = new LinkedHashMap<>();
    parts.forEach(part -> carried.put(part.payee(), part.carriedIn()));
    return carried;
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
