package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.market.RightKind;
import eco.exchange.sharing.Principle;
import java.util.List;
import java.util.Optional;

/** What each side may and must do while the contract lasts. */
final class DutyClauses {

  private static final int REGISTRABLE_YEARS = 5;

  private final Deal deal;
  private final boolean isCarbonSink;
  private final boolean hasPledgee;

  DutyClauses(Deal deal) {
    this.deal = deal;
    this.isCarbonSink = deal.subject().kind() == RightKind.CARBON_SINK;
    this.hasPledgee =
        deal.terms().payees().stream().anyMatch(it -> it.principle() == Principle.PLEDGEE);
  }

  /** By whom the sale was decided; empty if no document says so. */
  Optional<Clause> decision() {
    List<String> documents = deal.sale().decisions().stream().filter(it -> !it.isBlank()).toList();
    if (documents.isEmpty()) {
      return Optional.empty();
    }
    Clause.Draft draft =
        Clause.about(Matter.DECISION).says("本次转让依据：%s。", String.join("；", documents));
    switch (deal.subject().ownership()) {
      case STATE -> draft.says("标的为国有资产，已依法评估并在依法设立的交易场所公开交易；转让价款和国有收益依法上缴，任何单位和个人不得隐匿、截留。");
      case COLLECTIVE ->
          draft
              .says("标的为集体所有，转让方案、受让方和收益分配已依法经本集体经济组织成员民主议定；本合同和历次分配向成员公示，成员有权查阅。")
              .says("同等条件下本集体经济组织成员的优先权已在公告中告知；未在期限内主张的，视为放弃。");
      case INDIVIDUAL -> draft.says("标的由承包农户享有，转让出于其自愿；转让收益归承包农户所有，任何组织和个人不得截留、扣缴，本合同报发包方备案。");
    }
    return Optional.of(draft.done());
  }

  /** When, where and how the subject is handed over, and what is registered. */
  Clause delivery() {
    Clause.Draft draft = Clause.about(Matter.DELIVERY);
    if (isCarbonSink) {
      return draft
          .says(
              "转让方应当在%s起十个工作日内，在交易机构的登记系统中将本合同所列数量的碳汇划转至受让方名下，划转完成即为交付。",
              InstalmentClauses.dayOfPayment(deal.sale()))
          .says("交付时转让方应当移交计量、核证报告；交易凭证是受让方取得权益的凭据。")
          .done();
    }
    draft.says(
        "转让方应当在%s起十个工作日内，在标的所在地按现状向受让方交付，双方共同确认四至、面积、设施和监测基线，并签署交接单；交接单是进场经营的凭据。",
        InstalmentClauses.dayOfPayment(deal.sale()));
    if (deal.subject().termYears() >= REGISTRABLE_YEARS) {
      draft.says("经营期限为五年以上，受让方可以依法申请登记；未经登记的，不得对抗善意第三人。");
    }
    return draft.done();
  }

  Clause rightsAndDuties() {
    Clause.Draft draft =
        Clause.about(Matter.RIGHTS_AND_DUTIES)
            .says("转让方有权收取应得收益，监督标的的利用和保护；应当按期交付标的，保证权属无争议，不干涉受让方依法经营。");
    if (isCarbonSink) {
      draft
          .says("受让方取得本合同所列数量碳汇的全部权益，有权依法使用、注销；应当按期付清价款。")
          .says("转让方应当继续管护形成碳汇的水土保持措施；因管护不善造成碳汇逆转的，以等量碳汇补足或者按成交单价赔偿。");
    } else {
      draft
          .says("受让方有权在期限内按约定用途自主经营并取得应得收益；应当按期付清价款，如实报告年度经营收入，保护各项水土保持设施。")
          .says("受让方每年应当在次年第一季度结束前报告上一年度经营收入并附凭证，将应分配款项付至专用子账户。");
    }
    return draft.says("因受让方经营获益的村集体和村民，依本合同第%s条直接取得收益，任何单位和个人不得截留、挪用。", sharing()).done();
  }

  Clause erosionControl() {
    return Clause.about(Matter.EROSION_CONTROL)
        .says("依照《中华人民共和国水土保持法》第三十四条，承包治理、承包经营水土流失地区土地的，应当约定预防和治理" + "水土流失的责任；本条即为该项约定。")
        .says(
            isCarbonSink
                ? "转让方为小流域水土流失预防和治理的责任人，应当保持梯田、淤地坝、林草等措施完好，及时修复水毁。"
                : "受让方在经营范围内承担水土流失预防和治理责任：保持梯田、淤地坝、林草等措施完好，及时修复水毁；" + "禁止毁林开垦、顺坡耕种、弃土弃渣。")
        .says("因生产建设或者经营活动造成水土流失的，由行为人限期治理；不治理的，依法由他人代为治理，费用由行为人承担。")
        .says("分配给小流域再投入的资金专户存储，只用于经批准的水土流失治理与措施管护，收支向社会公开。")
        .done();
  }

  Clause monitoring() {
    return Clause.about(Matter.MONITORING)
        .says("标的的质量以交付时的监测基线和评估报告所载为准；期限内的生态绩效目标是：植被覆盖不低于基线，土壤侵蚀不重于基线，水土保持措施完好。")
        .says("标的交付时的面积、植被覆盖、土壤侵蚀和水土保持措施状况为监测基线，由双方与交易机构共同确认。")
        .says("水行政主管部门及其委托的机构可以采用遥感与地面观测进行动态监测，双方应当配合，不得拒绝或者阻碍。")
        .says("监测表明水土保持功能较基线下降的，责任方应当在收到通知之日起九十日内制定并实施修复方案。")
        .done();
  }

  Clause transferAndPledge() {
    return Clause.about(Matter.TRANSFER_AND_PLEDGE)
        .says(
            isCarbonSink
                ? "受让方再次转让碳汇的，应当在交易机构办理登记；收益分配义务随同转移。"
                : "受让方再流转经营权的，应当经转让方书面同意并在交易机构备案，剩余期限不得延长，收益分配义务随同转移。")
        .says(
            "以本合同项下的权利或者收益设定抵押、质押的，应当经转让方书面同意并依法登记；%s",
            hasPledgee ? "质权人依第%s条所列步骤受偿。".formatted(sharing()) : "质权人从出质方应得份额中受偿，不影响其他收款方的份额。")
        .done();
  }

  Clause handback() {
    if (isCarbonSink) {
      return Clause.about(Matter.HANDBACK)
          .says("碳汇一次性交割，不发生土地交还；转让方应当移交计量、核证报告及其原始数据。")
          .says("分配期限届满后，标的的管护责任由转让方继续承担。")
          .done();
    }
    return Clause.about(Matter.HANDBACK)
        .says("期限届满或者合同提前终止的，受让方应当在三十日内交还标的，水土保持功能不得低于监测基线。")
        .says("经转让方事先书面同意、受让方为提高土地生产能力和水土保持功能作出的投入，期满时按评估的剩余价值补偿。")
        .says("同等条件下，受让方享有优先续约的权利，但本集体经济组织成员依法享有的优先权先于受让方。")
        .done();
  }

  private static String sharing() {
    return ChineseWording.numeral(Matter.SHARING.number());
  }
}
