package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.DealFiles;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.template.Template;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.sharing.LatePayment;

/** Breach, disputes, signatures and annexes. */
final class ClosingClauses {

  static final String CONFIRMATION =
      "以下签署人确认：已阅读并理解本合同全部条款，知悉收益分配由附件数据自动执行；电子签名与手写签名、盖章具有同等法律效力。"
          + "双方签署后，由交易机构加盖电子印章，本合同即告生效，其后任何改动均会使印章失效。";

  private ClosingClauses() {}

  static Clause breach() {
    return Clause.about(Matter.BREACH)
        .says(LatePayment.CLAUSE)
        .says("受让方瞒报、少报年度经营收入的，应当补足应分配款项，并按少报金额的百分之二十支付违约金，违约金按本合同的收入分配规则分配。")
        .says("有下列情形之一，经催告后在九十日内仍不改正的，转让方可以解除合同：擅自改变用途；弃耕弃管连续两年以上；严重损害土地或者其生态环境；其他严重违约行为。")
        .says("转让方不能交付标的，或者权属存在争议致使合同不能履行的，应当退还已收价款并赔偿损失。")
        .done();
  }

  static Clause disputes() {
    return Clause.about(Matter.DISPUTES)
        .says("因本合同发生争议的，双方协商解决；协商不成的，可以请求交易机构或者乡镇人民政府调解。")
        .says("不愿协商、调解或者协商、调解不成的，向标的所在地有管辖权的人民法院起诉；属于农村土地承包经营纠纷的，也可以向农村土地承包仲裁机构申请仲裁。")
        .done();
  }

  static Clause signatures() {
    return Clause.about(Matter.SIGNATURES)
        .says(
            "双方同意以电子签名订立本合同。电子签名的制作数据专属并仅由签名人控制，签署后对签名和内容的任何改动均能被发现，"
                + "符合《中华人民共和国电子签名法》第十三条关于可靠的电子签名的规定，依第十四条与手写签名或者盖章具有同等法律效力。")
        .says("双方均签署且交易机构加盖电子印章之时，本合同生效。需经批准的，自批准之时生效。")
        .says("本合同以电子文件为原件；打印件与电子文件不一致的，以通过验证的电子文件为准。")
        .done();
  }

  static Clause annexes(Template template) {
    return Clause.about(Matter.ANNEXES)
        .says("本文件内嵌附件：%s（收益分配条款）、%s（合同要素），与正文具有同等效力。", DealFiles.TERMS_FILE, DealFiles.DEAL_FILE)
        .says("%s的指纹印于第%s条；%s内亦载明同一指纹。", DealFiles.TERMS_FILE, sharing(), DealFiles.DEAL_FILE)
        .says(
            "正文由附件数据按模板%s生成（%s）；任何人均可凭本文件离线验证印章、签名、附件与正文是否一致，并重新计算每一笔分配。",
            template.name(), template.hands())
        .says("双方以电子方式发出的报告、通知和交易机构的登记、分配记录，均载明来源、去向和时间并保持不变，可以作为证据。")
        .done();
  }

  private static String sharing() {
    return ChineseWording.numeral(Matter.SHARING.number());
  }
}
