package eco.exchange.contracts.clause;

import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.sentence.Sentences;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import java.util.ArrayList;
import java.util.List;

/** Sharing terms as tables: who is paid, by which steps, and the hash of all that. */
public final class SharingTables {

  private final SharingTerms terms;
  private final Sentences say;

  /** The tables of some terms. */
  public SharingTables(SharingTerms terms, Sentences say) {
    this.terms = terms;
    this.say = say;
  }

  /** The hash of the terms. */
  public Passage hash() {
    return Passage.Grid.keys(
        List.of(List.of("SHA-256", ChineseWording.grouped(TermsJson.hash(terms)))));
  }

  /** Who is paid, and on what ground. */
  public Passage payees() {
    List<List<String>> rows = new ArrayList<>();
    for (Payee payee : terms.payees()) {
      rows.add(
          say.of("sharing.payee")
              .with("number", rows.size() + 1)
              .with("name", payee.name())
              .with("principle", payee.principle(), Principle::zh)
              .with("key", payee.key())
              .cells());
    }
    return say.table("sharing.payees.head", rows);
  }

  /** By which steps an income is shared. */
  public Passage steps(Income income) {
    return say.table(
        "sharing.steps.head",
        NumberedStep.of(terms, income).stream()
            .map(step -> List.of(step.number(), step.whom(terms, say), step.rule(say)))
            .toList());
  }
}
