package eco.exchange.contracts.statement;

import eco.exchange.contracts.issue.IssuedKind;
import eco.exchange.contracts.issue.IssuedPaper;
import eco.exchange.contracts.issue.PaperSheet;
import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Section;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.market.TradeId;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The notice to a village about a distribution (村民公示): where the money came from, who was paid, and
 * why. It names nobody whom the public may not read of.
 *
 * @param contract the sealed contract by whose terms was shared
 * @param statement the distribution, as settlement booked it
 * @param deal the trade in words
 * @param distributedAt when it was shared
 * @param note what all must see on its face
 */
public record VillagersNotice(
    SealedContract contract,
    Statement statement,
    InWords deal,
    Instant distributedAt,
    Optional<String> note)
    implements IssuedPaper {

  /**
   * The trade, as far as a villager asks.
   *
   * @param product the product
   * @param watershed the small watershed
   * @param rightGranted the right that was sold
   * @param transferor who sold it, as the public may read it
   * @param transferee who has it now, as the public may read it
   */
  public record InWords(
      String product,
      String watershed,
      String rightGranted,
      String transferor,
      String transferee) {}

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

  /** The words of the notice, written to be read out at a meeting. */
  private static final class Text {

    private static final Set<Principle> OF_THE_VILLAGE =
        Set.of(Principle.COLLECTIVE, Principle.VILLAGERS, Principle.HOUSEHOLD);

    private final VillagersNotice notice;
    private final Statement statement;
    private final DistributionExplanation explained;

    Text(VillagersNotice notice) {
      this.notice = notice;
      this.statement = notice.statement();
      this.explained = new DistributionExplanation(notice.contract(), statement);
    }

    PaperSheet sheet() {
      return new PaperSheet(
          IssuedKind.VILLAGERS_NOTICE,
          "%s-G-%s-%d"
              .formatted(
                  notice.contract().contract(),
                  statement.income(),
                  statement.occasion().statedNumber()),
          notice.deal().watershed() + "　" + notice.deal().product(),
          notice.note(),
          List.of(new Passage.Text("", opening())),
          List.of(origin(), everyone(), reasons(), watershed(), questions()),
          StatementPaper.distribution(statement),
          List.of(StatementPaper.terms(notice.contract())),
          notice.distributedAt());
    }

    private String opening() {
      return "各位村民：%s的%s已经到账，并已按合同分配完毕。这笔钱从哪里来、分给了谁、为什么这样分，公示如下，请大家监督。"
          .formatted(notice.deal().product(), title());
    }

    private String title() {
      return statement.income().zh(statement.occasion());
    }

    private Section origin() {
      VillagersNotice.InWords deal = notice.deal();
      return new Section(
          "一、钱从哪里来",
          List.of(
              Passage.Grid.pairs(
                  List.of(
                      List.of("合同编号", notice.contract().contract().number()),
                      List.of("转让的权利", deal.rightGranted()),
                      List.of("转让方", deal.transferor()),
                      List.of("受让方", deal.transferee()),
                      List.of(
                          "这次到账",
                          "%s，%s".formatted(title(), ChineseWording.full(statement.whole()))),
                      List.of("分配时间", ChineseWording.moment(notice.distributedAt()))))));
    }

    private Section everyone() {
      return new Section(
          "二、分给了谁",
          List.of(
              explained.everyone(),
              new Passage.Text("", "各方所得加起来正好等于到账的钱，一分不多，一分不少。" + ofTheVillage())));
    }

    private String ofTheVillage() {
      List<Payee> own =
          explained.payees().stream()
              .filter(it -> OF_THE_VILLAGE.contains(it.principle()))
              .toList();
      return own.isEmpty()
          ? ""
          : own.stream()
              .map(it -> "%s%s元".formatted(it.name(), amount(it)))
              .collect(Collectors.joining("，", "其中直接归村集体和村民的：", "。"));
    }

    private Section reasons() {
      List<Passage> passages = new ArrayList<>();
      passages.add(
          new Passage.Text("", "合同写明了每一笔钱分几步分、每一步怎么算；交易机构只能照合同分，谁也不能另外指令。下面的“第几步”就是合同里的步骤编号。"));
      for (Payee payee : explained.payees()) {
        List<DistributionExplanation.Given> given = explained.givenTo(payee);
        String why =
            given.isEmpty()
                ? "这一种收入，合同没有分给它的步骤"
                : given.stream()
                    .map(DistributionExplanation.Given::sentence)
                    .collect(Collectors.joining("；"));
        passages.add(
            new Passage.Text(
                String.valueOf(passages.size()),
                "%s：%s。实付%s元。".formatted(payee.name(), why, amount(payee))));
      }
      passages.add(new Passage.Text("", "应得的数可能有不足一分的零头。零头不会丢，记在账上，下一次同类收入分配时补付或者扣回。"));
      return new Section("三、为什么是这个数", passages);
    }

    private Section watershed() {
      return new Section(
          "四、治理水土流失的钱",
          List.of(
              new Passage.Text("", "分给小流域再投入的钱存在专户里，只能用于经批准的水土流失治理和措施管护，收支向社会公开，任何单位和个人不得截留、挪用。")));
    }

    private static Section questions() {
      return new Section(
          "五、有疑问怎么办",
          List.of(
              new Passage.Text("1", "先对照合同里的分配表核对；看不明白的，可以请村集体经济组织或者乡镇人民政府帮助核对，也可以向交易机构提出。"),
              new Passage.Text("2", "不相信交易机构的，可以用本公示所附的数据自己重新计算，或者请任何懂行的人计算；结果应当一分不差。"),
              new Passage.Text("3", "扫描下面的二维码，核对编号和指纹，可以知道这张公示是不是真的。")));
    }

    private String amount(Payee payee) {
      return ChineseWording.figures(explained.part(payee).amount());
    }
  }
}
