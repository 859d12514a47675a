package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.DealFiles;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import eco.exchange.sharing.Waterfall;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How each income is shared, put in words from the terms that settlement runs. */
final class SharingClauses {

  private final SharingTerms terms;
  private final SharingTables tables;

  SharingClauses(SharingTerms terms) {
    this.terms = terms;
    this.tables = new SharingTables(terms);
  }

  Clause sharing() {
    Clause.Draft draft =
        Clause.about(Matter.SHARING)
            .says("收益按“谁投资谁受益、谁拥有谁受益、谁经营谁受益”的原则，在下列收款方之间分配。")
            .shows(tables.payees());
    terms.waterfalls().stream()
        .map(Waterfall::income)
        .sorted()
        .forEach(
            income ->
                draft
                    .says("%s到账后，依次按下表各步分配。比例均以进入该表（或者该组）的全额为基数；任何一步所得不超过尚余金额。", income.zh())
                    .shows(tables.steps(income)));
    if (TermsJson.form(terms).equals(TermsJson.SECOND_FORM)) {
      draft.says("%s", grounds());
    }
    return draft
        .says(
            "取整与尾差：各方应得额先精确计算，不作舍入，并计入同类收入以前历次分配少付或者多付的尾差；实付金额取整到分，"
                + "余下的分按未付尾差由大到小逐分补给各方，尾差相同的按收款方表的顺序；少付或者多付的尾差结转下一次同类收入的分配。"
                + "各方实付之和恒等于该笔收入，分毫不差。固定金额不参与取整。")
        .says("交易机构只依本条分配，不接受任何与本条不一致的指令。附件%s是本条的数据形式，其指纹如下。", DealFiles.TERMS_FILE)
        .shows(tables.hash())
        .done();
  }

  /** What a distribution depends on besides the amount, and what becomes of other incomes. */
  private String grounds() {
    return "保底、封顶按每一年度的同类收入计算；累计收回按本合同期内的同类收入计算。"
        + "每次分配所依据的结转尾差、此前收回数、质权应付数和监测侵蚀模数均载于分配单，缺一项即无从核对。"
        + Arrays.stream(Income.values()).map(this::unlisted).collect(Collectors.joining());
  }

  private String unlisted(Income income) {
    if (!terms.shares(income)) {
      return income.zh() + "不按本条分配，须另行约定。";
    }
    Income like = terms.waterfall(income).income();
    return like == income ? "" : "%s按%s的步骤分配。".formatted(income.zh(), like.zh());
  }
}
