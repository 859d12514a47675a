package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.sentence.Sentences;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import eco.exchange.sharing.Waterfall;
import java.util.ArrayList;
import java.util.List;

/** The clauses on how each income is shared, put in words from the terms that settlement runs. */
final class SharingClauses {

  private final SharingTerms terms;
  private final Sentences say;
  private final SharingTables tables;

  SharingClauses(SharingTerms terms, Sentences say) {
    this.terms = terms;
    this.say = say;
    this.tables = new SharingTables(terms, say);
  }

  Clause sharing() {
    Clause.Draft draft =
        Clause.about(Matter.SHARING, say).says("sharing.principle").shows(tables.payees());
    terms.waterfalls().stream()
        .map(Waterfall::income)
        .sorted()
        .forEach(
            income ->
                draft
                    .says(say.of("sharing.steps").with("income", income, Income::zh))
                    .shows(tables.steps(income)));
    if (!terms.shares(Income.REVENUE)) {
      draft.says("sharing.no-revenue");
    }
    if (TermsJson.form(terms).equals(TermsJson.SECOND_FORM)) {
      draft.states(say.list("sharing.grounds.list", grounds()));
    }
    return draft.says("sharing.rounding").says("sharing.data").shows(tables.hash()).done();
  }

  /** What a distribution depends on besides the amount, and what becomes of other incomes. */
  private List<String> grounds() {
    List<String> grounds = new ArrayList<>(List.of(say.of("sharing.grounds").text()));
    for (Income income : Income.values()) {
      if (!terms.shares(income)) {
        grounds.add(say.of("sharing.grounds.apart").with("income", income, Income::zh).text());
      } else if (terms.waterfall(income).income() != income) {
        grounds.add(
            say.of("sharing.grounds.alike")
                .with("income", income, Income::zh)
                .with("like", terms.waterfall(income).income(), Income::zh)
                .text());
      }
    }
    return grounds;
  }
}
