package eco.exchange.contracts.statement;

import eco.exchange.contracts.clause.NumberedStep;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Passage.Column;
import eco.exchange.contracts.print.manuscript.Passage.Side;
import eco.exchange.contracts.sentence.Sentences;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.money.Rational;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.Entitlement;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A distribution computed again, so that it can be told which step gave whom how much. */
final class DistributionExplanation {

  private final SharingTerms terms;
  private final Statement statement;
  private final Distribution distribution;

  /**
   * Computes it again.
   *
   * @throws IllegalArgumentException if the parts are not those that the terms give
   */
  DistributionExplanation(SealedContract contract, Statement statement) {
    this.terms = contract.terms();
    this.statement = statement;
    this.distribution =
        terms.distribute(statement.income(), statement.whole(), statement.standing());
    if (!distribution.parts().equals(statement.parts())) {
      throw new IllegalArgumentException(
          "the terms of %s give other parts".formatted(contract.contract()));
    }
  }

  /**
   * What one step gave one payee.
   *
   * @param step the step as the contract numbers it
   * @param within the name of the group to which the step belongs, which shares out what it got
   * @param given the base and the amount, exactly
   */
  record Given(NumberedStep step, Optional<String> within, Entitlement given) {

    /** In one sentence, to be read aloud. */
    String sentence() {
      return "按合同分配表第%s步“%s”%s，以%s元为基数，应得%s元"
          .formatted(
              step.number(),
              step.rule(Sentences.CHINESE),
              within.map("（本组指“%s”）"::formatted).orElse(""),
              ChineseWording.nearly(given.base()),
              ChineseWording.nearly(given.exact()));
    }
  }

  List<Payee> payees() {
    return terms.payees();
  }

  Payee payee(String key) {
    return terms.payee(key);
  }

  /** What the steps gave a payee, in the order of the steps. */
  List<Given> givenTo(Payee payee) {
    List<NumberedStep> steps = NumberedStep.paying(terms, statement.income());
    List<Given> given = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Entitlement entitlement = distribution.entitlements().get(i);
      if (entitlement.payee().equals(payee.key())) {
        given.add(new Given(steps.get(i), groupOf(steps.get(i)), entitlement));
      }
    }
    return given;
  }

  private Optional<String> groupOf(NumberedStep step) {
    int end = step.number().lastIndexOf('.');
    String group = step.number().substring(0, Math.max(0, end));
    return NumberedStep.of(terms, statement.income()).stream()
        .filter(each -> each.number().equals(group))
        .map(each -> each.step().taker().name())
        .findFirst();
  }

  /** What all steps together gave a payee, exactly, in fen. */
  Rational entitled(Payee payee) {
    return givenTo(payee).stream()
        .map(each -> each.given().exact())
        .reduce(Rational.ZERO, Rational::plus);
  }

  Distribution.Part part(Payee payee) {
    return distribution.parts().stream()
        .filter(part -> part.payee().equals(payee.key()))
        .findFirst()
        .orElseThrow();
  }

  /** Everybody who was paid, on what ground, how much, and what part of the whole that is. */
  Passage everyone() {
    List<List<String>> rows = new ArrayList<>();
    for (Payee each : terms.payees()) {
      rows.add(
          List.of(
              each.name(),
              each.principle().zh(),
              ChineseWording.figures(part(each).amount()),
              ChineseWording.portion(part(each).amount(), statement.whole())));
    }
    rows.add(List.of("合计（等于收入总额）", "", ChineseWording.figures(statement.whole()), "100.00%"));
    return new Passage.Grid(
        List.of(
            new Column("收款方", 8, Side.LEFT),
            new Column("分配依据", 4, Side.LEFT),
            new Column("实付（元）", 5, Side.RIGHT),
            new Column("占比", 3, Side.RIGHT)),
        rows,
        true);
  }
}
