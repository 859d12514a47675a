package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.sentence.Sentence;
import eco.exchange.contracts.sentence.Sentences;
import eco.exchange.market.Guarantee;
import eco.exchange.market.PaymentPlan;
import eco.exchange.money.Money;
import eco.exchange.rulebook.RuleEdition;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.SharingTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The clauses on a price that is paid in instalments (R-POST-5). */
public final class InstalmentClauses {

  private final Deal.Sale sale;
  private final PaymentPlan plan;
  private final SharingTerms terms;
  private final RuleEdition rules;
  private final Sentences say;

  InstalmentClauses(
      Deal.Sale sale, PaymentPlan plan, SharingTerms terms, RuleEdition rules, Sentences say) {
    this.sale = sale;
    this.plan = plan;
    this.terms = terms;
    this.rules = rules;
    this.say = say;
  }

  /** A plan in one sentence, for papers that need no more. */
  public static String summary(PaymentPlan plan, int priceWorkingDays) {
    List<String> parts = new ArrayList<>();
    parts.add("首期%s，合同生效之日起%d个工作日内支付".formatted(percent(plan), priceWorkingDays));
    for (PaymentPlan.Later later : plan.later()) {
      parts.add(
          "第%d期%s%%，合同生效之日起满%d个月之日支付"
              .formatted(parts.size() + 1, later.part().inPercent(), later.months()));
    }
    return "分%d期支付：%s；后续各期按年利率%s%%计息，并提供转让方认可的担保（%s）"
        .formatted(
            parts.size(), String.join("；", parts), plan.yearlyRate().inPercent(), guarantees(plan));
  }

  /** A plan in a few words: the parts, and until when. */
  public static String brief(PaymentPlan plan) {
    List<String> parts = new ArrayList<>();
    parts.add("首期" + percent(plan));
    for (PaymentPlan.Later later : plan.later()) {
      parts.add("第%d期%s%%".formatted(parts.size() + 1, later.part().inPercent()));
    }
    return "分%d期支付（%s），末期于合同生效之日起满%d个月之日到期"
        .formatted(parts.size(), String.join("、", parts), plan.later().getLast().months());
  }

  /** That all is done that must be before what was sold is handed over. */
  static Sentence paid(Deal.Sale sale, Sentences say) {
    return say.of(sale.plan().isPresent() ? "paid.in-instalments" : "paid.at-once");
  }

  private static String percent(PaymentPlan plan) {
    return plan.first().inPercent() + "%";
  }

  private static String guarantees(PaymentPlan plan) {
    return plan.guarantees().stream().map(Guarantee::zh).collect(Collectors.joining("或者"));
  }

  /** The paragraphs on when what is paid, in the clause on the price. */
  Clause.Draft addedTo(Clause.Draft draft) {
    return draft
        .says(say.of("instalments.plan").with("count", plan.later().size() + 1))
        .shows(schedule())
        .says("instalments.accounts")
        .says(say.of("instalments.interest").with("rate", plan.yearlyRate()))
        .says(say.of("instalments.guarantee").with("guarantees", accepted()))
        .says("instalments.late")
        .says(
            say.of("instalments.certificate")
                .clause("clause", Matter.SHARING)
                .with("income", terms.waterfall(Income.INSTALMENT).income(), Income::zh));
  }

  private String accepted() {
    return say.list(
        "instalments.guarantee.list",
        plan.guarantees().stream().map(kind -> say.name(kind, Guarantee::zh)).toList());
  }

  private Passage schedule() {
    List<Money> principals = plan.principals(sale.price());
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        say.of("instalments.first")
            .with("number", 1)
            .with("part", plan.first())
            .figures("principal", principals.getFirst())
            .with("days", rules.priceWorkingDays())
            .cells());
    for (PaymentPlan.Later later : plan.later()) {
      rows.add(
          say.of("instalments.later")
              .with("number", rows.size() + 1)
              .with("part", later.part())
              .figures("principal", principals.get(rows.size()))
              .with("months", later.months())
              .cells());
    }
    rows.add(say.of("instalments.total").figures("price", sale.price()).cells());
    return say.sum("instalments.head", rows);
  }
}
