package eco.exchange.rulebook;

import static eco.exchange.rulebook.PaymentPlanFault.CLAUSES_COUNT_ANEW;
import static eco.exchange.rulebook.PaymentPlanFault.FIRST_TOO_SMALL;
import static eco.exchange.rulebook.PaymentPlanFault.NOT_WHOLE;
import static eco.exchange.rulebook.PaymentPlanFault.NO_GUARANTEE;
import static eco.exchange.rulebook.PaymentPlanFault.OUT_OF_ORDER;
import static eco.exchange.rulebook.PaymentPlanFault.PRICE_NOT_LARGE;
import static eco.exchange.rulebook.PaymentPlanFault.RATE_OUT_OF_BOUNDS;
import static eco.exchange.rulebook.PaymentPlanFault.TOO_LONG;

import eco.exchange.market.PaymentPlan;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Waterfall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The check of a payment plan: everything for which a price may not be paid by it (R-POST-5). */
public final class PaymentPlanCheck {

  private PaymentPlanCheck() {}

  /**
   * Every fault, in the order of {@link PaymentPlanFault}.
   *
   * @param price the price, or while there is none the lowest that there may be
   * @param terms the clauses by which each instalment is shared
   */
  public static List<PaymentPlanFault> faultsOf(
      PaymentPlan plan, Money price, SharingTerms terms, InstalmentLimits limits) {
    List<PaymentPlanFault> faults = new ArrayList<>();
    addIf(plan.first().compareTo(limits.firstMin()) < 0, FIRST_TOO_SMALL, faults);
    addIf(!isInOrder(plan.later()), OUT_OF_ORDER, faults);
    addIf(sum(plan) != Percentage.WHOLE_PPM, NOT_WHOLE, faults);
    addIf(plan.later().stream().anyMatch(it -> it.months() > limits.monthsMax()), TOO_LONG, faults);
    addIf(!isGuaranteed(plan), NO_GUARANTEE, faults);
    boolean isRate = plan.yearlyRate().ppm() > 0 && !isOver(plan.yearlyRate(), limits.rateMax());
    addIf(!isRate, RATE_OUT_OF_BOUNDS, faults);
    addIf(price.isBelow(limits.priceMin()), PRICE_NOT_LARGE, faults);
    addIf(countAnew(terms), CLAUSES_COUNT_ANEW, faults);
    return List.copyOf(faults);
  }

  private static void addIf(
      boolean isBroken, PaymentPlanFault fault, List<PaymentPlanFault> faults) {
    if (isBroken) {
      faults.add(fault);
    }
  }

  private static boolean isInOrder(List<PaymentPlan.Later> later) {
    int month = 0;
    for (PaymentPlan.Later next : later) {
      if (next.months() <= month || next.part().ppm() == 0) {
        return false;
      }
      month = next.months();
    }
    return !later.isEmpty();
  }

  private static long sum(PaymentPlan plan) {
    return plan.first().ppm() + plan.later().stream().mapToLong(it -> it.part().ppm()).sum();
  }

  private static boolean isGuaranteed(PaymentPlan plan) {
    return !plan.guarantees().isEmpty()
        && new HashSet<>(plan.guarantees()).size() == plan.guarantees().size();
  }

  private static boolean isOver(Percentage rate, Percentage most) {
    return rate.compareTo(most) > 0;
  }

  // Terms that lack the clauses for the price are faulty by themselves.
  private static boolean countAnew(SharingTerms terms) {
    if (!terms.shares(Income.INSTALMENT)) {
      return false;
    }
    Waterfall shared = terms.waterfall(Income.INSTALMENT);
    return shared.income() != Income.INSTALMENT && shared.countsAnewForEachPart();
  }
}
