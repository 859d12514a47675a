package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Passage.Column;
import eco.exchange.contracts.print.manuscript.Passage.Side;
import eco.exchange.market.RightKind;
import java.util.List;

/** Who trades what, for how long and for what use. */
final class SubjectClauses {

  private static final String REGISTERED_ADDRESS = "以上列证件登记的住所为准";

  private final Deal deal;

  SubjectClauses(Deal deal) {
    this.deal = deal;
  }

  Clause parties() {
    return Clause.about(Matter.PARTIES)
        .says("根据《中华人民共和国民法典》《中华人民共和国水土保持法》等法律法规，双方经公开交易，就本合同所列" + "水土保持生态产品自愿订立本合同，共同遵守。")
        .shows(
            new Passage.Grid(
                List.of(
                    new Column("", 2, Side.LEFT),
                    new Column("名称（姓名）", 5, Side.LEFT),
                    new Column("证件代码", 4, Side.LEFT),
                    new Column("住所", 5, Side.LEFT)),
                List.of(row("转让方", deal.transferor()), row("受让方", deal.transferee())),
                false))
        .done();
  }

  private static List<String> row(String role, Deal.Signatory signatory) {
    return List.of(
        role,
        signatory.party().name(),
        signatory.code(),
        signatory.address().orElse(REGISTERED_ADDRESS));
  }

  Clause subject() {
    List<List<String>> rows = SubjectTable.rows(deal.subject());
    rows.add(SubjectTable.row(deal.appraisal()));
    return Clause.about(Matter.SUBJECT)
        .says("交易标的如下表；权属清楚、无争议，转让不改变土地及自然资源的所有权。")
        .shows(Passage.Grid.pairs(rows))
        .done();
  }

  Clause term() {
    int years = deal.subject().termYears();
    Clause.Draft draft = Clause.about(Matter.TERM);
    if (isCarbonSink()) {
      draft.says("本合同所列数量的碳汇自合同生效、%s一次性交割。", InstalmentClauses.dayOfPayment(deal.sale()));
      if (years > 0) {
        draft.says("收益分配的期限为%d年，自合同生效之日起算。", years);
      }
      return draft.done();
    }
    return draft
        .says("经营期限为%d年，自合同生效之日起，至第%d年的对应日前一日止。", years, years)
        .says("经营期限不超过标的剩余的承包（使用）期限；超过法律规定最长期限的部分无效。")
        .done();
  }

  Clause use() {
    Clause.Draft draft = Clause.about(Matter.USE).says("用途：%s。", unstopped(deal.subject().use()));
    if (isCarbonSink()) {
      return draft.says("水土保持碳汇与国家核证自愿减排量（CCER）分别登记，不得混同；同一数量的碳汇不得重复出售、" + "重复抵消。").done();
    }
    return draft.says("受让方不得改变土地用途，不得突破生态保护红线和永久基本农田，不得降低小流域的水土保持功能。").done();
  }

  private boolean isCarbonSink() {
    return deal.subject().kind() == RightKind.CARBON_SINK;
  }

  private static String unstopped(String sentence) {
    return sentence.replaceAll("[。.；;]+$", "");
  }
}
