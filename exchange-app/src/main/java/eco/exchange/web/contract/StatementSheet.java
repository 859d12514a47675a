package eco.exchange.web.contract;

import com.fasterxml.jackson.annotation.JsonRawValue;
import eco.exchange.money.Rational;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.StatementView;
import eco.exchange.sharing.Entitlement;
import eco.exchange.sharing.TermsJson;
import java.util.List;

/**
 * The statement of one payee, as it is told over HTTP.
 *
 * @param distribution the whole distribution, so that anybody can recompute it
 * @param part what this payee was paid, with what was carried in and out
 * @param clauses what each clause gave this payee, before anything was rounded
 */
record StatementSheet(
    DistributionView distribution, DistributionView.Part part, List<Clause> clauses) {

  /**
   * What one clause gave.
   *
   * @param step the step, in the words of the sharing terms
   * @param base the amount in fen of which a part was taken
   * @param exact the amount in fen, with every fraction
   */
  record Clause(@JsonRawValue String step, Rational base, Rational exact) {}

  static StatementSheet of(StatementView statement) {
    return new StatementSheet(
        statement.distribution(),
        statement.part(),
        statement.entitlements().stream().map(StatementSheet::clause).toList());
  }

  private static Clause clause(Entitlement told) {
    return new Clause(TermsJson.write(told.step()), told.base(), told.exact());
  }
}
