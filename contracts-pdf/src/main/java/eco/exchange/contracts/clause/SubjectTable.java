package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.wording.ChineseWording;
import java.util.ArrayList;
import java.util.List;

/** What is sold, row by row, as every paper shows it. */
public final class SubjectTable {

  private SubjectTable() {}

  /** Names and what they stand for. */
  public static List<List<String>> rows(Deal.Subject subject) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("产品名称", subject.product()));
    rows.add(List.of("权利种类", subject.kind().zh()));
    rows.add(List.of("转让的权利", subject.rightGranted()));
    rows.add(List.of("数量", ChineseWording.quantity(subject.quantity(), subject.unit())));
    rows.add(List.of("小流域", subject.watershed()));
    rows.add(List.of("位置与四至", "%s（行政区划代码%s）".formatted(subject.location(), subject.region())));
    rows.add(List.of("面积", ChineseWording.number(subject.areaHm2()) + "公顷"));
    rows.add(List.of("权属性质", subject.ownership().zh()));
    rows.add(List.of("权属证书（调查）编号", subject.title()));
    return rows;
  }

  /** What the subject was valued at. */
  public static List<String> row(Deal.Appraisal appraisal) {
    return List.of(
        "评估值（评估报告）", "%s，%s".formatted(ChineseWording.full(appraisal.value()), appraisal.report()));
  }
}
