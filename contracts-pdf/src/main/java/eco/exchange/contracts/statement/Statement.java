package eco.exchange.contracts.statement;

import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.Income;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * One distribution as it is stated, with all that is needed to compute it again.
 *
 * @param contract the contract by whose terms was shared
 * @param termsHash the SHA-256 of those terms
 * @param income the kind of income
 * @param year the year of the revenue; nought for the price
 * @param whole what came in
 * @param carriedIn what each payee was still short of before, in fen; a payee not named, nothing
 * @param parts what each payee was paid, and is still short of after
 */
public record Statement(
    ContractId contract,
    String termsHash,
    Income income,
    int year,
    Money whole,
    Map<String, BigDecimal> carriedIn,
    List<Distribution.Part> parts) {

  /** Copies what can change. */
  public Statement {
    carriedIn = Map.copyOf(carriedIn);
    parts = List.copyOf(parts);
  }
}
