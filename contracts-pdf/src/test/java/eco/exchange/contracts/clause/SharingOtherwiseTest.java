package eco.exchange.contracts.clause;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.contracts.SampleDeals;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DealCheck;
import eco.exchange.contracts.deal.DealFault;
import eco.exchange.contracts.deal.DrawnDeal;
import eco.exchange.contracts.sentence.Sentences;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A deal that shares otherwise than the rules demand says so, with the document that approves. */
class SharingOtherwiseTest {

  private static final Deal SALE = SampleDeals.soldOnceAndForAll(SampleDeals.badong());

  @Test
  void a_pure_sale_to_the_villagers_is_drawn_with_a_document_beside_the_decision() {
    assertThat(DealCheck.faultsOf(SALE)).isEmpty();
    Deal undocumented = SampleDeals.decidedBy(SALE, List.of("村民代表会议三分之二以上同意"));
    assertThat(DealCheck.faultsOf(undocumented))
        .extracting(DealFault::detail)
        .anyMatch(fault -> fault.startsWith("REVENUE_NOT_SHARED: "))
        .anyMatch(fault -> fault.startsWith("REINVESTMENT_TOO_LOW: "))
        .hasSize(5);
  }

  @Test
  void its_paper_speaks_of_no_yearly_revenue_and_settlement_awaits_none() {
    String words =
        Clauses.manuscript(new DrawnDeal(SALE, SampleDeals.OFFICE, SampleDeals.AWARDED)).toString();
    assertThat(words).contains("一次性买断").doesNotContain("受让方每年应当在次年", "第一年");
    assertThat(SALE.revenueYears()).isZero();
    assertThat(SampleDeals.badong().revenueYears()).isEqualTo(20);
    assertThat(
            Clauses.of(
                new DrawnDeal(SALE, SampleDeals.OFFICE, SampleDeals.AWARDED), Sentences.ENGLISH))
        .isNotEmpty();
  }
}
