package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Passage.Column;
import eco.exchange.contracts.print.manuscript.Passage.Side;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.market.Guarantee;
import eco.exchange.market.PaymentPlan;
import eco.exchange.money.Money;
import eco.exchange.rulebook.RuleEdition;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.SharingTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a contract says of a price that is paid in instalments (R-POST-5). */
public final class InstalmentClauses {

  private final Deal.Sale sale;
  private final PaymentPlan plan;
  private final SharingTerms terms;
  private final RuleEdition rules;

  InstalmentClauses(Deal.Sale sale, PaymentPlan plan, SharingTerms terms, RuleEdition rules) {
    this.sale = sale;
    this.plan = plan;
    this.terms = terms;
    this.rules = rules;
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

  /** The day on which all is done that must be before what was sold is handed over. */
  static String dayOfPayment(Deal.Sale sale) {
    return sale.plan().isPresent() ? "首期价款到账、担保经转让方认可之日" : "价款付清之日";
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
        .says("经公告，成交价款分%d期支付，各期本金和付款期限如下；付款日为非工作日的，顺延至其后第一个工作日。", plan.later().size() + 1)
        .shows(schedule())
        .says("首期价款以已转作价款的保证金抵付，其余付至交易机构为本合同开立的专用子账户；后续各期付至交易机构为该期开立的专用子账户。不得以交易期间的经营损益调整价款。")
        .says(
            "后续各期按年利率%s%%（同期银行贷款利率）计付利息：自首期付款期限届满之次日起至该期付款日止，按实际天数、一年365日、单利计算，四舍五入到分，与该期本金一并支付。提前支付的，不减利息。",
            plan.yearlyRate().inPercent())
        .says("受让方应当就后续各期本金和利息提供转让方认可的合法有效担保，方式为%s；转让方认可后，在交易系统登记担保文件。", guarantees(plan))
        .says("任何一期逾期，经催告后在合理期限内仍未支付的，转让方可以要求实现担保；未支付的到期价款达到全部价款五分之一的，转让方可以请求支付全部价款或者解除合同。")
        .says(
            "首期价款到账、担保经转让方认可后，交易机构出具交易凭证。各期价款连同利息，每期到账后按第%s条%s的步骤分配。",
            ChineseWording.numeral(Matter.SHARING.number()),
            terms.waterfall(Income.INSTALMENT).income().zh());
  }

  private Passage schedule() {
    List<Money> principals = plan.principals(sale.price());
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        row(1, percent(plan), principals, "本合同生效之日起%d个工作日内".formatted(rules.priceWorkingDays())));
    for (PaymentPlan.Later later : plan.later()) {
      rows.add(
          row(
              rows.size() + 1,
              later.part().inPercent() + "%",
              principals,
              "本合同生效之日起满%d个月之日".formatted(later.months())));
    }
    rows.add(List.of("合计", "100%", ChineseWording.figures(sale.price()), ""));
    return new Passage.Grid(
        List.of(
            new Column("期次", 2, Side.LEFT),
            new Column("比例", 2, Side.RIGHT),
            new Column("本金（元）", 4, Side.RIGHT),
            new Column("付款期限", 7, Side.LEFT)),
        rows,
        true);
  }

  private static List<String> row(int number, String part, List<Money> principals, String due) {
    return List.of(
        "第%d期".formatted(number), part, ChineseWording.figures(principals.get(number - 1)), due);
  }
}
