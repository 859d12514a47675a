package eco.exchange.contracts.issue;

import com.fasterxml.jackson.annotation.JsonInclude;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.contracts.clause.InstalmentClauses;
import eco.exchange.contracts.clause.SharingTables;
import eco.exchange.contracts.clause.SubjectTable;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DealFiles;
import eco.exchange.contracts.deal.PaperJson;
import eco.exchange.contracts.print.manuscript.Attachment;
import eco.exchange.contracts.print.manuscript.Attachment.Relation;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Section;
import eco.exchange.contracts.sentence.Sentences;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.market.PaymentPlan;
import eco.exchange.market.TradeId;
import eco.exchange.method.TradeMethod;
import eco.exchange.money.Money;
import eco.exchange.rulebook.CentreRules;
import eco.exchange.rulebook.RuleEdition;
import eco.exchange.rulebook.Rulebook;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import eco.exchange.sharing.Waterfall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The notice of a sale (出让公告), by which a right is offered to everybody.
 *
 * @param trade the trade
 * @param transferor the name of who sells, as the public may read it
 * @param holders whose the product is
 * @param subject what is offered
 * @param appraisal what it was valued at
 * @param method how it is sold
 * @param rules what decides by this method, a sentence each
 * @param prices the prices
 * @param dates the dates
 * @param ruleEdition the edition of the rules under which it is published
 * @param decision the document by which the sale was decided, and the approval if one was needed
 * @param conditions the qualification conditions; none if everybody may apply
 * @param terms how the price and each year's revenue will be shared
 * @param attempt how many times the right is offered, counted from 1
 * @param relistOf the earlier trade, in which it found no buyer
 * @param note what all must see on its face
 * @param plan how the price is paid in instalments; empty if it is paid at once
 */
