package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.sentence.Sentence;
import eco.exchange.contracts.sentence.Sentences;
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

  private final Deal deal;
  private final SharingTerms terms;
  private final Sentences say;

  WorkedYears(Deal deal, Sentences say) {
    this.deal = deal;
    this.terms = deal.terms();
    this.say = say;
  }

  /**
   * The clause of a contract; that of an amendment leaves out the price, which it cannot change.
   */
  Clause examples() {
    return deal.subject().termYears() == 0 ? ofThePrice() : ofYears();
  }

  /** Without a term no year follows that could be shown. */
  private Clause ofThePrice() {
    Distribution price = first();
    String key = key(price) + "-once";
    return Clause.about(Matter.EXAMPLES, say)
        .says(say.of(key).clause("clause", Matter.SHARING))
        .shows(amounts(key + ".head", List.of(price)))
        .done();
  }

  private Clause ofYears() {
    List<Money> revenues = revenues(deal);
    AssumedYearFacts facts = new AssumedYearFacts(terms, revenues.getFirst());
    List<Distribution> years = terms.shares(Income.REVENUE) ? years(revenues, facts) : List.of();
    Optional<Distribution> price =
        deal.amends().isPresent() ? Optional.empty() : Optional.of(first());
    String key =
        price.map(WorkedYears::key).orElse("examples.revenue") + (years.isEmpty() ? ".alone" : "");
    Clause.Draft draft =
        Clause.about(Matter.EXAMPLES, say)
            .says(say.of(key).clause("clause", Matter.SHARING))
            .shows(amounts(key + ".head", Stream.concat(price.stream(), years.stream()).toList()));
    if (facts.areNeeded()) {
      draft.says("examples.assumed").shows(facts.shown(say));
    }
    left(draft, years);
    price.stream().flatMap(shared -> recognised(shared.income())).forEach(draft::says);
    return draft.done();
  }

  /** The price, or the first instalment of it, as it will be shared. */
  private Distribution first() {
    Money price = deal.sale().price();
    return deal.sale()
        .plan()
        .map(plan -> plan.principals(price).getFirst())
        .map(part -> terms.distribute(Income.INSTALMENT, part, DistributionBasis.NONE))
        .orElseGet(() -> terms.distribute(Income.PRICE, price, DistributionBasis.NONE));
  }

  private static String key(Distribution sold) {
    return sold.income() == Income.INSTALMENT ? "examples.instalment" : "examples.price";
  }

  /** What each year leaves to the next. */
  private void left(Clause.Draft draft, List<Distribution> years) {
    if (years.isEmpty()) {
      return;
    }
    draft
        .says("examples.carried")
        .shows(byYear(terms.payees(), years, part -> ChineseWording.number(part.carry())));
    List<Payee> recouping = recouping();
    if (!recouping.isEmpty()) {
      draft
          .says("examples.recovered")
          .shows(byYear(recouping, years, part -> say.yuan(part.recouped())));
    }
  }

  /** A year's revenue as it is assumed to show how it would be shared. */
  static Money assumed(Deal deal) {
    return revenues(deal).getFirst();
  }

  private List<Payee> recouping() {
    Set<String> keys =
        NumberedStep.paying(terms, Income.REVENUE).stream()
            .map(numbered -> numbered.step().taker())
            .filter(Taker.Recoup.class::isInstance)
            .map(Taker::name)
            .collect(Collectors.toSet());
    return terms.payees().stream().filter(payee -> keys.contains(payee.key())).toList();
  }

  /** How what a collective gets of the price counts as income, year by year. */
  private Stream<Sentence> recognised(Income income) {
    int years = deal.subject().termYears();
    Distribution price = terms.distribute(income, deal.sale().price(), DistributionBasis.NONE);
    return years < 2
        ? Stream.of()
        : NumberedStep.of(terms, terms.waterfall(income).income()).stream()
            .map(numbered -> numbered.step().taker())
            .filter(Taker.Collective.class::isInstance)
            .map(layer -> recognised(layer, price, years));
  }

  private Sentence recognised(Taker layer, Distribution price, int years) {
    Rational given =
        price.entitlements().stream()
            .filter(entitlement -> layer.steps().contains(entitlement.step()))
            .map(Entitlement::exact)
            .reduce(Rational.ZERO, Rational::plus);
    List<Money> schedule = Recognition.over(new Money(given.floor()), years);
    return say.of("examples.recognised")
        .with("collective", layer.name())
        .with("years", years)
        .with("earlier", years - 1)
        .figures("each", schedule.getFirst())
        .figures("last", schedule.getLast());
  }

  /** About a year's part of the price in round figures, then a third more, then a third less. */
  private static List<Money> revenues(Deal deal) {
    long yearly = deal.sale().price().fen() / deal.subject().termYears();
    long base = Math.max(BASE_MIN_FEN, yearly / BASE_STEP_FEN * BASE_STEP_FEN);
    return List.of(new Money(base), new Money(base / 3 * 4 + 1), new Money(base / 3 * 2 + 1));
  }

  private List<Distribution> years(List<Money> revenues, AssumedYearFacts facts) {
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

  private Passage amounts(String head, List<Distribution> shared) {
    List<List<String>> rows = new ArrayList<>();
    for (Payee payee : terms.payees()) {
      rows.add(row(payee.name(), shared, each -> amount(each, payee)));
    }
    String total = say.of("examples.total").text();
    rows.add(row(total, shared, each -> ChineseWording.figures(each.whole())));
    return say.sum(head, rows);
  }

  private static List<String> row(
      String name, List<Distribution> shared, Function<Distribution, String> figure) {
    return Stream.concat(Stream.of(name), shared.stream().map(figure)).toList();
  }

  private Passage byYear(
      List<Payee> payees, List<Distribution> years, Function<Distribution.Part, String> figure) {
    return say.table(
        "examples.year-ends.head",
        payees.stream()
            .map(payee -> row(payee.name(), years, year -> figure.apply(part(year, payee))))
            .toList());
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
