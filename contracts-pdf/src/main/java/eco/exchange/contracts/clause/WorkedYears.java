package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Passage.Column;
import eco.exchange.contracts.print.manuscript.Passage.Side;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Entitlement;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Recognition;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Taker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  private static final List<String> YEARS = List.of("第一年", "第二年", "第三年");

  private WorkedYears() {}

  /**
   * The clause of a contract; that of an amendment leaves out the price, which it cannot change.
   */
  static Clause of(Deal deal) {
    SharingTerms terms = deal.terms();
    List<Money> revenues = revenues(deal);
    AssumedYearFacts facts = new AssumedYearFacts(terms, revenues.getFirst());
    List<Distribution> years = years(terms, revenues, facts);
    Optional<Distribution> price =
        deal.amends().isPresent() ? Optional.empty() : Optional.of(first(deal));
    Clause.Draft draft =
        Clause.about(Matter.EXAMPLES)
            .says(
                "%s假定的三个年度经营收入，按第%s条分配如下（单位：元）。年度经营收入为假定数，仅说明算法，不构成收益承诺。",
                price.map(sold -> name(sold) + "和").orElse(""), sharing())
            .shows(amounts(terms, price, years));
    if (facts.areNeeded()) {
      draft.says("以上三个年度另作如下假定。").shows(facts.shown());
    }
    left(draft, terms, years);
    price.stream()
        .flatMap(shared -> recognised(deal, shared.income()).stream())
        .forEach(sentence -> draft.says("%s", sentence));
    return draft.done();
  }

  /** The price, or the first instalment of it, as it will be shared. */
  private static Distribution first(Deal deal) {
    Money price = deal.sale().price();
    return deal.sale()
        .plan()
        .map(plan -> plan.principals(price).getFirst())
        .map(part -> deal.terms().distribute(Income.INSTALMENT, part, DistributionBasis.NONE))
        .orElseGet(() -> deal.terms().distribute(Income.PRICE, price, DistributionBasis.NONE));
  }

  private static String name(Distribution sold) {
    return sold.income() == Income.INSTALMENT ? "首期价款" : sold.income().zh();
  }

  /** What each year leaves to the next. */
  private static void left(Clause.Draft draft, SharingTerms terms, List<Distribution> years) {
    draft
        .says("各年末结转的尾差如下（单位：分；正数为少付，负数为多付），计入下一年度。")
        .shows(byYear(terms.payees(), years, part -> ChineseWording.number(part.carry())));
    List<Payee> recouping = recouping(terms);
    if (!recouping.isEmpty()) {
      draft
          .says("各年末累计收回数如下（单位：元）。")
          .shows(byYear(recouping, years, part -> ChineseWording.yuan(part.recouped())));
    }
  }

  /** A year's revenue as it is assumed to show how it would be shared. */
  static Money assumed(Deal deal) {
    return revenues(deal).getFirst();
  }

  private static List<Payee> recouping(SharingTerms terms) {
    Set<String> keys =
        NumberedStep.paying(terms, Income.REVENUE).stream()
            .map(numbered -> numbered.step().taker())
            .filter(Taker.Recoup.class::isInstance)
            .map(Taker::name)
            .collect(Collectors.toSet());
    return terms.payees().stream().filter(payee -> keys.contains(payee.key())).toList();
  }

  /** How what a collective gets of the price counts as income, year by year. */
  private static List<String> recognised(Deal deal, Income income) {
    int years = deal.subject().termYears();
    Distribution price =
        deal.terms().distribute(income, deal.sale().price(), DistributionBasis.NONE);
    return years < 2
        ? List.of()
        : NumberedStep.of(deal.terms(), deal.terms().waterfall(income).income()).stream()
            .map(numbered -> numbered.step().taker())
            .filter(Taker.Collective.class::isInstance)
            .map(layer -> recognised(layer, price, years))
            .toList();
  }

  private static String recognised(Taker layer, Distribution price, int years) {
    Rational given =
        price.entitlements().stream()
            .filter(entitlement -> layer.steps().contains(entitlement.step()))
            .map(Entitlement::exact)
            .reduce(Rational.ZERO, Rational::plus);
    List<Money> schedule = Recognition.over(new Money(given.floor()), years);
    return "%s从成交价款中所得，在%d个受益年度内逐年确认为收入，不得一次分光：前%d年每年%s元，最后一年%s元。"
        .formatted(
            layer.name(),
            years,
            years - 1,
            ChineseWording.figures(schedule.getFirst()),
            ChineseWording.figures(schedule.getLast()));
  }

  private static String sharing() {
    return ChineseWording.numeral(Matter.SHARING.number());
  }

  /** About a year's part of the price in round figures, then a third more, then a third less. */
  private static List<Money> revenues(Deal deal) {
    long yearly = deal.sale().price().fen() / Math.max(1, deal.subject().termYears());
    long base = Math.max(BASE_MIN_FEN, yearly / BASE_STEP_FEN * BASE_STEP_FEN);
    return List.of(new Money(base), new Money(base / 3 * 4 + 1), new Money(base / 3 * 2 + 1));
  }

  private static List<Distribution> years(
      SharingTerms terms, List<Money> revenues, AssumedYearFacts facts) {
    List<Distribution> years = new ArrayList<>();
    DistributionBasis standing = DistributionBasis.NONE;
    for (Money revenue : revenues) {
      Distribution year =
          terms.distribute(Income.REVENUE, revenue, facts.in(years.size(), standing));
      standing = year.standing();
      years.add(year);
    }
    return years;
  }

  private static Passage amounts(
      SharingTerms terms, Optional<Distribution> price, List<Distribution> years) {
    List<Distribution> shared = Stream.concat(price.stream(), years.stream()).toList();
    List<List<String>> rows = new ArrayList<>();
    for (Payee payee : terms.payees()) {
      rows.add(row(payee.name(), shared, each -> amount(each, payee)));
    }
    rows.add(row("合计", shared, each -> ChineseWording.figures(each.whole())));
    List<Column> columns = new ArrayList<>(List.of(new Column("收款方", 7, Side.LEFT)));
    price.ifPresent(sold -> columns.add(new Column(name(sold), 4, Side.RIGHT)));
    YEARS.forEach(year -> columns.add(new Column(year, 4, Side.RIGHT)));
    return new Passage.Grid(columns, rows, true);
  }

  private static List<String> row(
      String name, List<Distribution> shared, Function<Distribution, String> figure) {
    return Stream.concat(Stream.of(name), shared.stream().map(figure)).toList();
  }

  private static Passage byYear(
      List<Payee> payees, List<Distribution> years, Function<Distribution.Part, String> figure) {
    List<List<String>> rows =
        payees.stream()
            .map(payee -> row(payee.name(), years, year -> figure.apply(part(year, payee))))
            .toList();
    List<Column> columns = new ArrayList<>(List.of(new Column("收款方", 7, Side.LEFT)));
    YEARS.forEach(year -> columns.add(new Column(year + "末", 4, Side.RIGHT)));
    return new Passage.Grid(columns, rows, false);
  }

  private static String amount(Distribution distribution, Payee payee) {
    return ChineseWording.figures(part(distribution, payee).amount());
  }

  private static Distribution.Part part(Distribution distribution, Payee payee) {
    return distribution.parts().stream()
        .filter(part -> part.payee().equals(payee.key()))
        .findFirst()
        .orElseThrow();
  }
}