public record DisclosureNotice(
    TradeId trade,
    String transferor,
    Holders holders,
    Deal.Subject subject,
    Deal.Appraisal appraisal,
    TradeMethod method,
    List<String> rules,
    Prices prices,
    Dates dates,
    String ruleEdition,
    List<String> decision,
    List<String> conditions,
    SharingTerms terms,
    int attempt,
    Optional<TradeId> relistOf,
    Optional<String> note,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<PaymentPlan> plan)
    implements IssuedPaper {

  /** Copies the lists. */
  public DisclosureNotice {
    rules = List.copyOf(rules);
    decision = List.copyOf(decision);
    conditions = List.copyOf(conditions);
  }

  /** Whose the product is: the owner, who may use it, who runs it. */
  public record Holders(String owner, String user, String operator) {}

  /** The lowest first price, the grid of raises, and what is to be paid in before bidding. */
  public record Prices(Money reserve, Money increment, Money deposit) {}

  /**
   * The dates of a sale.
   *
   * @param disclosedAt when the notice was first public
   * @param applicationsCloseAt the end of the notice
   * @param depositsDueAt the latest arrival of a deposit
   * @param opensAt when bidding opens
   * @param closesAt when bidding closes, if its method does not keep it open
   * @param areFinal whether the holiday notices for all of them are out
   */
  public record Dates(
      Instant disclosedAt,
      Instant applicationsCloseAt,
      Instant depositsDueAt,
      Instant opensAt,
      Instant closesAt,
      boolean areFinal) {}

  @Override
  public PaperSheet sheet() {
    return new Text(this).sheet();
  }

  /** The words of the notice. */
  private static final class Text {

    private static final String FILE = "notice.json";
    private static final String FORM = "eco.exchange/disclosure-notice/1";

    private final DisclosureNotice notice;
    private final RuleEdition rules;
    private final CentreRules centre;

    Text(DisclosureNotice notice) {
      Rulebook book = Rulebook.published();
      this.notice = notice;
      this.rules = book.edition(notice.ruleEdition());
      this.centre = book.centreRules(WorkingCalendar.dayOf(notice.dates().disclosedAt()));
    }

    PaperSheet sheet() {
      return new PaperSheet(
          IssuedKind.DISCLOSURE_NOTICE,
          notice.trade().code() + "-N",
          notice.subject().watershed() + "　" + notice.subject().product(),
          notice.note(),
          List.of(new Passage.Text("", opening())),
          List.of(
              subject(), decision(), prices(), dates(), applicants(), deposit(), sharing(), more()),
          new Attachment(FILE, "出让公告（规范JSON）", Relation.SOURCE, PaperJson.write(FORM, notice)),
          List.of(
              new Attachment(
                  DealFiles.TERMS_FILE,
                  "收益分配条款（规范JSON）",
                  Relation.DATA,
                  TermsJson.write(notice.terms()))),
          notice.dates().disclosedAt());
    }

    private String opening() {
      return "受%s委托，现将下列水土保持生态产品的权利公开出让，欢迎符合条件的企业和个人报名。本次为第%d次挂牌%s，适用交易规则版本%s。"
          .formatted(
              notice.transferor(),
              notice.attempt(),
              notice.relistOf().map("（前次项目编号%s）"::formatted).orElse(""),
              notice.ruleEdition());
    }

    private Section subject() {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("项目编号", notice.trade().code()));
      rows.addAll(SubjectTable.rows(notice.subject(), Sentences.CHINESE));
      rows.add(List.of("所有权人", notice.holders().owner()));
      rows.add(List.of("使用权人", notice.holders().user()));
      rows.add(List.of("现经营人", notice.holders().operator()));
      rows.add(List.of("转让期限", term()));
      rows.add(List.of("用途", notice.subject().use()));
      rows.add(SubjectTable.row(notice.appraisal(), Sentences.CHINESE));
      return new Section("一、标的", List.of(Passage.Grid.pairs(rows)));
    }

    private String term() {
      int years = notice.subject().termYears();
      return years == 0 ? "一次性交割" : years + "年";
    }

    private Section decision() {
      return new Section(
          "二、决策与批准",
          List.of(
              new Passage.Text("", String.join("；", notice.decision()) + "。"),
              new Passage.Text("", "标的权属已经确认，无争议；转让不改变土地和自然资源的所有权。")));
    }

    private Section prices() {
      DisclosureNotice.Prices prices = notice.prices();
      List<Passage> passages = new ArrayList<>();
      passages.add(
          Passage.Grid.pairs(
              List.of(
                  List.of("交易方式", notice.method().zh()),
                  List.of("挂牌底价", ChineseWording.full(prices.reserve())),
                  List.of("加价幅度", ChineseWording.full(prices.increment())),
                  List.of("保证金", ChineseWording.full(prices.deposit())))));
      notice
          .plan()
          .map(plan -> InstalmentClauses.summary(plan, rules.priceWorkingDays()))
          .ifPresent(plan -> passages.add(new Passage.Text("·", "价款" + plan + "。")));
      for (String rule : notice.rules()) {
        passages.add(new Passage.Text("·", rule));
      }
      return new Section("三、交易方式与价格", passages);
    }

    private Section dates() {
      DisclosureNotice.Dates dates = notice.dates();
      List<Passage> passages = new ArrayList<>();
      passages.add(
          Passage.Grid.pairs(
              List.of(
                  List.of(
                      "公告与报名",
                      "%s起，至%s止"
                          .formatted(
                              ChineseWording.moment(dates.disclosedAt()),
                              ChineseWording.until(dates.applicationsCloseAt()))),
                  List.of("保证金到账截止", ChineseWording.until(dates.depositsDueAt())),
                  List.of("竞价开始", ChineseWording.until(dates.opensAt())),
                  List.of("竞价结束", ChineseWording.until(dates.closesAt()) + "，按竞价规则顺延的除外"),
                  List.of("结果公示", rules.awardPublicityWorkingDays() + "个工作日"),
                  List.of("签订合同", "成交批准后%d个工作日内".formatted(rules.signingWorkingDays())),
                  List.of(
                      notice.plan().isPresent() ? "支付首期价款" : "付清价款",
                      "合同生效后%d个工作日内".formatted(rules.priceWorkingDays())))));
      if (!dates.areFinal()) {
        passages.add(new Passage.Notice("部分日期所在年度的放假安排尚未公布，届时按公布的安排重新计算并在原渠道公告。"));
      }
      return new Section("四、时间安排", passages);
    }

    private Section applicants() {
      List<Passage> passages = new ArrayList<>();
      if (notice.conditions().isEmpty()) {
        passages.add(new Passage.Text("", "不设资格条件；企业和个人均可报名。"));
      } else {
        passages.add(new Passage.Text("", "企业和个人均可报名，须符合下列条件；未列明的条件不得作为拒绝报名的理由。"));
        for (String condition : notice.conditions()) {
          passages.add(new Passage.Text(String.valueOf(passages.size()), condition));
        }
      }
      passages.add(new Passage.Text("", "同等条件下，本集体经济组织成员等依法享有优先权的，应当在报名时提出并提交证明。"));
      return new Section("五、受让方条件", passages);
    }

    private Section deposit() {
      return new Section(
          "六、保证金",
          List.of(
              new Passage.Text("1", "保证金以到账时间为准，付至报名后取得的专用子账户；逾期到账的，不得参加竞价，款项退回。"),
              new Passage.Text(
                  "2",
                  "未成交的，保证金在竞价结束后%d个工作日内原路退回，不计利息；成交的，转作价款。"
                      .formatted(rules.depositReturnWorkingDays())),
              new Passage.Text("3", runnerUpsDeposit()),
              new Passage.Text(
                  "4",
                  "撤回报名、成交非因受让方原因失效的，保证金自该日起%1$d个工作日内退回；投诉期间依监督部门通知冻结的，自解除冻结之日起%1$d个工作日内退回。"
                      .formatted(rules.depositReturnWorkingDays())),
              new Passage.Text("5", "提交虚假材料、串通竞价、成交后拒签合同或者拒付价款的，保证金不予退还。")));
    }

    // What is said here is kept by a timer of the model deposit-return.
    private String runnerUpsDeposit() {
      return "成交公示列明的次高报价人不适用前项期限：其保证金留作递补之用，合同生效或者决定不再递补的，自该日起%d个工作日内退回；最迟在竞价结束后%d个工作日内退回，退回以后不再递补。"
          .formatted(rules.depositReturnWorkingDays(), centre.runnerUpDepositWorkingDays());
    }

    private Section sharing() {
      SharingTables tables = new SharingTables(notice.terms(), Sentences.CHINESE);
      List<Passage> passages = new ArrayList<>();
      String incomes = notice.subject().termYears() == 0 ? "成交价款" : "成交价款和以后各年度的经营收入";
      passages.add(new Passage.Text("", incomes + "，依下列条款分配。条款随合同签署、盖章后不得擅自变更。"));
      passages.add(tables.payees());
      for (Waterfall waterfall : notice.terms().waterfalls()) {
        Income income = waterfall.income();
        passages.add(new Passage.Text("", income.zh() + "按下表各步分配："));
        passages.add(tables.steps(income));
      }
      passages.add(tables.hash());
      return new Section("七、收益分配条款", passages);
    }

    private static Section more() {
      return new Section(
          "八、其他",
          List.of(
              new Passage.Text("1", "受让方依照《中华人民共和国水土保持法》第三十四条承担水土流失预防和治理责任，并接受水行政主管部门的动态监测。"),
              new Passage.Text("2", "公告期间内容不得擅自变更；确需变更的，按规定重新公告并重新计算期限。"),
              new Passage.Text("3", "对公告内容有异议的，应当在公告期内向交易机构提出。")));
    }
  }
}
