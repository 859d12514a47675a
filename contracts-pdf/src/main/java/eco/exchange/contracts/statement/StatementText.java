package eco.exchange.contracts.statement;

import eco.exchange.contracts.clause.Clauses;
import eco.exchange.contracts.clause.NumberedStep;
import eco.exchange.contracts.clause.Wording;
import eco.exchange.contracts.paper.Attachment;
import eco.exchange.contracts.paper.Manuscript;
import eco.exchange.contracts.paper.Passage;
import eco.exchange.contracts.paper.Passage.Column;
import eco.exchange.contracts.paper.Passage.Side;
import eco.exchange.contracts.paper.Section;
import eco.exchange.contracts.paper.SignaturePlace;
import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.Entitlement;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Standing;
import eco.exchange.sharing.Statement;
import eco.exchange.sharing.StatementJson;
import java.util.ArrayList;
import java.util.List;

/** Words a statement: how much, by which steps, rounded how, and who else got what. */
public final class StatementText {

  /** The name of the attached file with the distribution. */
  public static final String STATEMENT_FILE = "statement.json";

  private final StatementPaper paper;
  private final Statement statement;
  private final SharingTerms terms;
  private final Payee payee;
  private final Distribution distribution;

  private StatementText(StatementPaper paper) {
    this.paper = paper;
    this.terms = paper.contract().terms();
    this.payee = terms.payee(paper.payee());
    this.statement = paper.statement();
    this.distribution =
        terms.distribute(statement.income(), statement.whole(), statement.standing());
    if (!distribution.parts().equals(statement.parts())) {
      throw new IllegalArgumentException(
          "the terms of %s give other parts".formatted(paper.contract().contract()));
    }
  }

  /**
   * The manuscript of a statement.
   *
   * @param centre the full name of the centre, which seals
   * @throws IllegalArgumentException if the parts are not those that the terms give
   */
  public static Manuscript manuscript(StatementPaper paper, String centre) {
    StatementText text = new StatementText(paper);
    String number = paper.contract().contract().number();
    return new Manuscript(
        "收益分配结算单",
        text.payee.name(),
        "合同编号　%s　　%s".formatted(number, text.occasion()),
        "指纹 " + paper.contract().termsHash().substring(0, 16),
        List.of(text.facts()),
        List.of(text.steps(), text.rounding(), text.everyone(), text.grounds(), text.proof()),
        List.of(),
        List.of(
            new SignaturePlace(Clauses.SEAL_FIELD, "交易机构（电子印章）", centre, "合同编号 " + number, true)),
        List.of(
            new Attachment(
                STATEMENT_FILE,
                "本次分配（规范JSON）",
                Attachment.Relation.SOURCE,
                StatementJson.write(text.statement)),
            new Attachment(
                Clauses.TERMS_FILE,
                "收益分配条款（规范JSON）",
                Attachment.Relation.DATA,
                paper.contract().termsJson())),
        paper.distributedAt());
  }

  private String occasion() {
    return statement.occasion();
  }

  private Passage facts() {
    Money amount = part(payee).amount();
    return pairs(
        List.of(
            List.of("收款方", payee.name()),
            List.of("分配依据", payee.principle().zh()),
            List.of("收入种类", "%s（%s）".formatted(statement.income().zh(), occasion())),
            List.of("收入总额", Wording.full(statement.whole())),
            List.of("本次实付", Wording.full(amount)),
            List.of("分配时间", Wording.moment(paper.distributedAt()))));
  }

  private Section steps() {
    List<List<String>> rows = stepsThatPay();
    String remark = rows.isEmpty() ? "合同没有从这一种收入中向该收款方分配的步骤。" : "步骤编号与合同中同一种收入的分配表一致；应得额精确计算，不作舍入。";
    List<Passage> passages = new ArrayList<>(List.of(new Passage.Text("", remark)));
    if (!rows.isEmpty()) {
      rows.add(List.of("合计", "", "", Wording.yuan(entitled(payee))));
      List<Column> columns =
          List.of(
              new Column("步骤", 2, Side.LEFT),
              new Column("分配规则", 7, Side.LEFT),
              new Column("基数（元）", 4, Side.RIGHT),
              new Column("应得（元）", 4, Side.RIGHT));
      passages.add(new Passage.Grid(columns, rows, true));
    }
    return new Section("一、按哪几步计算", passages);
  }

