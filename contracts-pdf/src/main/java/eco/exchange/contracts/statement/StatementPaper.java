package eco.exchange.contracts.statement;

import eco.exchange.contracts.deal.DealFiles;
import eco.exchange.contracts.issue.IssuedKind;
import eco.exchange.contracts.issue.IssuedPaper;
import eco.exchange.contracts.issue.PaperSheet;
import eco.exchange.contracts.print.manuscript.Attachment;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Passage.Column;
import eco.exchange.contracts.print.manuscript.Passage.Side;
import eco.exchange.contracts.print.manuscript.Section;
import eco.exchange.contracts.sentence.Sentences;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.market.TradeId;
import eco.exchange.money.Rational;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.Statement;
import eco.exchange.sharing.StatementJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The contents of a settlement statement: one distribution, and the payee to whom it is explained.
 *
 * @param contract the sealed contract by whose terms was shared
 * @param statement the distribution, as settlement booked it
 * @param payee the key of the payee to whom the statement is made out
 * @param distributedAt when it was shared
 * @param note what all must see on its face
 */
public record StatementPaper(
    SealedContract contract,
    Statement statement,
    String payee,
    Instant distributedAt,
    Optional<String> note)
    implements IssuedPaper {

  /** The name of the attached file with the distribution. */
  public static final String FILE = "statement.json";

  @Override
  public TradeId trade() {
    return contract.contract().trade();
  }

  /**
   * What stands on it.
   *
   * @throws IllegalArgumentException if the parts are not those that the terms give
   */
  @Override
  public PaperSheet sheet() {
    return new Text(this).sheet();
  }

  static Attachment distribution(Statement statement) {
    return new Attachment(
        FILE, "本次分配（规范JSON）", Attachment.Relation.SOURCE, StatementJson.write(statement));
  }

  static Attachment terms(SealedContract contract) {
    return new Attachment(
        DealFiles.TERMS_FILE, "收益分配条款（规范JSON）", Attachment.Relation.DATA, contract.termsJson());
  }

  /** The words of a statement: how much, by which steps, rounded how, and who else got what. */
  private static final class Text {

    private final StatementPaper paper;
    private final Statement statement;
    private final DistributionExplanation explained;
    private final Payee payee;

    Text(StatementPaper paper) {
      this.paper = paper;
      this.statement = paper.statement();
      this.explained = new DistributionExplanation(paper.contract(), statement);
      this.payee = explained.payee(paper.payee());
    }

    PaperSheet sheet() {
      String contract = paper.contract().contract().number();
      return new PaperSheet(
          IssuedKind.STATEMENT,
          "%s-S-%s-%d-%s"
              .formatted(
                  contract, statement.income(), statement.occasion().statedNumber(), payee.key()),
          payee.name(),
          paper.note(),
          List.of(facts()),
          List.of(why(), steps(), rounding(), everyone(), grounds(), proof(paper.contract())),
          distribution(statement),
          List.of(terms(paper.contract())),
          paper.distributedAt());
    }

    private Passage facts() {
      return Passage.Grid.pairs(
          List.of(
              List.of("收款方", payee.name()),
              List.of("分配依据", payee.principle().zh()),
              List.of("合同编号", paper.contract().contract().number()),
              List.of("收入种类", "%s（%s）".formatted(statement.income().zh(), statement.occasionZh())),
              List.of("收入总额", ChineseWording.full(statement.whole())),
              List.of("本次实付", ChineseWording.full(explained.part(payee).amount())),
              List.of("分配时间", ChineseWording.moment(paper.distributedAt()))));
    }

    /** The whole statement in a few sentences, for whoever reads no further. */
    private Section why() {
      List<DistributionExplanation.Given> given = explained.givenTo(payee);
      String paid =
          "本次实付%s元，占这笔收入的%s。"
              .formatted(
                  ChineseWording.figures(explained.part(payee).amount()),
                  ChineseWording.portion(explained.part(payee).amount(), statement.whole()));
      String words =
          given.isEmpty()
              ? "合同没有从这一种收入中向该收款方分配的步骤。"
              : given.stream()
                      .map(DistributionExplanation.Given::sentence)
                      .collect(Collectors.joining("；", "", "。"))
                  + "钱只能付到分，不足一分的零头记着，下次补付或者扣回。";
      return new Section("一、为什么是这个数", List.of(new Passage.Text("", words + paid)));
    }

    private Section steps() {
      List<List<String>> rows = new ArrayList<>();
      for (DistributionExplanation.Given each : explained.givenTo(payee)) {
        rows.add(
            List.of(
                each.step().number(),
                each.step().rule(Sentences.CHINESE),
                ChineseWording.yuan(each.given().base()),
                ChineseWording.yuan(each.given().exact())));
      }
      List<Passage> passages = new ArrayList<>();
      passages.add(new Passage.Text("", "步骤编号与合同中同一种收入的分配表一致；应得额精确计算，不作舍入。"));
      if (!rows.isEmpty()) {
        rows.add(List.of("合计", "", "", ChineseWording.yuan(explained.entitled(payee))));
        List<Column> columns =
            List.of(
                new Column("步骤", 2, Side.LEFT),
                new Column("分配规则", 7, Side.LEFT),
                new Column("基数（元）", 4, Side.RIGHT),
                new Column("应得（元）", 4, Side.RIGHT));
        passages.add(new Passage.Grid(columns, rows, true));
      }
      return new Section("二、按哪几步计算", passages);
    }

    private Section rounding() {
      Rational carriedIn = statement.standing().carriedFor(payee.key());
      Distribution.Part part = explained.part(payee);
      return new Section(
          "三、取整与尾差",
          List.of(
              new Passage.Text("", "钱只能付到分。不足一分的尾差不丢失，结转到下一次同类收入的分配；正数为少付，负数为多付。"),
              Passage.Grid.pairs(
                  List.of(
                      List.of("本次应得", fen(explained.entitled(payee))),
                      List.of("加：上次结转的尾差", fen(carriedIn)),
                      List.of("等于：本次应付", fen(explained.entitled(payee).plus(carriedIn))),
                      List.of("本次实付（取整到分）", fen(Rational.fenOf(part.amount()))),
                      List.of("结转下次的尾差", fen(part.carry()))))));
    }

    private Section everyone() {
      return new Section("四、本次全体收款方", List.of(explained.everyone()));
    }

    /** Everything else that the distribution depended on. */
    private Section grounds() {
      DistributionBasis standing = statement.standing();
      List<List<String>> rows = new ArrayList<>();
      for (Payee each : explained.payees()) {
        rows.add(
            List.of(
                each.name(),
                ChineseWording.number(standing.carriedFor(each.key())),
                ChineseWording.number(standing.recoupedBy(each.key())),
                ChineseWording.figures(standing.owedTo(each.key())),
                ChineseWording.number(explained.part(each).carry()),
                ChineseWording.number(explained.part(each).recouped())));
      }
      return new Section(
          "五、本次分配的依据",
          List.of(
              new Passage.Text("", "小流域监测侵蚀模数：" + ChineseWording.erosion(standing.erosion()) + "。"),
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

    static Section proof(SealedContract contract) {
      return new Section(
          "六、如何核对",
          List.of(
              new Passage.Text("", "本单所附数据与合同所附条款可以交给任何人独立重新计算，无须信任交易机构；条款指纹应与合同正文所印一致。"),
              Passage.Grid.keys(
                  List.of(List.of("条款指纹", ChineseWording.grouped(contract.termsHash()))))));
    }

    private static String fen(Rational fen) {
      return ChineseWording.number(fen) + " 分";
    }
  }
}
