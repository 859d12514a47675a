package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.AmendmentLink;
import eco.exchange.contracts.deal.AmendmentLink.OwnersDecision;
import eco.exchange.contracts.deal.AmendmentLink.Vote;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DealFiles;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Section;
import eco.exchange.contracts.sentence.Sentences;
import eco.exchange.contracts.template.Template;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.money.Money;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.TermsJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of an amendment: what it follows, why and by whose decision, what changes, the whole of
 * the clauses on sharing as they will stand, and from when.
 */
final class AmendmentText {

  static final String TITLE = "收益分配补充协议";
  static final String CONFIRMATION =
      "以下签署人确认：已阅读并理解本补充协议全部条款，知悉自适用之日起收益分配由附件数据自动执行；电子签名与手写签名、盖章具有同等法律效力。"
          + "双方签署后，由交易机构加盖电子印章，本补充协议即告生效，其后任何改动均会使印章失效。";

  private final Deal deal;
  private final AmendmentLink amends;
  private final Template template;
  private final TermsChanges changes;

  AmendmentText(Deal deal, AmendmentLink amends, Template template) {
    this.deal = deal;
    this.amends = amends;
    this.template = template;
    this.changes = new TermsChanges(amends.terms(), deal.terms());
  }

  List<Section> sections() {
    Section sharing = new SharingClauses(deal.terms(), Sentences.CHINESE).sharing().section();
    Section examples = new WorkedYears(deal, Sentences.CHINESE).examples().section();
    return List.of(
        new Section("一、所接续的合同", ground()),
        new Section("二、修改的缘由和决策", decided()),
        new Section("三、修改的内容", changed()),
        new Section("四、修改后的" + sharing.heading(), sharing.passages()),
        new Section("五、修改后的" + examples.heading(), examples.passages()),
        new Section("六、适用与衔接", continuity()),
        new Section("七、签署与附件", closing()));
  }

  private List<Passage> ground() {
    return List.of(
        text("1.1", "本补充协议由下列合同的双方订立，只修改收益分配；与原合同及此前各补充协议共同构成一份合同。下列指纹把各版本前后相连，任何一版被换掉都能发现。"),
        Passage.Grid.pairs(
            List.of(
                List.of("转让方", deal.transferor().party().name()),
                List.of("受让方", deal.transferee().party().name()),
                List.of("标的", deal.subject().rightGranted()),
                List.of("原合同编号", amends.original().number()),
                List.of("所接续的版本", amends.previous().number()))),
        Passage.Grid.keys(
            List.of(
                List.of("该版条款指纹", ChineseWording.grouped(TermsJson.hash(amends.terms()))),
                List.of("该版要素指纹", ChineseWording.grouped(amends.dealHash())))));
  }

  private List<Passage> decided() {
    List<Passage> passages = new ArrayList<>();
    passages.add(text("2.1", reason()));
    passages.add(text("2.2", decision()));
    amends
        .decision()
        .map(paper -> List.of("决策文件指纹", ChineseWording.grouped(paper.sha256())))
        .ifPresent(row -> passages.add(Passage.Grid.keys(List.of(row))));
    return passages;
  }

  private String reason() {
    return "修改缘由：%s。".formatted(amends.reason().replaceAll("[。.；;]+$", ""));
  }

  private String decision() {
    String decided =
        amends.decision().map(OwnersDecision::document).map("依据：%s。"::formatted).orElse("");
    return switch (deal.subject().ownership()) {
      case STATE -> "标的为国有资产。" + decided;
      case COLLECTIVE -> "标的为集体所有。" + decided + vote();
      case INDIVIDUAL -> "标的由承包农户享有，修改出于其自愿；转让收益归承包农户所有，任何组织和个人不得截留、扣缴。" + decided;
    };
  }

  private String vote() {
    return amends.decision().flatMap(OwnersDecision::vote).map(AmendmentText::counted).orElse("");
  }

  private static String counted(Vote vote) {
    return ("会议于%s通知、%s召开；具有完全民事行为能力的成员%d人，到会%d人，同意%d人，"
            + "到会和同意均达到全体成员的三分之二（农村集体经济组织法第二十六条、第二十七条）。")
        .formatted(
            ChineseWording.day(vote.announced()),
            ChineseWording.day(vote.held()),
            vote.members(),
            vote.present(),
            vote.inFavour());
  }

  private List<Passage> changed() {
    List<Passage> passages = new ArrayList<>();
    String added =
        changes.added().stream()
            .map(payee -> "%s（%s）".formatted(payee.name(), payee.principle().zh()))
            .collect(Collectors.joining("、"));
    String same = "原有的收款方全部保留，成交价款的分配不变。";
    passages.add(text("3.1", added.isEmpty() ? same : same + "新增收款方：" + added + "。"));
    for (Income income : changes.incomes()) {
      passages.add(text("3." + number(passages), income.zh() + "的分配步骤，有变化的如下。"));
      passages.add(changes.steps(income));
    }
    Money revenue = WorkedYears.assumed(deal);
    passages.add(
        text(
            "3." + number(passages),
            "假定某年度经营收入为%s元，没有结转的尾差，未监测侵蚀，没有应付的质权，修改前后各方所得如下（单位：元）。"
                .formatted(ChineseWording.figures(revenue))));
    passages.add(changes.compared(revenue));
    return passages;
  }

  private static int number(List<Passage> passages) {
    return 1 + (int) passages.stream().filter(Passage.Text.class::isInstance).count();
  }

  private List<Passage> continuity() {
    int year = amends.from().getYear();
    return List.of(
        text(
            "6.1",
            "本补充协议自%s起适用：%d年度及以后各年度的收入按第四部分分配；以前年度的收入不论何时到账，仍按该年度适用的版本分配。"
                .formatted(ChineseWording.day(amends.from()), year)),
        text("6.2", "已经分配的收入不重新分配。以前历次分配结转的尾差和累计收回数，计入同类收入以后的分配，不因本次修改而清零。"),
        text(
            "6.3",
            "当事人、标的、价款、期限和原合同其他条款均不变。收益分配与原合同不一致的，自%s起以本补充协议为准。"
                .formatted(ChineseWording.day(amends.from()))));
  }

  private List<Passage> closing() {
    return List.of(
        text(
            "7.1",
            "双方均以可靠的电子签名签署、交易机构加盖电子印章之时，本补充协议生效；%s以前双方未签署完毕的，本补充协议作废。"
                .formatted(ChineseWording.day(amends.from()))),
        text(
            "7.2",
            "本文件内嵌附件：%s（修改后的收益分配条款）、%s（修改前的收益分配条款）、%s（合同要素），与正文具有同等效力。"
                .formatted(DealFiles.TERMS_FILE, DealFiles.TERMS_BEFORE_FILE, DealFiles.DEAL_FILE)),
        text(
            "7.3",
            "正文由附件数据按模板%s生成（%s）；任何人均可凭原合同和本文件离线验证印章、签名、版本的接续，并重新计算每一笔分配。"
                .formatted(
                    template.name(),
                    new ClosingClauses(deal, Sentences.CHINESE).review(template).text())),
        text("7.4", "签名、送达和争议解决，适用原合同的约定。"));
  }

  private static Passage.Text text(String number, String words) {
    return new Passage.Text(number, words);
  }
}