  private List<List<String>> stepsThatPay() {
    List<NumberedStep> steps = NumberedStep.paying(terms, statement.income());
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      NumberedStep step = steps.get(i);
      Entitlement entitlement = distribution.entitlements().get(i);
      if (entitlement.payee().equals(payee.key())) {
        String base = Wording.yuan(entitlement.base());
        rows.add(List.of(step.number(), step.rule(), base, Wording.yuan(entitlement.exact())));
      }
    }
    return rows;
  }

  private Section rounding() {
    Rational carriedIn = statement.standing().carriedFor(payee.key());
    Distribution.Part part = part(payee);
    return new Section(
        "二、取整与尾差",
        List.of(
            new Passage.Text("", "钱只能付到分。不足一分的尾差不丢失，结转到下一次同类收入的分配；正数为少付，负数为多付。"),
            pairs(
                List.of(
                    List.of("本次应得", fen(entitled(payee))),
                    List.of("加：上次结转的尾差", fen(carriedIn)),
                    List.of("等于：本次应付", fen(entitled(payee).plus(carriedIn))),
                    List.of("本次实付（取整到分）", fen(Rational.fenOf(part.amount()))),
                    List.of("结转下次的尾差", fen(part.carry()))))));
  }

  private Section everyone() {
    List<List<String>> rows = new ArrayList<>();
    for (Payee each : terms.payees()) {
      rows.add(List.of(each.name(), each.principle().zh(), Wording.figures(part(each).amount())));
    }
    rows.add(List.of("合计（等于收入总额）", "", Wording.figures(statement.whole())));
    return new Section(
        "三、本次全体收款方",
        List.of(
            new Passage.Grid(
                List.of(
                    new Column("收款方", 8, Side.LEFT),
                    new Column("分配依据", 5, Side.LEFT),
                    new Column("实付（元）", 5, Side.RIGHT)),
                rows,
                true)));
  }

  /** Everything else that the distribution depended on. */
  private Section grounds() {
    Standing standing = statement.standing();
    List<List<String>> rows = new ArrayList<>();
    for (Payee each : terms.payees()) {
      rows.add(
          List.of(
              each.name(),
              Wording.number(standing.carriedFor(each.key())),
              Wording.number(standing.recoupedBy(each.key())),
              Wording.figures(standing.owedTo(each.key())),
              Wording.number(part(each).carry()),
              Wording.number(part(each).recouped())));
    }
    return new Section(
        "四、本次分配的依据",
        List.of(
            new Passage.Text("", "小流域监测侵蚀模数：" + Wording.erosion(standing.erosion()) + "。"),
            new Passage.Grid(
                List.of(
                    new Column("收款方", 5, Side.LEFT),
                    new Column("上次尾差（分）", 3, Side.RIGHT),
                    new Column("此前收回（分）", 3, Side.RIGHT),
                    new Column("质权应付（元）", 3, Side.RIGHT),
                    new Column("本次尾差（分）", 3, Side.RIGHT),
                    new Column("累计收回（分）", 3, Side.RIGHT)),
                rows,
                false)));
  }

  private Section proof() {
    return new Section(
        "五、如何核对",
        List.of(
            new Passage.Text("", "本单所附数据与合同所附条款可以交给任何人独立重新计算，无须信任交易机构；条款指纹应与合同正文所印一致。"),
            new Passage.Grid(
                List.of(new Column("", 2, Side.LEFT), new Column("", 10, Side.LEFT)),
                List.of(List.of("SHA-256", Wording.grouped(paper.contract().termsHash()))),
                false)));
  }

  private Distribution.Part part(Payee whose) {
    return distribution.parts().stream()
        .filter(part -> part.payee().equals(whose.key()))
        .findFirst()
        .orElseThrow();
  }

  private Rational entitled(Payee whose) {
    return distribution.entitlements().stream()
        .filter(entitlement -> entitlement.payee().equals(whose.key()))
        .map(Entitlement::exact)
        .reduce(Rational.ZERO, Rational::plus);
  }

  private static Passage pairs(List<List<String>> rows) {
    return new Passage.Grid(
        List.of(new Column("", 3, Side.LEFT), new Column("", 9, Side.LEFT)), rows, false);
  }

  private static String fen(Rational fen) {
    return Wording.number(fen) + " 分";
  }
}
