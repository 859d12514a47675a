package eco.exchange.settlement;

import static eco.exchange.settlement.BankLink.incoming;
import static eco.exchange.settlement.BankLink.reversal;
import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.ANJI_CLERK;
import static eco.exchange.settlement.SettlementMarket.DUE;
import static eco.exchange.settlement.SettlementMarket.LISHUI;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TOWNSHIP;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.contract;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.bank.EntryReferences;
import eco.exchange.settlement.ownpayment.OwedAnewView;
import eco.exchange.settlement.ownpayment.OwnPayments;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.revenue.ReportRevenue;
import eco.exchange.sharing.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A payer whose payment the bank has taken back sees what it owes anew, and where to pay it. */
class OwingAnewTest {

  private static final ContractId CONTRACT = new ContractId(TRADE, 1);
  private static final Instant LATER = START.plusSeconds(3600);

  private final BankLink link = new BankLink();
  private final SettlementMarket market = link.market;
  private final SettlementDoors door = link.door;
  private final OwnPayments own = link.database.ownPayments(market, link.bank);

  @AfterEach
  void the_books_are_right() {
    assertThat(await(door.books()).areRight()).isTrue();
  }

  @Test
  void a_price_that_was_used_is_owed_anew_until_it_has_come_in() {
    isPaid();
    assertThat(owed(ANJI)).isEmpty();
    market.clock.moveTo(LATER);
    link.tells(reversal(EntryReferences.of("B1"), "800.00"));

    assertThat(owed(ANJI))
        .containsExactly(
            new OwedAnewView(
                awaited(SubAccountPurpose.RECOURSE),
                TRADE,
                SubAccountPurpose.PRICE,
                Optional.of(new Occasion.Price()),
                yuan("800.00"),
                yuan("0.00"),
                LATER,
                Optional.empty(),
                true));

    link.tells(incoming("B2", awaited(SubAccountPurpose.RECOURSE), "800.00"));
    assertThat(owed(ANJI)).isEmpty();
  }

  @Test
  void a_stranger_sees_nothing_of_it_and_neither_does_whoever_is_paid() {
    isPaid();
    link.tells(reversal(EntryReferences.of("B1"), "800.00"));

    assertThat(owed(ANJI)).hasSize(1);
    assertThat(owed(LISHUI)).isEmpty();
    assertThat(owed(TOWNSHIP)).isEmpty();
  }

  @Test
  void the_deposit_that_became_a_part_of_the_price_is_owed_as_a_deposit() {
    isPaid();
    link.tells(reversal(EntryReferences.of("B0"), "200.00"));

    OwedAnewView owed = owed(ANJI).getFirst();
    assertThat(owed.purpose()).isEqualTo(SubAccountPurpose.DEPOSIT);
    assertThat(owed.occasion()).isEmpty();
    assertThat(owed.isUsed()).isTrue();
    assertThat(owed.missing()).isEqualTo(yuan("200.00"));
  }

  @Test
  void what_was_paid_anew_and_is_taken_back_again_is_still_owed_for_the_same() {
    isPaid();
    market.isOver(2026);
    ReportRevenue report = new ReportRevenue(CONTRACT, 2026, yuan("50.00"), "年报");
    done(market.revenues.report(report, ANJI_CLERK));
    link.tells(incoming("B2", awaited(SubAccountPurpose.REVENUE), "50.00"));
    link.tells(reversal(EntryReferences.of("B2"), "50.00"));
    link.tells(incoming("B3", awaited(SubAccountPurpose.RECOURSE), "50.00"));
    link.tells(reversal(EntryReferences.of("B3"), "50.00"));

    assertThat(owed(ANJI)).hasSize(1);
    OwedAnewView owed = owed(ANJI).getFirst();
    assertThat(owed.purpose()).isEqualTo(SubAccountPurpose.REVENUE);
    assertThat(owed.occasion()).contains(new Occasion.Year(2026));
    assertThat(owed.subAccount()).isEqualTo(awaited(SubAccountPurpose.RECOURSE));
  }

  @Test
  void a_deposit_that_is_still_due_is_awaited_anew_and_what_came_in_of_it_counts() {
    link.tells(incoming("B0", market.deposit(ANJI), "200.00"));
    market.deposit(LISHUI);
    assertThat(owed(LISHUI)).as("it has never paid").isEmpty();
    link.tells(reversal(EntryReferences.of("B0"), "200.00"));
    String anew = awaited(SubAccountPurpose.DEPOSIT);
    link.tells(incoming("B1", anew, "50.00"));

    OwedAnewView owed = owed(ANJI).getFirst();
    assertThat(owed.subAccount()).isEqualTo(anew);
    assertThat(owed.isUsed()).isFalse();
    assertThat(owed.amount()).isEqualTo(yuan("200.00"));
    assertThat(owed.paid()).isEqualTo(yuan("50.00"));
    assertThat(owed.missing()).isEqualTo(yuan("150.00"));
    assertThat(owed.dueAt()).contains(DUE);

    link.tells(incoming("B2", anew, "150.00"));
    assertThat(owed(ANJI)).isEmpty();
  }

  private List<OwedAnewView> owed(PartyId party) {
    return await(own.owedAnew(party));
  }

  private String awaited(SubAccountPurpose purpose) {
    return await(market.receipts.subAccountOf(TRADE, ANJI, purpose)).orElseThrow().number();
  }

  /** A deposit of 200 yuan and the rest of a price of a thousand have come in and are shared. */
  private void isPaid() {
    link.tells(incoming("B0", market.deposit(ANJI), "200.00"));
    done(door.open(contract("1000.00", "200.00"), 5));
    link.tells(incoming("B1", awaited(SubAccountPurpose.PRICE), "800.00"));
  }
}
