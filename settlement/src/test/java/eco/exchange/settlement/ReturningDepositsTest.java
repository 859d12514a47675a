package eco.exchange.settlement;

import static eco.exchange.settlement.BankLink.incoming;
import static eco.exchange.settlement.BankLink.outgoing;
import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.calendar.Deadline;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.deposit.DepositRules;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.testing.Seeds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A deposit is back with its payer by the day that the notice promises, or somebody is asked why.
 */
class ReturningDepositsTest {

  private static final WorkingCalendar CALENDAR = WorkingCalendar.published();

  private final BankLink link = new BankLink();
  private final SettlementMarket market = link.market;

  @Test
  void a_deposit_that_is_not_back_by_the_promised_day_is_a_task() {
    Payment refund = isOrderedBack();
    Instant promised = backBy(ANJI);

    market.clock.moveTo(promised.minusSeconds(1));
    assertThat(looked()).isEmpty();
    market.clock.moveTo(promised);
    assertThat(looked())
        .singleElement()
        .satisfies(late -> assertThat(late.detail()).startsWith("OVERDUE: "));
    assertThat(looked()).as("it is asked once").hasSize(1);
    link.tells(outgoing("OUT", refund));
    assertThat(looked()).as("it is back").isEmpty();
  }

  @Test
  void a_deposit_that_the_bank_was_never_asked_to_return_is_a_task_too() {
    link.tells(incoming("B0", market.deposit(ANJI), "200.00"));
    done(link.door.releaseDeposits(TRADE, Set.of()));
    market.clock.moveTo(backBy(ANJI));

    assertThat(looked()).hasSize(1);
  }

  @Test
  void a_kept_deposit_is_ordered_back_early_enough_to_arrive_on_its_last_day() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int i = 0; i < 1_000; i++) {
      LocalDate closed = LocalDate.of(2025, 1, 2).plusDays(random.nextInt(600));
      Instant closedAt = closed.atTime(9 + random.nextInt(8), 0).atZone(Deadline.ZONE).toInstant();
      int returnDays = 1 + random.nextInt(5);
      int keptDays = returnDays + 1 + random.nextInt(30);

      Instant ordered = DepositRules.orderedBackAt(closedAt, keptDays, returnDays);
      Instant arrives =
          CALENDAR.plusWorkingDays(WorkingCalendar.dayOf(ordered), returnDays).endsAt();
      assertThat(arrives)
          .as("seed %d: closed %s, kept %d, returned in %d", seed, closed, keptDays, returnDays)
          .isEqualTo(CALENDAR.plusWorkingDays(closed, keptDays).endsAt());
    }
  }

  private Payment isOrderedBack() {
    link.tells(incoming("B0", market.deposit(ANJI), "200.00"));
    done(link.door.releaseDeposits(TRADE, Set.of()));
    Payment refund = await(link.bank.nextFile()).orElseThrow().payments().getFirst();
    assertThat(refund.amount()).isEqualTo(yuan("200.00"));
    return refund;
  }

  private Instant backBy(PartyId bidder) {
    SubAccountView deposit =
        await(market.receipts.subAccountOf(TRADE, bidder, SubAccountPurpose.DEPOSIT)).orElseThrow();
    return DepositRules.backBy(deposit, market.clock.instant());
  }

  private List<BankException> looked() {
    await(link.bank.lookAtPayments());
    return await(link.bank.exceptions(Optional.empty(), 10)).items();
  }
}
