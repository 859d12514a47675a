package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.ANJI_CLERK;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.contract;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.receipt;
import static eco.exchange.settlement.SettlementMarket.told;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.RevenueView;
import eco.exchange.settlement.revenue.ReportRevenue;
import eco.exchange.settlement.review.NoteSignal;
import eco.exchange.settlement.review.Reconciliation;
import eco.exchange.settlement.review.RevenueReview;
import eco.exchange.settlement.review.SignalKind;
import eco.exchange.settlement.year.YearEnd;
import eco.exchange.testing.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A year's revenue is looked at before it is shared, and the year is closed after. */
class ReviewingARevenueTest {

  private static final ContractId CONTRACT = new ContractId(TRADE, 1);
  private static final int YEAR = 2026;

  private final PgMarket database = new PgMarket(TestDatabase.migrated());
  private final SettlementMarket market = database.market();
  private final RevenueReview review = database.review(market);
  private final YearEnd yearEnd = database.yearEnd(market);

  @BeforeEach
  void a_price_is_settled() {
    market.paidDeposit(ANJI);
    done(market.door.open(contract("200.00", "200.00"), 5));
    market.isOver(YEAR);
  }

  @Test
  void a_preview_is_what_the_distribution_will_be_and_moves_nothing() {
    assertThat(told(review.preview(CONTRACT, YEAR))).isEqualTo("REVENUE_NOT_REPORTED");
    String number = reported("1000.01");
    assertThat(told(review.preview(CONTRACT, YEAR))).isEqualTo("REVENUE_NOT_RECEIVED");
    done(market.door.receive(receipt("R1", number, "1000.01", START)));

    DistributionView before = done(review.preview(CONTRACT, YEAR));

    assertThat(await(market.door.distributions(CONTRACT))).hasSize(1);
    assertThat(done(review.distribute(CONTRACT, YEAR, ""))).isEqualTo(before);
  }

  @Test
  void a_report_is_held_against_signs_within_five_per_cent() {
    reported("950.00");
    note(SignalKind.TICKETS, "1000.00", "1000.00");
    note(SignalKind.YIELD_BAND, "600.00", "904.77");
    assertThat(differences()).isEmpty();
    assertThat(await(review.differences(YEAR))).isEmpty();

    note(SignalKind.INVOICES, "1000.01", "1200.00");

    assertThat(differences()).containsExactly("INVOICES true CNY 50.01");
    assertThat(await(review.differences(YEAR))).hasSize(1);
    assertThat(await(review.differences(YEAR + 1))).isEmpty();
  }

  @Test
  void a_sign_is_noted_once_and_sensibly() {
    note(SignalKind.TICKETS, "1.00", "2.00");
    note(SignalKind.TICKETS, "1.00", "2.00");
    assertThat(told(review.noteSignal(signal(SignalKind.TICKETS, "1.00", "3.00"), OFFICER)))
        .isEqualTo("SIGNAL_DIFFERS");
    assertThat(told(review.noteSignal(signal(SignalKind.INVOICES, "3.00", "2.99"), OFFICER)))
        .isEqualTo("AMOUNT_NOT_POSITIVE");
    assertThat(told(review.noteSignal(signal(SignalKind.INVOICES, "0.00", "1.00"), OFFICER)))
        .isEqualTo("AMOUNT_NOT_POSITIVE");
  }

  @Test
  void where_signs_do_not_agree_the_approval_says_why_it_is_shared() {
    String number = reported("100.00");
    done(market.door.receive(receipt("R1", number, "100.00", START)));
    note(SignalKind.TICKETS, "1000.00", "1000.00");

    assertThat(told(review.distribute(CONTRACT, YEAR, " "))).isEqualTo("DIFFERENCE_UNEXPLAINED");
    assertThat(told(review.distribute(CONTRACT, YEAR, "系统停用九个月"))).isEqualTo("done");
  }

  @Test
  void a_report_lowered_after_its_year_was_shared_is_refused_and_says_what_to_do() {
    String number = reported("100.00");
    done(market.door.receive(receipt("R1", number, "100.00", START)));
    assertThat(told(report("100.01"))).isEqualTo("RECEIVED_ALREADY");
    done(market.door.distribute(CONTRACT, YEAR));
    assertThat(told(report("99.99"))).isEqualTo("SHARED_ALREADY");
    assertThat(told(report("100.00"))).isEqualTo("done");
  }

