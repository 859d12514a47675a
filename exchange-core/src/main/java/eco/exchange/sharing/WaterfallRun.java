package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run of an income through the steps of a waterfall. */
final class WaterfallRun {

  private final DistributionBasis standing;
  private final Map<String, Rational> recouped;
  private final Map<String, Rational> owed = new HashMap<>();
  private final List<Entitlement> entitlements = new ArrayList<>();

  private WaterfallRun(DistributionBasis standing) {
    this.standing = standing;
    this.recouped = new HashMap<>(standing.recouped());
    standing.pledgeDue().forEach((payee, due) -> owed.put(payee, Rational.fenOf(due)));
  }

  static WaterfallRun through(Waterfall waterfall, Money whole, DistributionBasis standing) {
    WaterfallRun run = new WaterfallRun(standing);
    run.take(waterfall.steps(), Rational.fenOf(whole));
    return run;
  }

  /**
   * This run with what it gives beyond another of a smaller income, on the same standing: no step
   * gives less of more.
   */
  WaterfallRun less(WaterfallRun smaller) {
    WaterfallRun more = new WaterfallRun(standing);
    more.recouped.putAll(recouped);
    for (int i = 0; i < entitlements.size(); i++) {
      Entitlement all = entitlements.get(i);
      more.entitlements.add(
          new Entitlement(
              all.payee(),
              all.step(),
              all.base(),
              all.exact().minus(smaller.entitlements.get(i).exact())));
    }
    return more;
  }

  /** What each step that pays somebody gave, in the order of the steps. */
  List<Entitlement> entitlements() {
    return List.copyOf(entitlements);
  }

  /** What a payee has recovered after this run, in fen. */
  Rational recoupedBy(String payee) {
    return recouped.getOrDefault(payee, Rational.ZERO);
  }

  private void take(List<Step> steps, Rational whole) {
    Rational left = whole;
    for (Step step : steps) {
      Rational due = step.taker().paid().map(this::owedTo).orElse(Rational.ZERO);
      Rational measured = step.measure().of(new Measure.Inflow(whole, left, due, standing));
      Rational part = bounded(step, measured).min(left);
      left = left.minus(part);
      give(step, whole, part);
    }
  }

  private static Rational bounded(Step step, Rational measured) {
    Rational raised = measured.max(Rational.fenOf(step.least()));
    return step.most().map(Rational::fenOf).map(raised::min).orElse(raised);
  }

  private void give(Step step, Rational base, Rational part) {
    switch (step.taker()) {
      case Taker.One one -> entitle(one.payee(), step, base, part);
      case Taker.Group group -> take(group.steps(), part);
      case Taker.Collective layer -> take(layer.steps(), part);
      case Taker.Recoup recoup -> {
        Rational recovered = part.min(stillToRecover(recoup));
        recouped.merge(recoup.payee(), recovered, Rational::plus);
        entitle(recoup.payee(), step, base, recovered);
        take(recoup.steps(), part.minus(recovered));
      }
    }
  }

  private Rational stillToRecover(Taker.Recoup recoup) {
    Rational until = Rational.fenOf(recoup.until());
    return until.minus(recoupedBy(recoup.payee())).max(Rational.ZERO);
  }

  private Rational owedTo(String payee) {
    return owed.getOrDefault(payee, Rational.ZERO);
  }

  private void entitle(String payee, Step step, Rational base, Rational exact) {
    entitlements.add(new Entitlement(payee, step, base, exact));
    if (step.measure() instanceof Measure.Owed) {
      // What one step has paid of a debt is not paid by another.
      owed.merge(payee, exact.negated(), Rational::plus);
    }
  }
}
