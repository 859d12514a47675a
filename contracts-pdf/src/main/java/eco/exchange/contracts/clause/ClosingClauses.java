package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.sentence.Sentence;
import eco.exchange.contracts.sentence.Sentences;
import eco.exchange.contracts.template.Template;

/** The clauses on breach, disputes, signatures and annexes. */
final class ClosingClauses {

  static final String CONFIRMATION =
      "以下签署人确认：已阅读并理解本合同全部条款，知悉收益分配由附件数据自动执行；电子签名与手写签名、盖章具有同等法律效力。"
          + "双方签署后，由交易机构加盖电子印章，本合同即告生效，其后任何改动均会使印章失效。";

  private final boolean isOnce;
  private final Sentences say;

  ClosingClauses(Deal deal, Sentences say) {
    this.isOnce = deal.subject().termYears() == 0;
    this.say = say;
  }

  Clause breach() {
    Clause.Draft draft = Clause.about(Matter.BREACH, say).says("breach.late");
    if (!isOnce) {
      draft.says("breach.concealed");
    }
    return draft
        .says("breach.payer")
        .says("breach.parts")
        .says("breach.termination")
        .says("breach.transferor")
        .done();
  }

  Clause disputes() {
    return Clause.about(Matter.DISPUTES, say)
        .says("disputes.mediation")
        .says("disputes.court")
        .done();
  }

  Clause signatures() {
    return Clause.about(Matter.SIGNATURES, say)
        .says("signatures.reliable")
        .says("signatures.effect")
        .says("signatures.original")
        .done();
  }

  Clause annexes(Template template) {
    return Clause.about(Matter.ANNEXES, say)
        .says("annexes.files")
        .says(say.of("annexes.hash").clause("clause", Matter.SHARING))
        .says(
            say.of("annexes.template")
                .with("template", template.name())
                .with("review", review(template)))
        .says("annexes.evidence")
        .done();
  }

  /** Who wrote, reviewed and approved a template. */
  Sentence review(Template template) {
    return say.of("annexes.template.review")
        .with("drafted", template.drafted().by())
        .with("reviewed", template.reviewed().by())
        .with("approved", template.approved().by())
        .with("day", template.approved().on());
  }
}
