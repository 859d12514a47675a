package eco.exchange.contracts.issue;

import eco.exchange.contracts.clause.InstalmentClauses;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.PaperJson;
import eco.exchange.contracts.print.manuscript.Attachment;
import eco.exchange.contracts.print.manuscript.Attachment.Relation;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Section;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.market.NamedParty;
import eco.exchange.market.TradeId;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import eco.exchange.rulebook.RuleEdition;
import eco.exchange.rulebook.Rulebook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The letter of confirmation (成交确认书), by which the winner of a lot is told so and called to sign.
 *
 * @param trade the trade
 * @param attempt 1 for the best of the ranking, 2 for the runner-up after a lapse
 * @param transferor who sells
 * @param transferee who has won
 * @param paddle the paddle under which the winner bid
 * @param subject what is sold
 * @param sale how, when and for how much
 * @param publicityEndedAt until when the award was shown to the public
 * @param signBy until when the contract is to be signed
 * @param issuedAt when the letter was issued
 * @param note what all must see on its face
 */
public record DealConfirmation(
    TradeId trade,
    int attempt,
    NamedParty transferor,
    NamedParty transferee,
    String paddle,
    Deal.Subject subject,
    Deal.Sale sale,
    Instant publicityEndedAt,
    Instant signBy,
    Instant issuedAt,
    Optional<String> note)
    implements IssuedPaper {

  private static final String FILE = "confirmation.json";
  private static final String FORM = "eco.exchange/deal-confirmation/1";

  @Override
  public PaperSheet sheet() {
    return new PaperSheet(
        IssuedKind.DEAL_CONFIRMATION,
        trade.code() + "-Q" + attempt,
        subject.watershed() + "　" + subject.product(),
        note,
        List.of(new Passage.Text("", salutation()), Passage.Grid.pairs(rows())),
        List.of(next(), consequences()),
        new Attachment(FILE, "成交确认书（规范JSON）", Relation.SOURCE, PaperJson.write(FORM, this)),
        List.of(),
        issuedAt);
  }

  private String salutation() {
    return "%s：你方参加%s的%s，经公开交易、结果公示和审核批准，现确认你方为受让方，成交情况如下。"
        .formatted(transferee.name(), subject.product(), sale.method().zh());
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("项目编号", trade.code()));
    rows.add(List.of("转让方", transferor.name()));
    rows.add(List.of("受让方（竞买号牌）", "%s（%s）".formatted(transferee.name(), paddle)));
    rows.add(List.of("转让标的", subject.rightGranted()));
    rows.add(List.of("数量", ChineseWording.quantity(subject.quantity(), subject.unit())));
    rows.add(List.of("成交时间", ChineseWording.moment(sale.awardedAt())));
    rows.add(List.of("挂牌底价", ChineseWording.full(sale.reserve())));
    rows.add(List.of("成交价款", ChineseWording.full(sale.price())));
    sale.yearly().ifPresent(bid -> rows.add(List.of("年租金与分成比例", yearly(bid))));
    rows.add(List.of("已交保证金", ChineseWording.full(sale.deposit())));
    rows.add(List.of("结果公示", "至%s，公示期满".formatted(ChineseWording.until(publicityEndedAt))));
    rows.add(List.of("出具日期", ChineseWording.day(issuedAt)));
    return rows;
  }

  private static String yearly(Offer.Yearly bid) {
    return "每年租金%s，年度经营收入的%s".formatted(ChineseWording.full(bid.rent()), bid.share());
  }

  private Section next() {
    RuleEdition rules = Rulebook.published().edition(sale.ruleEdition());
    return new Section(
        "一、接下来要做的事",
        List.of(
            new Passage.Text(
                "1",
                "双方应当在%s前签订合同。合同按公告所载条件和收益分配条款生成，不得另行协商变更价款和主要条件。"
                    .formatted(ChineseWording.until(signBy))),
            new Passage.Text("2", payment(rules)),
            new Passage.Text(
                "3",
                "%s后%d个工作日内，交易机构出具交易凭证。"
                    .formatted(
                        sale.plan().isPresent() ? "首期价款到账、担保经转让方认可" : "价款付清",
                        rules.certificateWorkingDays()))));
  }

  private String payment(RuleEdition rules) {
    int days = rules.priceWorkingDays();
    String how =
        sale.plan().map(plan -> "价款" + InstalmentClauses.summary(plan, days) + "。").orElse("");
    Money first =
        sale.plan().map(plan -> plan.principals(sale.price()).getFirst()).orElse(sale.price());
    String due = sale.plan().isPresent() ? "首期" : "";
    Money rest = first.minus(sale.deposit());
    // A deposit may be all that is due at first.
    return rest.isZero()
        ? "%s合同生效之日，已交保证金转作%s价款，%s价款即为付清。".formatted(how, due, due)
        : "%s合同生效之日起%d个工作日内，受让方应当将%s其余价款%s付至专用子账户；已交保证金转作价款。"
            .formatted(how, days, due, ChineseWording.full(rest));
  }

  private static Section consequences() {
    return new Section(
        "二、逾期不签的后果",
        List.of(new Passage.Text("", "受让方无正当理由拒绝签订合同或者逾期不签的，成交失效，保证金不予退还；转让方可以与次高报价人成交，也可以重新挂牌。")));
  }
}
