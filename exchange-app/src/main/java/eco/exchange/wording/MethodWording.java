package eco.exchange.wording;

import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms.Descending;
import eco.exchange.method.MethodTerms.English;
import eco.exchange.method.MethodTerms.ListingThenTimed;
import eco.exchange.method.MethodTerms.Negotiated;
import eco.exchange.method.MethodTerms.PriceTime;
import eco.exchange.method.MethodTerms.Scoring;
import eco.exchange.method.MethodTerms.SealedOneShot;
import eco.exchange.method.MethodTerms.ShareOfRevenue;
import eco.exchange.method.MethodTerms.Tender;
import eco.exchange.method.MethodTerms.Weighted;
import eco.exchange.money.Money;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The wording of a trade method: the rules by which the lot is won, with every number. */
@TemplateExtension
public final class MethodWording {

  private static final String SEALED = "密封递交，开启前无人能看到报价；截止前可以替换或者撤回。";
  private static final String FROZEN = "各项得分在开启报价之前评定并冻结。";

  private MethodWording() {}

  /** The rules of the method, a sentence or formula each. */
  public static List<String> rules(LotTerms lot) {
    return switch (lot.how()) {
      case English how -> english(how, lot);
      case ListingThenTimed how -> listing(how, lot);
      case SealedOneShot how -> List.of(SEALED, "每人一个报价，统一开启，价高者得；价格相同的，先到者得。");
      case PriceTime how ->
          List.of(SEALED, "报价最多修改 %d 次，以最后一次有效报价为准；价格优先，时间优先。".formatted(how.correctionsMax()));
      case Weighted how -> scored(how.scoring(), SEALED);
      case Descending how -> falling(how, lot);
      case Tender how ->
          scored(how.scoring(), SEALED, "投标人不足 %d 个的，不开标。".formatted(how.biddersMin()));
      case Negotiated how ->
          List.of("只有一个合格意向受让方的，协议成交，价格取挂牌价与报价中的较高者。", "有两个以上合格意向受让方的，不得协议成交，应当公开竞价。");
      case ShareOfRevenue how -> shared(how, lot);
    };
  }

  private static List<String> english(English how, LotTerms lot) {
    return List.of(
        raises(lot),
        "最后 %s内有人报价的，竞价自该次报价起顺延 %s%s。"
            .formatted(
                TimeWording.words(how.quietTime()),
                TimeWording.words(how.quietTime()),
                how.overtimeMax().map(it -> "，累计顺延不超过 " + TimeWording.words(it)).orElse("")));
  }

  private static List<String> listing(ListingThenTimed how, LotTerms lot) {
    return List.of(
        raises(lot),
        "挂牌期满，报过有效价的竞买人在 %s内答复是否参加限时竞价；不答复的，视为放弃。".formatted(TimeWording.words(how.answerTime())),
        "限时竞价自挂牌最高报价起，每次有效报价后重新倒计时 %s；倒计时结束，价高者得。".formatted(TimeWording.words(how.quietTime())),
        "可以设保密底价，在挂牌截止前 %s内录入；报价均低于底价的，不成交。".formatted(TimeWording.words(how.floorTime())));
  }

  private static List<String> scored(Scoring scoring, String... before) {
    String criteria =
        scoring.criteria().stream()
            .map(it -> " + %s得分 × %s".formatted(it.name(), it.weight()))
            .collect(Collectors.joining());
    String formula = "综合得分 = 报价 ÷ 最高有效报价 × 100 × %s%s；得分高者得。".formatted(scoring.price(), criteria);
    return Stream.concat(Stream.of(before), Stream.of(formula, FROZEN)).toList();
  }

  private static List<String> falling(Descending how, LotTerms lot) {
    return List.of(
        "起始价 %s 元，每 %s降低 %s 元，降至底价为止。"
            .formatted(
                AmountWording.grouped(how.start()),
                TimeWording.words(how.every()),
                AmountWording.grouped(lot.increment())),
        "有人应价后，其他竞买人可以在 %s内递交高于应价的密封报价。".formatted(TimeWording.words(how.sealedTime())),
        "密封报价开启后，应价人可以在 %s内再报一次价；价高者得。".formatted(TimeWording.words(how.lastWordTime())));
  }

  private static List<String> shared(ShareOfRevenue how, LotTerms lot) {
    String years = inYears(how.revenues());
    return List.of(
        "价款为 %s 元，不竞价；竞买人报出归所有权人的年租金和年度经营收入分成比例。".formatted(AmountWording.grouped(lot.reserve())),
        "年租金不低于 %s 元，分成比例为 %s 至 %s。"
            .formatted(AmountWording.grouped(how.rentMin()), how.shareMin(), how.shareMax()),
        SEALED,
        "比选：现值 = Σ（年租金 + 分成比例 × 第 t 年预期收入）÷（1 + %s）^t，逐年相加；现值高者得。".formatted(how.discount()),
        "预期年度经营收入（元）：%s。仅用于比选，不构成承诺。".formatted(years),
        "任一年的租金与分成合计，不得超过该年预期收入按收益分配条款付清其他各方后的余额（元）：%s；超过的，报价无效。"
            .formatted(inYears(how.left().orElse(how.revenues()))));
  }

  private static String inYears(List<Money> amounts) {
    return IntStream.range(0, amounts.size())
        .mapToObj(year -> "第 %d 年 %s".formatted(year + 1, grouped(amounts, year)))
        .collect(Collectors.joining("，"));
  }

  private static String grouped(List<Money> amounts, int year) {
    Money amount = amounts.get(year);
    return AmountWording.grouped(amount);
  }

  private static String raises(LotTerms lot) {
    return "报价不低于底价，每次加价为 %s 元的整数倍。".formatted(AmountWording.grouped(lot.increment()));
  }
}