  @Test
  void a_report_is_corrected_until_its_money_is_in_and_every_edition_stays() {
    String wrong = reported("100.00");
    String right = reported("1000.00");
    note(SignalKind.TICKETS, "1000.00", "1000.00");
    assertThat(differences()).isEmpty();
    assertThat(await(review.reconciliation(CONTRACT, YEAR)).orElseThrow().edition()).isEqualTo(2);

    done(market.door.receive(receipt("R1", wrong, "100.00", START)));
    assertThat(told(review.preview(CONTRACT, YEAR))).isEqualTo("REVENUE_NOT_RECEIVED");
    done(market.door.receive(receipt("R2", right, "1000.00", START)));

    assertThat(await(market.door.unmatched(Optional.empty(), 10)).items())
        .extracting(stray -> stray.receipt().reference() + " " + stray.cause().orElseThrow())
        .containsExactly("R1 ACCOUNT_CLOSED");
    assertThat(done(review.distribute(CONTRACT, YEAR, "")).whole()).isEqualTo(yuan("1000.00"));
    assertThat(await(market.door.revenues(CONTRACT)))
        .extracting(told -> told.edition() + " " + told.revenue())
        .containsExactly("1 CNY 100.00", "2 CNY 1000.00");
  }

  @Test
  void a_report_may_be_corrected_to_nothing_which_is_in_at_once_and_stays() {
    reported("100.00");
    assertThat(done(report("0.00")).subAccount()).isEmpty();
    assertThat(told(report("100.00"))).isEqualTo("RECEIVED_ALREADY");
    assertThat(done(review.distribute(CONTRACT, YEAR, "")).whole()).isEqualTo(yuan("0.00"));
  }

  @Test
  void a_year_is_closed_when_it_is_over_and_shared_and_takes_no_report_after() {
    String number = reported("100.00");
    assertThat(told(yearEnd.close(YEAR + 1, OFFICER))).isEqualTo("YEAR_NOT_OVER");
    assertThat(told(yearEnd.close(YEAR, OFFICER))).isEqualTo("YEAR_AWAITED");
    done(market.door.receive(receipt("R1", number, "100.00", START)));
    assertThat(told(yearEnd.close(YEAR, OFFICER))).isEqualTo("REVENUE_NOT_SHARED");
    done(market.door.distribute(CONTRACT, YEAR));
    done(yearEnd.close(YEAR, OFFICER));
    assertThat(told(report("99.00"))).isEqualTo("SHARED_ALREADY");
  }

  @Test
  void a_year_that_a_contract_still_owes_is_not_closed_and_one_after_its_term_is() {
    market.isOver(YEAR + 1);
    assertThat(told(yearEnd.close(YEAR + 1, OFFICER))).isEqualTo("YEAR_AWAITED");
    market.isOver(YEAR + 21);
    done(yearEnd.close(YEAR + 21, OFFICER));
    assertThat(told(yearEnd.close(YEAR + 20, OFFICER))).isEqualTo("YEAR_AWAITED");
  }

  @Test
  void what_is_found_of_a_closed_year_is_shared_all_the_same() {
    done(market.door.receive(receipt("R1", reported("100.00"), "100.00", START)));
    done(market.door.distribute(CONTRACT, YEAR));
    done(yearEnd.close(YEAR, OFFICER));

    String number = reported("150.00");
    done(market.door.receive(receipt("R2", number, "50.00", START)));

    assertThat(await(market.door.distributions(CONTRACT)).getLast().whole())
        .isEqualTo(yuan("50.00"));
    assertThat(await(review.reconciliation(CONTRACT, YEAR)).orElseThrow().reported())
        .isEqualTo(yuan("150.00"));
  }

  private String reported(String revenue) {
    return done(report(revenue)).subAccount().orElseThrow();
  }

  private Uni<Answer<RevenueView>> report(String revenue) {
    return market.door.reportRevenue(
        new ReportRevenue(CONTRACT, YEAR, yuan(revenue), "审计报告"), ANJI_CLERK);
  }

  private void note(SignalKind kind, String low, String high) {
    done(review.noteSignal(signal(kind, low, high), OFFICER));
  }

  private static NoteSignal signal(SignalKind kind, String low, String high) {
    return new NoteSignal(CONTRACT, YEAR, kind, yuan(low), yuan(high), "系统导出");
  }

  private List<String> differences() {
    Reconciliation told = await(review.reconciliation(CONTRACT, YEAR)).orElseThrow();
    return told.differences().stream()
        .map(one -> "%s %s %s".formatted(one.kind(), one.isBelow(), one.beyond()))
        .toList();
  }
}
