package eco.exchange.contracts.clause;

import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.sentence.Sentence;
import eco.exchange.contracts.sentence.Sentences;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.money.Money;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Measure;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SharingTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The facts that the worked years assume besides the revenue, if the terms ask for them.
 *
 * <p>Erosion is at the first threshold, then above it, then not monitored; a pledgee is owed a
 * tenth of the first year's revenue, then half of that, then nothing.
 */
final class AssumedYearFacts {

  private static final long PART_DUE = 10;

  private final List<Optional<Integer>> erosion;
  private final List<Payee> pledgees;
  private final List<Money> due;

  AssumedYearFacts(SharingTerms terms, Money revenue) {
    this.erosion =
        threshold(terms)
            .map(at -> List.of(Optional.of(at), Optional.of(at + 1), Optional.<Integer>empty()))
            .orElse(List.of());
    this.pledgees =
        terms.payees().stream().filter(it -> it.principle() == Principle.PLEDGEE).toList();
    Money first = new Money(revenue.fen() / PART_DUE);
    this.due = List.of(first, new Money(first.fen() / 2), Money.ZERO);
  }

  private static Optional<Integer> threshold(SharingTerms terms) {
    return NumberedStep.of(terms, Income.REVENUE).stream()
        .map(numbered -> numbered.step().measure())
        .filter(Measure.Rising.class::isInstance)
        .map(measure -> ((Measure.Rising) measure).threshold())
        .findFirst();
  }

  boolean areNeeded() {
    return !erosion.isEmpty() || !pledgees.isEmpty();
  }

  /** What a year starts from: what the year before has left, and what is assumed of this one. */
  DistributionBasis in(int year, DistributionBasis left) {
    Map<String, Money> owed =
        pledgees.stream().collect(Collectors.toMap(Payee::key, pledgee -> due.get(year)));
    return left.knowing(owed, erosion.isEmpty() ? Optional.empty() : erosion.get(year));
  }

  /** The assumptions as a table. */
  Passage shown(Sentences say) {
    List<List<String>> rows = new ArrayList<>();
    if (!erosion.isEmpty()) {
      String unmonitored = say.of("examples.assumed.unmonitored").text();
      rows.add(
          row(
              say.of("examples.assumed.erosion"),
              erosion.stream().map(it -> it.map("%,d"::formatted).orElse(unmonitored))));
    }
    for (Payee pledgee : pledgees) {
      rows.add(
          row(
              say.of("examples.assumed.owed").with("pledgee", pledgee.name()),
              due.stream().map(ChineseWording::figures)));
    }
    return say.table("examples.assumed.head", rows);
  }

  private static List<String> row(Sentence what, Stream<String> years) {
    return Stream.concat(Stream.of(what.text()), years).toList();
  }
}
