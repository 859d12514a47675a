package eco.exchange.contracts.clause;

import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Passage.Column;
import eco.exchange.contracts.print.manuscript.Passage.Side;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import java.util.ArrayList;
import java.util.List;

/** Sharing terms as tables: who is paid, by which steps, and the hash of all that. */
public final class SharingTables {

  private final SharingTerms terms;

  /** The tables of some terms. */
  public SharingTables(SharingTerms terms) {
    this.terms = terms;
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
          List.of(
              String.valueOf(rows.size() + 1), payee.name(), payee.principle().zh(), payee.key()));
    }
    return new Passage.Grid(
        List.of(
            new Column("序号", 2, Side.LEFT),
            new Column("收款方", 8, Side.LEFT),
            new Column("分配依据", 5, Side.LEFT),
            new Column("代号", 4, Side.LEFT)),
        rows,
        false);
  }

  /** By which steps an income is shared. */
  public Passage steps(Income income) {
    List<List<String>> rows =
        NumberedStep.of(terms, income).stream()
            .map(step -> List.of(step.number(), step.whom(terms), step.rule()))
            .toList();
    return new Passage.Grid(
        List.of(
            new Column("步骤", 2, Side.LEFT),
            new Column("收款方", 7, Side.LEFT),
            new Column("分配规则", 9, Side.LEFT)),
        rows,
        false);
  }
}
