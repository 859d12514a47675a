package eco.exchange.web.contract;

import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.StatementView;
import eco.exchange.sharing.Entitlement;
import eco.exchange.sharing.Step;
import java.math.BigDecimal;
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
   * @param step the kind of step: fixed, percent or remainder
   * @param size the amount, or the share in percent; empty for a remainder
   * @param base the amount in fen of which a percentage was taken
   * @param exact the amount in fen, with every fraction
   */
  record Clause(String step, String size, BigDecimal base, BigDecimal exact) {}

  static StatementSheet of(StatementView statement) {
    return new StatementSheet(
        statement.distribution(),
        statement.part(),
        statement.entitlements().stream().map(StatementSheet::clause).toList());
  }

  private static Clause clause(Entitlement told) {
    return switch (told.step()) {
      case Step.Fixed fixed ->
          new Clause("fixed", fixed.amount().decimal(), told.base(), told.exact());
      case Step.Percent percent ->
          new Clause("percent", percent.share().inPercent(), told.base(), told.exact());
      case Step.Remainder rest -> new Clause("remainder", "", told.base(), told.exact());
      case Step.Group group ->
          throw new IllegalStateException("a group pays nobody itself: " + group.name());
    };
  }
}
