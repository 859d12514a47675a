package eco.exchange.contracts.clause;

import eco.exchange.contracts.paper.Passage;
import eco.exchange.contracts.paper.Passage.Column;
import eco.exchange.contracts.paper.Passage.Side;
import eco.exchange.money.Money;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.SharingTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Worked examples: the price, and three years of assumed revenue, shared by the function that will
 * pay.
 *
 * <p>The assumed revenues are odd on purpose, so that a reader sees how fractions of a fen are
 * carried from one year to the next.
 */
final class WorkedYears {

  private static final long BASE_MIN_FEN = 1_000_000;
  private static final long BASE_STEP_FEN = 1_000_000;

  private WorkedYears() {}

  static Clause of(Deal deal) {
    SharingTerms terms = deal.terms();
    Distribution price = terms.distribute(Income.PRICE, deal.sale().price(), Map.of());
    List<Distribution> years = years(terms, revenues(deal));
    return Clause.about(Matter.EXAMPLES)
        .says("成交价款和假定的三个年度经营收入，按第%s条分配如下（单位：元）。年度经营收入为假定数，仅说明算法，不构成收益承诺。", sharing())
        .shows(amounts(terms, price, years))
        .says("各年末结转的尾差如下（单位：分；正数为少付，负数为多付），计入下一年度。")
        .shows(carries(terms, years))
        .done();
  }

  private static String sharing() {
    return Wording.numeral(MoneyClauses.number(Matter.SHARING));
  }

  /** About a year's part of the price in round figures, then a third more, then a third less. */
  private static List<Money> revenues(Deal deal) {
    long yearly = deal.sale().price().fen() / Math.max(1, deal.subject().termYears());
    long base = Math.max(BASE_MIN_FEN, yearly / BASE_STEP_FEN * BASE_STEP_FEN);
    return List.of(new Money(base), new Money(base / 3 * 4 + 1), new Money(base / 3 * 2 + 1));
  }

  private static List<Distribution> years(SharingTerms terms, List<Money> revenues) {
    List<Distribution> years = new ArrayList<>();
    Map<String, BigDecimal> carried = Map.of();
    for (Money revenue : revenues) {
      Distribution year = terms.distribute(Income.REVENUE, revenue, carried);
      carried = year.carried();
      years.add(year);
    }
    return years;
  }

  private static Passage amounts(SharingTerms terms, Distribution price, List<Distribution> years) {
    List<List<String>> rows = new ArrayList<>();
    for (Payee payee : terms.payees()) {
      List<String> row = new ArrayList<>(List.of(payee.name(), amount(price, payee)));
      years.forEach(year -> row.add(amount(year, payee)));
      rows.add(row);
    }
    List<String> total = new ArrayList<>(List.of("合计", Wording.figures(price.whole())));
    years.forEach(year -> total.add(Wording.figures(year.whole())));
    rows.add(total);
    return new Passage.Grid(
        List.of(
            new Column("收款方", 7, Side.LEFT),
            new Column(Income.PRICE.zh(), 4, Side.RIGHT),
            new Column("第一年", 4, Side.RIGHT),
            new Column("第二年", 4, Side.RIGHT),
            new Column("第三年", 4, Side.RIGHT)),
        rows,
        true);
  }

  private static Passage carries(SharingTerms terms, List<Distribution> years) {
    List<List<String>> rows = new ArrayList<>();
    for (Payee payee : terms.payees()) {
      List<String> row = new ArrayList<>(List.of(payee.name()));
      years.forEach(year -> row.add(part(year, payee).carry().toPlainString()));
      rows.add(row);
    }
    return new Passage.Grid(
        List.of(
            new Column("收款方", 7, Side.LEFT),
            new Column("第一年末", 4, Side.RIGHT),
            new Column("第二年末", 4, Side.RIGHT),
            new Column("第三年末", 4, Side.RIGHT)),
        rows,
        false);
  }

  private static String amount(Distribution distribution, Payee payee) {
    return Wording.figures(part(distribution, payee).amount());
  }

  private static Distribution.Part part(Distribution distribution, Payee payee) {
    return distribution.parts().stream()
        .filter(part -> part.payee().equals(payee.key()))
        .findFirst()
        .orElseThrow();
  }
}
