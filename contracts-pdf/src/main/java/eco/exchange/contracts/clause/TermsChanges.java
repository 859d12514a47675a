package eco.exchange.contracts.clause;

import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Passage.Column;
import eco.exchange.contracts.print.manuscript.Passage.Side;
import eco.exchange.contracts.sentence.Sentences;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.money.Money;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Waterfall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The changes that an amendment makes: who is new, which steps are others, and what that means in
 * yuan.
 */
final class TermsChanges {

  private static final String NOTHING = "（无）";

  private final SharingTerms before;
  private final SharingTerms after;

  TermsChanges(SharingTerms before, SharingTerms after) {
    this.before = before;
    this.after = after;
  }

  /** Who is paid that was not paid before. */
  List<Payee> added() {
    List<Payee> added = new ArrayList<>(after.payees());
    added.removeAll(before.payees());
    return added;
  }

  /** The kinds of income whose steps change. */
  List<Income> incomes() {
    TreeSet<Income> changed = new TreeSet<>();
    changed.addAll(stated(before, after));
    changed.addAll(stated(after, before));
    return List.copyOf(changed);
  }

  private static List<Income> stated(SharingTerms terms, SharingTerms others) {
    List<Waterfall> own = new ArrayList<>(terms.waterfalls());
    own.removeAll(others.waterfalls());
    return own.stream().map(Waterfall::income).toList();
  }

  /** The steps of an income that are others than before, side by side. */
  Passage steps(Income income) {
    Map<String, String> was = steps(before, income);
    Map<String, String> is = steps(after, income);
    Map<String, String> all = new LinkedHashMap<>(is);
    was.forEach(all::putIfAbsent);
    List<List<String>> rows = new ArrayList<>();
    for (String number : all.keySet().stream().sorted(TermsChanges::byNumber).toList()) {
      String old = was.getOrDefault(number, NOTHING);
      String next = is.getOrDefault(number, NOTHING);
      if (!old.equals(next)) {
        rows.add(List.of(number, old, next));
      }
    }
    return new Passage.Grid(
        List.of(
            new Column("步骤", 2, Side.LEFT),
            new Column("修改前", 8, Side.LEFT),
            new Column("修改后", 8, Side.LEFT)),
        rows,
        false);
  }

  private static Map<String, String> steps(SharingTerms terms, Income income) {
    Map<String, String> steps = new LinkedHashMap<>();
    if (terms.shares(income)) {
      NumberedStep.of(terms, income)
          .forEach(
              step ->
                  steps.put(
                      step.number(),
                      "%s：%s"
                          .formatted(
                              step.whom(terms, Sentences.CHINESE), step.rule(Sentences.CHINESE))));
    }
    return steps;
  }

  // '4.2' stands before '4.10', and a group before its own steps.
  private static int byNumber(String one, String other) {
    String[] left = one.split("\\.");
    String[] right = other.split("\\.");
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int order = Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }

  /** What each payee gets of the same revenue, by the steps before and after. */
  Passage compared(Money revenue) {
    Map<String, Money> was = shared(before, revenue);
    Map<String, Money> is = shared(after, revenue);
    List<List<String>> rows = new ArrayList<>();
    for (Payee payee : after.payees()) {
      Money old = was.getOrDefault(payee.key(), Money.ZERO);
      Money next = is.getOrDefault(payee.key(), Money.ZERO);
      rows.add(row(payee.name(), old, next));
    }
    rows.add(row("合计", revenue, revenue));
    return new Passage.Grid(
        List.of(
            new Column("收款方", 7, Side.LEFT),
            new Column("修改前", 4, Side.RIGHT),
            new Column("修改后", 4, Side.RIGHT),
            new Column("增减", 4, Side.RIGHT)),
        rows,
        true);
  }

  private static List<String> row(String name, Money old, Money next) {
    return List.of(
        name,
        ChineseWording.figures(old),
        ChineseWording.figures(next),
        ChineseWording.figures(next.minus(old)));
  }

  private static Map<String, Money> shared(SharingTerms terms, Money revenue) {
    Map<String, Money> amounts = new LinkedHashMap<>();
    for (Distribution.Part part :
        terms.distribute(Income.REVENUE, revenue, DistributionBasis.NONE).parts()) {
      amounts.put(part.payee(), part.amount());
    }
    return amounts;
  }
}
