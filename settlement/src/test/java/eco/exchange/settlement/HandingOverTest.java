package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.contract;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.receipt;
import static eco.exchange.settlement.SettlementMarket.told;
import static eco.exchange.settlement.handover.HandoverView.Step.HANDED_OVER;
import static eco.exchange.settlement.handover.HandoverView.Step.REGISTERED;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.handover.HandoverView;
import eco.exchange.settlement.handover.Handovers;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.sharing.SealedContract;
import eco.exchange.testing.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HandingOverTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private final PgMarket database = new PgMarket(TestDatabase.migrated());
  private final SettlementMarket market = database.market();
  private final Handovers handovers = database.handovers(market);

  @Test
  void what_was_sold_is_handed_over_when_it_is_paid_and_registered_thereafter() {
    open(contract("1000.00", "0.00"));
    assertThat(told(note(HANDED_OVER, "交接单1号"))).isEqualTo("PRICE_NOT_SETTLED");
    pay("1000.00", START);

    assertThat(told(note(REGISTERED, "权证1号"))).isEqualTo("NOT_HANDED_OVER");
    HandoverView step = done(note(HANDED_OVER, "交接单1号"));
    assertThat(done(note(HANDED_OVER, "交接单1号"))).isEqualTo(step);
    assertThat(told(note(HANDED_OVER, "交接单2号"))).isEqualTo("STEP_DIFFERS");
    HandoverView registered = done(note(REGISTERED, "权证1号"));

    assertThat(await(handovers.steps(new ContractId(TRADE, 1)))).containsExactly(step, registered);
  }

  @Test
  void nothing_is_handed_over_before_the_penalty_for_a_late_price_is_in() {
    open(contract("1000.00", "0.00"));
    Instant late = Instant.parse("2026-03-20T01:00:00Z");
    pay("1000.00", late);

    assertThat(told(note(HANDED_OVER, "交接单1号"))).isEqualTo("PRICE_NOT_SETTLED");
  }

  @Test
  void a_right_of_a_few_years_is_not_registered() {
    SealedContract twenty = contract("1000.00", "0.00");
    open(
        new SealedContract(
            twenty.contract(),
            twenty.transferor(),
            twenty.transferee(),
            twenty.price(),
            twenty.deposit(),
            4,
            twenty.termsJson(),
            twenty.termsHash()));
    pay("1000.00", START);
    done(note(HANDED_OVER, "交接单1号"));

    assertThat(told(note(REGISTERED, "权证1号"))).isEqualTo("NOT_REGISTRABLE");
  }

  @Test
  void a_step_needs_a_contract_a_document_and_a_day_that_has_come() {
    ContractId unknown = new ContractId(SettlementMarket.trade(9), 1);

    assertThat(told(handovers.note(unknown, HANDED_OVER, TODAY, "交接单1号", OFFICER)))
        .isEqualTo("CONTRACT_UNKNOWN");
    assertThat(told(note(HANDED_OVER, " "))).isEqualTo("TEXT_OUT_OF_BOUNDS");
    assertThat(
            told(
                handovers.note(
                    new ContractId(TRADE, 1), HANDED_OVER, TODAY.plusDays(1), "交接单1号", OFFICER)))
        .isEqualTo("DAY_NOT_COME");
  }

  private void open(SealedContract sealed) {
    done(market.door.open(sealed, 5));
  }

  private void pay(String amount, Instant at) {
    String number =
        await(market.door.subAccountOf(TRADE, ANJI, SubAccountPurpose.PRICE))
            .orElseThrow()
            .number();
    done(market.door.receive(receipt("R1", number, amount, at)));
  }

  private Uni<Answer<HandoverView>> note(HandoverView.Step step, String document) {
    return handovers.note(new ContractId(TRADE, 1), step, TODAY, document, OFFICER);
  }
}
