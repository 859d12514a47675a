package eco.exchange.web.village;

import eco.exchange.settlement.allotment.VillageLine;
import eco.exchange.sharing.Occasion;
import eco.exchange.tradefile.village.VillageAccount;
import java.util.List;
import java.util.Optional;

/** The account of a village as comma-separated values, distribution by distribution. */
final class VillageAccountTable {

  private VillageAccountTable() {}

  /** The table of an account, a line a distribution. */
  static String of(VillageAccount account) {
    return CsvTable.table(
        List.of(
            "交易编号", "收款人", "依据", "收入", "年度", "收入总额（元）", "应得（元）", "实收（元）", "未付（元）", "状态", "分配日",
            "应付期限", "名册版本", "名册指纹", "分户规则", "到户人数", "留存待领（元）"),
        account.lines().stream().map(VillageAccountTable::row).toList());
  }

  // The price belongs to no year, and its instalments are told by their numbers.
  private static String whenOf(Occasion occasion) {
    return switch (occasion) {
      case Occasion.Price price -> "";
      case Occasion.Instalment(int number) -> "第%d期".formatted(number);
      case Occasion.Year year -> year.text();
      case Occasion.Supplement later -> later.text();
    };
  }

  private static List<String> row(VillageAccount.Line line) {
    Optional<VillageLine.Split> split = line.split();
    return List.of(
        line.trade().code(),
        line.name(),
        line.principle().zh(),
        line.income().zh(),
        whenOf(line.occasion()),
        line.whole().decimal(),
        line.due().decimal(),
        line.received().decimal(),
        line.outstanding().decimal(),
        line.state().zh(),
        line.distributedAt().toString(),
        line.dueAt().toString(),
        split.map(how -> Integer.toString(how.version())).orElse(""),
        split.map(VillageLine.Split::rosterHash).orElse(""),
        split.map(how -> how.rule().zh()).orElse(""),
        split.map(how -> Integer.toString(how.members())).orElse(""),
        split.map(how -> how.held().decimal()).orElse(""));
  }
}
