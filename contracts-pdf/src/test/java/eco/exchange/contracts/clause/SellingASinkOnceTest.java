package eco.exchange.contracts.clause;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.contracts.SampleDeals;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DealCheck;
import eco.exchange.contracts.deal.DrawnDeal;
import eco.exchange.contracts.print.manuscript.Manuscript;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A carbon sink that is sold once and for all has a contract that speaks of no term. */
class SellingASinkOnceTest {

  @Test
  void no_part_of_a_term_that_there_is_not_is_returned() {
    assertThat(words(SampleDeals.pengyang())).contains("未使用的天数占全部期限的比例退还");
    assertThat(words(SampleDeals.onceAndForAll()))
        .doesNotContain("占全部期限的比例", "剩余期限")
        .contains("不影响受让方已经取得的碳汇，价款不予退还");
  }

  @Test
  void no_year_and_no_end_of_a_term_is_spoken_of() {
    assertThat(words(SampleDeals.onceAndForAll()))
        .doesNotContain("分配期限届满", "期限内的生态绩效目标", "假定的三个年度", "瞒报、少报年度经营收入", "因受让方经营获益")
        .contains("交割以后，标的的管护责任由转让方继续承担", "成交价款按第");
  }

  @Test
  void the_deal_has_no_fault() {
    assertThat(DealCheck.faultsOf(SampleDeals.onceAndForAll())).isEmpty();
  }

  private static String words(Deal deal) {
    return Clauses.manuscript(new DrawnDeal(deal, SampleDeals.OFFICE, SampleDeals.AWARDED))
        .lines()
        .stream()
        .map(Manuscript.Line::text)
        .collect(Collectors.joining("\n"));
  }
}
