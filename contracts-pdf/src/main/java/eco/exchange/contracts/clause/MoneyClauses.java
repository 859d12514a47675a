package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.method.Offer;
import eco.exchange.rulebook.RuleEdition;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SharingTerms;
import java.util.List;

/** What is paid, when, and to whom compensation belongs. */
final class MoneyClauses {

  private final Deal.Sale sale;
  private final SharingTerms terms;
  private final RuleEdition rules;

  MoneyClauses(Deal deal, RuleEdition rules) {
    this.sale = deal.sale();
    this.terms = deal.terms();
    this.rules = rules;
  }

  Clause price() {
    Clause.Draft draft = sold();
    sale.plan()
        .ifPresentOrElse(
            plan -> new InstalmentClauses(sale, plan, terms, rules).addedTo(draft),
            () -> draft.says("%s", atOnce()));
    sale.yearly().ifPresent(bid -> draft.says("%s", bidInWords(bid)));
    if (sale.plan().isEmpty()) {
      draft.says("价款全部到账并按第%s条分配后，交易机构出具交易凭证。", ChineseWording.numeral(Matter.SHARING.number()));
    }
    return draft.done();
  }

  private String atOnce() {
    return "受让方应在本合同生效之日起%d个工作日内，将尚应支付的价款一次性付至交易机构为本合同开立的专用子账户；不得以交易期间的经营损益调整价款。"
        .formatted(rules.priceWorkingDays());
  }

  /** What was bid of each year's revenue, and that the clauses on sharing are made of it. */
  private String bidInWords(Offer.Yearly bid) {
    String owner =
        terms.payees().stream()
            .filter(payee -> payee.principle() == Principle.OWNS)
            .map(Payee::name)
            .findFirst()
            .orElseThrow();
    return "受让方在收益分成竞价中承诺：每年固定租金%s，年度经营收入分成比例%s，均归%s；已计入第%s条的分配规则。"
        .formatted(
            bid.rent().isPositive() ? ChineseWording.full(bid.rent()) : "为零",
            bid.share(),
            owner,
            ChineseWording.numeral(Matter.SHARING.number()));
  }

  private Clause.Draft sold() {
    return Clause.about(Matter.PRICE)
        .says(
            "本标的以%s方式公开交易，信息披露自%s至%s，%s确定受让方，适用交易规则版本%s。",
            sale.method().zh(),
            ChineseWording.day(sale.disclosedAt()),
            ChineseWording.day(sale.disclosureEndedAt().minusMillis(1)),
            ChineseWording.day(sale.awardedAt()),
            sale.ruleEdition())
        .shows(
            Passage.Grid.pairs(
                List.of(
                    List.of("挂牌底价", ChineseWording.full(sale.reserve())),
                    List.of("成交价款", ChineseWording.full(sale.price())),
                    List.of("已交保证金", ChineseWording.full(sale.deposit())),
                    List.of("尚应支付", ChineseWording.full(sale.price().minus(sale.deposit()))))));
  }

  Clause deposit() {
    return Clause.about(Matter.DEPOSIT)
        .says("受让方已交的保证金自本合同生效之时转作价款的一部分，不计利息。")
        .says("受让方无正当理由拒不付清价款的，保证金不予退还；造成的损失超过保证金的，应当补足。")
        .done();
  }

  Clause expropriation() {
    Clause.Draft draft = Clause.about(Matter.EXPROPRIATION);
    if (terms.shares(Income.COMPENSATION)) {
      draft.says("标的被依法征收、征用或者占用的，补偿按第%s条分配。", ChineseWording.numeral(Matter.SHARING.number()));
    } else {
      draft
          .says("标的被依法征收、征用或者占用的，土地及自然资源的补偿归所有权人。")
          .says("受让方投资形成的设施、林木和水土保持措施的补偿归受让方；原投资方投资形成的，归原投资方。");
    }
    return draft.says("剩余期限对应的价款按未使用的天数占全部期限的比例退还受让方，退还款从补偿款中优先列支。").done();
  }
}
