package eco.exchange.contracts.statement;

import eco.exchange.money.Money;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.SealedContract;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a settlement statement states: one distribution, and the payee to whom it is explained.
 *
 * @param contract the sealed contract by whose terms was shared
 * @param income the kind of income
 * @param year the year of the revenue; nought for the price, which comes once
 * @param whole what came in
 * @param carriedIn what earlier distributions of the same income left each payee short of, in fen;
 *     a payee not named has nothing carried
 * @param parts what each payee was paid, as settlement booked it
 * @param payee the key of the payee to whom the statement is made out
 * @param distributedAt when it was shared
 */
public record StatementPaper(
    SealedContract contract,
    Income income,
    int year,
    Money whole,
    Map<String, BigDecimal> carriedIn,
    List<Distribution.Part> parts,
    String payee,
    Instant distributedAt) {

  /** Copies what can change. */
  public StatementPaper {
    carriedIn = Map.copyOf(carriedIn);
    parts = List.copyOf(parts);
  }

  /** The distribution that is explained. */
  Statement statement() {
    return new Statement(
        contract.contract(), contract.termsHash(), income, year, whole, carriedIn, parts);
  }
}
