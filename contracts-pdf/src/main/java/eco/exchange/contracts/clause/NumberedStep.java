package eco.exchange.contracts.clause;

import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Measure;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.Taker;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A step of a waterfall with the number under which it is printed, and its words.
 *
 * @param number the number, for example '4.1' for the first step of the group that is step 4
 * @param step the step
 */
public record NumberedStep(String number, Step step) {

  /** Every step of a waterfall, a group before its own steps. */
  public static List<NumberedStep> of(SharingTerms terms, Income income) {
    List<NumberedStep> numbered = new ArrayList<>();
    add(terms.waterfall(income).steps(), "", numbered);
    return List.copyOf(numbered);
  }

  /** The steps that pay somebody, in the order in which a distribution lists its entitlements. */
  public static List<NumberedStep> paying(SharingTerms terms, Income income) {
    return of(terms, income).stream()
        .filter(step -> step.step().taker().paid().isPresent())
        .toList();
  }

  private static void add(List<Step> steps, String prefix, List<NumberedStep> numbered) {
    for (int i = 0; i < steps.size(); i++) {
      String number = prefix + (i + 1);
      numbered.add(new NumberedStep(number, steps.get(i)));
      add(steps.get(i).taker().steps(), number + ".", numbered);
    }
  }

  /** Who is paid, or the name of the group. */
  public String whom(SharingTerms terms) {
    return switch (step.taker()) {
      case Taker.One one -> terms.payee(one.payee()).name();
      case Taker.Recoup recoup -> terms.payee(recoup.payee()).name();
      case Taker.Group group -> "（分组）" + group.name();
      case Taker.Collective layer -> "（集体）" + layer.name();
    };
  }

  /** How much, in words. */
  public String rule() {
    return measure() + bounds() + further();
  }

  private String measure() {
    String whole = number.contains(".") ? "本组" : "收入";
    return switch (step.measure()) {
      case Measure.Fixed fixed -> "固定金额" + ChineseWording.full(fixed.amount());
      case Measure.Percent percent -> "%s全额的%s%%".formatted(whole, percent.share().inPercent());
      case Measure.Rising rising ->
          "%s全额的%s%%；监测侵蚀模数超过%s或者未监测的，再加%s个百分点"
              .formatted(
                  whole,
                  rising.share().inPercent(),
                  ChineseWording.erosion(rising.threshold()),
                  rising.rise().inPercent());
      case Measure.Fraction fraction ->
          "%s全额的%d/%d".formatted(whole, fraction.numerator(), fraction.denominator());
      case Measure.Tiers tiers ->
          tiers.tiers().stream()
              .map(NumberedStep::band)
              .collect(Collectors.joining("，", whole + "全额分段计算：", ""));
      case Measure.Owed owed -> "已登记的质权到期应付的债务，数额以分配单所载为准";
      case Measure.Rest rest -> whole + "其余全部";
    };
  }

  private static String band(Measure.Tier tier) {
    return "%s元以上的部分%s%%".formatted(ChineseWording.figures(tier.from()), tier.share().inPercent());
  }

  private String bounds() {
    return (step.hasFloor() ? "；保底%s".formatted(ChineseWording.full(step.least())) : "")
        + step.most().map(cap -> "；封顶%s".formatted(ChineseWording.full(cap))).orElse("");
  }

  private String further() {
    return switch (step.taker()) {
      case Taker.One one -> "";
      case Taker.Group group -> "，按下列各步再分";
      case Taker.Collective layer ->
          "，按下列各步再分：先提取公积金、公益金，成员所得%s分配，以%s在册的成员为准"
              .formatted(layer.roster().rule().zh(), ChineseWording.day(layer.roster().on()));
      case Taker.Recoup recoup ->
          "，直至从本项收入累计收回%s；收回以后的部分按下列各步再分".formatted(ChineseWording.full(recoup.until()));
    };
  }
}
