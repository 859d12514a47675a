package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.ANJI_CLERK;
import static eco.exchange.settlement.SettlementMarket.DEQING;
import static eco.exchange.settlement.SettlementMarket.DUE;
import static eco.exchange.settlement.SettlementMarket.LISHUI;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TERM;
import static eco.exchange.settlement.SettlementMarket.TERMS;
import static eco.exchange.settlement.SettlementMarket.TOWNSHIP;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.contract;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.receipt;
import static eco.exchange.settlement.SettlementMarket.told;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import eco.exchange.settlement.deposit.Forfeit;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.FactsView;
import eco.exchange.settlement.distribution.NoteFacts;
import eco.exchange.settlement.distribution.RevenueView;
import eco.exchange.settlement.distribution.StatementView;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.PaymentOrderView;
import eco.exchange.settlement.receipt.ReceiptResolution;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountNumber;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.receipt.SubAccountView.State;
import eco.exchange.settlement.receipt.UnmatchedCause;
import eco.exchange.settlement.revenue.ReportRevenue;
import eco.exchange.settlement.revenue.RevenueDeadlines;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Entitlement;
import eco.exchange.sharing.ExampleTerms;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.StatementJson;
import eco.exchange.sharing.TermsJson;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What settlement does, told once and tried on every store. */
abstract class SettlementScenarios {

  static final ContractId CONTRACT = new ContractId(TRADE, 1);
  static final Occasion Y2026 = new Occasion.Year(2026);
  static final Occasion Y2027 = new Occasion.Year(2027);

  SettlementMarket market;
  SettlementDoors door;

  /** A market on which nothing has happened. */
  abstract SettlementMarket opened();

  /** The kinds of the events told so far, in order. */
  abstract List<String> events();

  @BeforeEach
  void begin() {
    market = opened();
    door = market.door;
    assertThat(events()).isEmpty();
  }

  @AfterEach
  void the_books_are_right() {
    assertThat(await(door.books()).areRight()).isTrue();
  }

  @Test
  void a_bidder_has_one_sub_account_in_a_trade_and_its_number_checks() {
    SubAccountView first = done(door.expectDeposit(TRADE, ANJI, yuan("200.00"), DUE, 3));
    SubAccountView again = done(door.expectDeposit(TRADE, ANJI, yuan("200.00"), DUE, 3));

    assertThat(again).isEqualTo(first);
    assertThat(SubAccountNumber.checks(first.number())).isTrue();
    assertThat(market.deposit(LISHUI)).isNotEqualTo(first.number());
    assertThat(told(door.expectDeposit(TRADE, ANJI, yuan("201.00"), DUE, 3)))
        .isEqualTo("DEPOSIT_DIFFERS");
    assertThat(told(door.expectDeposit(TRADE, ANJI, Money.ZERO, DUE, 3)))
        .isEqualTo("AMOUNT_NOT_POSITIVE");
    assertThat(await(door.subAccountOf(TRADE, ANJI, SubAccountPurpose.DEPOSIT))).contains(first);
    assertThat(await(door.subAccountsOf(ANJI))).containsExactly(first);
  }

  @Test
  void a_deposit_in_time_and_in_full_is_held() {
    String number = market.deposit(ANJI);

    ReceiptView taken = done(door.receive(receipt("R1", number, "200.00", DUE.minusMillis(1))));

    assertThat(taken.state()).isEqualTo(ReceiptView.State.MATCHED);
    assertThat(deposit(ANJI)).isEqualTo(State.HELD);
    assertThat(await(door.books()).held()).isEqualTo(yuan("200.00"));
    assertThat(events()).containsExactly("DepositHeld");
  }

  @Test
  void what_fits_nothing_is_kept_with_its_cause_and_told() {
    String number = market.deposit(ANJI);
    String paid = market.paidDeposit(LISHUI);

    assertThat(cause("R1", "1234567890123456789", "200.00", START))
        .isEqualTo(UnmatchedCause.UNKNOWN_ACCOUNT);
    assertThat(cause("R2", paid, "200.00", START)).isEqualTo(UnmatchedCause.ACCOUNT_CLOSED);
    assertThat(cause("R4", number, "200.01", START)).isEqualTo(UnmatchedCause.WRONG_AMOUNT);
    assertThat(cause("R5", "", "0.01", START)).isEqualTo(UnmatchedCause.UNKNOWN_ACCOUNT);
    assertThat(deposit(ANJI)).isEqualTo(State.AWAITED);
    assertThat(references(await(door.unmatched(Optional.empty(), 200))))
        .containsExactly("R1", "R2", "R4", "R5");
    assertThat(events()).filteredOn("ReceiptUnmatched"::equals).hasSize(4);
  }

  @Test
  void a_deposit_that_comes_late_is_not_accepted_and_goes_back_by_itself_within_three_days() {
    String number = market.deposit(ANJI);

    ReceiptView late = done(door.receive(receipt("R3", number, "200.00", DUE)));

    assertThat(late.cause()).contains(UnmatchedCause.LATE);
    assertThat(late.state()).isEqualTo(ReceiptView.State.RETURNED);
    assertThat(done(door.receive(receipt("R3", number, "200.00", DUE)))).isEqualTo(late);
    assertThat(deposit(ANJI)).isEqualTo(State.AWAITED);
    assertThat(await(door.unmatched(Optional.empty(), 200)).items()).isEmpty();
    assertThat(await(market.ordersOf("receipt/R3")))
        .extracting(PaymentOrderView::dueAt)
        .containsExactly(Optional.of(Instant.parse("2026-03-05T16:00:00Z")));
    assertThat(events()).isEmpty();
  }

  @Test
  void a_frozen_deposit_stays_until_the_complaint_is_settled_and_then_goes_its_way() {
    market.paidDeposit(ANJI);
    market.paidDeposit(LISHUI);
    done(market.deposits.freeze(TRADE, Optional.of(LISHUI), "投诉〔2026〕1号", OFFICER));

    done(door.releaseDeposits(TRADE, Set.of()));
    assertThat(deposit(ANJI)).isEqualTo(State.RELEASED);
    assertThat(deposit(LISHUI)).isEqualTo(State.TO_BE_RELEASED);
    assertThat(beneficiaries()).hasSize(1);
    done(market.deposits.freeze(TRADE, Optional.empty(), "投诉〔2026〕1号", OFFICER));
    assertThat(deposit(LISHUI)).isEqualTo(State.TO_BE_RELEASED);

    done(market.deposits.thaw(TRADE, Optional.empty(), "处理决定〔2026〕1号", OFFICER));
    assertThat(deposit(LISHUI)).isEqualTo(State.RELEASED);
    assertThat(beneficiaries()).hasSize(2);
    assertThat(told(market.deposits.thaw(TRADE, Optional.empty(), " ", OFFICER)))
        .isEqualTo("TEXT_OUT_OF_BOUNDS");
  }

  @Test
  void a_frozen_deposit_is_neither_lost_nor_price_until_it_is_thawed() {
    market.paidDeposit(ANJI);
    done(market.deposits.freeze(TRADE, Optional.empty(), "投诉〔2026〕1号", OFFICER));
    Forfeit lost = new Forfeit(Money.ZERO, "中心", new NamedParty(TOWNSHIP, "转让方"));

    assertThat(told(door.releaseDeposit(TRADE, ANJI, Optional.of(lost))))
        .isEqualTo("DEPOSIT_FROZEN");
    assertThat(told(door.open(contract("1000.00", "200.00"), 5))).isEqualTo("DEPOSIT_NOT_HELD");

    done(market.deposits.thaw(TRADE, Optional.of(ANJI), "处理决定〔2026〕1号", OFFICER));
    assertThat(deposit(ANJI)).isEqualTo(State.HELD);
    done(door.open(contract("1000.00", "200.00"), 5));
    assertThat(deposit(ANJI)).isEqualTo(State.APPLIED);
  }

  @Test
  void a_number_among_the_payers_words_is_as_good_as_one_in_its_place() {
    String number = market.deposit(ANJI);

    assertThat(words("R1", "", "200.00", "甲", "保证金 " + number + "，请查收")).isEmpty();
    assertThat(deposit(ANJI)).isEqualTo(State.HELD);
  }

  @Test
  void what_names_two_sub_accounts_is_guessed_for_neither() {
    String both = market.deposit(ANJI) + " " + market.deposit(LISHUI);

    assertThat(words("R1", "", "200.00", "甲", both)).contains(UnmatchedCause.UNKNOWN_ACCOUNT);
  }

  @Test
  void a_price_is_known_by_trade_amount_and_name_together_and_by_no_two_of_them() {
    market.paidDeposit(ANJI);
    done(door.open(contract("1000.00", "200.00"), 5));
    String name = "付款人 deposit of " + ANJI;
    String trade = "价款 " + TRADE;

    assertThat(words("R1", "", "800.00", "别人", trade)).contains(UnmatchedCause.UNKNOWN_ACCOUNT);
    assertThat(words("R2", "", "799.00", name, trade)).contains(UnmatchedCause.UNKNOWN_ACCOUNT);
    assertThat(words("R3", "", "800.00", name, "价款")).contains(UnmatchedCause.UNKNOWN_ACCOUNT);
    assertThat(words("R4", "", "800.00", name, trade)).isEmpty();
    assertThat(await(door.distributions(CONTRACT))).hasSize(1);
    assertThat(words("R4", "", "800.00", name, trade)).isEmpty();
  }

  @Test
  void a_deposit_must_name_its_sub_account() {
    market.paidDeposit(ANJI);
    done(door.releaseDeposits(TRADE, Set.of()));
    done(door.expectDeposit(TRADE, ANJI, yuan("300.00"), DUE, 3));

    assertThat(words("R1", "", "300.00", "付款人 deposit of " + ANJI, "保证金 " + TRADE))
        .contains(UnmatchedCause.UNKNOWN_ACCOUNT);
  }

  private Optional<UnmatchedCause> words(
      String reference, String subAccount, String amount, String payer, String words) {
    BankReceipt receipt =
        new BankReceipt(
            reference,
            subAccount,
            yuan(amount),
            payer,
            START,
            Optional.empty(),
            words,
            Optional.empty());
    return done(door.receive(receipt)).cause();
  }

  @Test
  void stray_receipts_are_read_page_by_page() {
    for (int i = 1; i <= 5; i++) {
      cause("R" + i, "nowhere", "1.00", START);
    }
    List<String> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<ReceiptView> page = await(door.unmatched(after, 2));
      seen.addAll(references(page));
      after = page.after();
    } while (after.isPresent());

    assertThat(seen).containsExactly("R1", "R2", "R3", "R4", "R5");
  }

  @Test
  void a_receipt_told_twice_counts_once_and_told_otherwise_is_refused() {
    String number = market.deposit(ANJI);
    ReceiptView first = done(door.receive(receipt("R1", number, "200.00", START)));

    assertThat(done(door.receive(receipt("R1", number, "200.00", START)))).isEqualTo(first);
    assertThat(told(door.receive(receipt("R1", number, "200.01", START))))
        .isEqualTo("RECEIPT_DIFFERS");
    assertThat(told(door.receive(receipt("R1", "elsewhere", "200.00", START))))
        .isEqualTo("RECEIPT_DIFFERS");
    assertThat(await(door.receipt("R1"))).contains(first);
    assertThat(events()).containsExactly("DepositHeld");
  }

  @Test
  void a_receipt_that_makes_no_sense_is_refused() {
    assertThat(told(door.receive(receipt("R1", "x", "0.00", START))))
        .isEqualTo("AMOUNT_NOT_POSITIVE");
    assertThat(told(door.receive(receipt("R1", "x", "-1.00", START))))
        .isEqualTo("AMOUNT_NOT_POSITIVE");
    assertThat(told(door.receive(receipt(" ", "x", "1.00", START))))
        .isEqualTo("TEXT_OUT_OF_BOUNDS");
    assertThat(told(door.receive(receipt("R".repeat(65), "x", "1.00", START))))
        .isEqualTo("TEXT_OUT_OF_BOUNDS");
    assertThat(told(door.receive(receipt("R1", "x".repeat(35), "1.00", START))))
        .isEqualTo("TEXT_OUT_OF_BOUNDS");
    assertThat(await(door.receipt("R1"))).isEmpty();
  }

  @Test
  void losers_get_their_deposits_back_and_the_winner_does_not() {
    market.paidDeposit(ANJI);
    market.paidDeposit(LISHUI);
    market.deposit(DEQING);

    List<SubAccountView> released = done(door.releaseDeposits(TRADE, Set.of(ANJI)));

    assertThat(released)
        .extracting(SubAccountView::state)
        .containsExactly(State.HELD, State.RELEASED, State.CLOSED);
    assertThat(done(door.releaseDeposits(TRADE, Set.of(ANJI)))).isEqualTo(released);
    assertThat(beneficiaries()).containsExactly("付款人 deposit of " + LISHUI + " 200.00");
    assertThat(await(door.books()).held()).isEqualTo(yuan("200.00"));
  }

  // START is a Monday.
  @Test
  void a_deposit_goes_back_in_the_working_days_that_were_told_with_it() {
    String slow = done(door.expectDeposit(TRADE, ANJI, yuan("200.00"), DUE, 5)).number();
    done(door.receive(receipt("slow", slow, "200.00", START)));
    String late = done(door.expectDeposit(TRADE, DEQING, yuan("200.00"), DUE, 2)).number();
    done(door.receive(receipt("late", late, "200.00", DUE)));
    market.paidDeposit(LISHUI);

    done(door.releaseDeposits(TRADE, Set.of()));

    assertThat(await(door.paymentOrders(TRADE)))
        .extracting(order -> WorkingCalendar.dayOf(order.dueAt().orElseThrow().minusNanos(1)))
        .containsExactly(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 5));
    assertThat(await(market.ordersOf("receipt/late")))
        .extracting(order -> WorkingCalendar.dayOf(order.dueAt().orElseThrow().minusNanos(1)))
        .containsExactly(LocalDate.of(2026, 3, 4));
  }

  @Test
  void when_the_award_falls_the_winner_gets_the_deposit_back_too() {
    market.paidDeposit(ANJI);
    market.paidDeposit(LISHUI);
    done(door.releaseDeposits(TRADE, Set.of(ANJI)));

    done(door.releaseDeposits(TRADE, Set.of()));

    assertThat(beneficiaries()).hasSize(2);
    assertThat(await(door.books()).held()).isEqualTo(Money.ZERO);
    assertThat(told(door.open(contract("1000.00", "200.00"), 5))).isEqualTo("DEPOSIT_NOT_HELD");
  }

  @Test
  void the_runner_ups_deposit_is_kept_until_it_is_not_needed_and_goes_back_within_three_days() {
    market.paidDeposit(ANJI);
    market.paidDeposit(LISHUI);
    market.paidDeposit(DEQING);
    done(door.releaseDeposits(TRADE, Set.of(ANJI, LISHUI)));
    assertThat(deposit(LISHUI)).isEqualTo(State.HELD);
    assertThat(deposit(DEQING)).isEqualTo(State.RELEASED);

    done(door.open(contract("1000.00", "200.00"), 5));
    done(door.releaseDeposits(TRADE, Set.of(ANJI)));

    assertThat(deposit(ANJI)).isEqualTo(State.APPLIED);
    assertThat(deposit(LISHUI)).isEqualTo(State.RELEASED);
    assertThat(await(door.paymentOrders(TRADE)))
        .allSatisfy(
            order ->
                assertThat(order.dueAt().orElseThrow())
                    .isAfterOrEqualTo(order.orderedAt().plus(3, ChronoUnit.DAYS)));
  }

  @Test
  void a_lost_deposit_pays_the_fees_and_then_the_transferor_once_and_does_not_come_back() {
    market.paidDeposit(ANJI);
    market.paidDeposit(LISHUI);
    Forfeit forfeit = new Forfeit(yuan("30.00"), "中心", new NamedParty(TOWNSHIP, "彭阳县水务局"));

    List<SubAccountView> lost = done(door.releaseDeposit(TRADE, ANJI, Optional.of(forfeit)));

    assertThat(lost).extracting(SubAccountView::state).containsExactly(State.FORFEITED);
    assertThat(done(door.releaseDeposit(TRADE, ANJI, Optional.of(forfeit)))).isEqualTo(lost);
    done(door.releaseDeposits(TRADE, Set.of(LISHUI)));
    assertThat(beneficiaries()).containsExactly("中心 30.00", "彭阳县水务局 170.00");
    assertThat(await(door.books()).held()).isEqualTo(yuan("200.00"));
    assertThat(told(door.open(contract("1000.00", "200.00"), 5))).isEqualTo("DEPOSIT_NOT_HELD");
  }

  @Test
  void fees_take_no_more_than_the_deposit_and_what_was_never_paid_is_not_lost() {
    market.paidDeposit(ANJI);
    market.deposit(LISHUI);
    Forfeit forfeit = new Forfeit(yuan("900.00"), "中心", new NamedParty(TOWNSHIP, "彭阳县水务局"));

    done(door.releaseDeposit(TRADE, ANJI, Optional.of(forfeit)));
    done(door.releaseDeposit(TRADE, LISHUI, Optional.of(forfeit)));
    done(door.releaseDeposit(TRADE, DEQING, Optional.of(forfeit)));

    assertThat(beneficiaries()).containsExactly("中心 200.00");
    assertThat(deposit(LISHUI)).isEqualTo(State.CLOSED);
  }

  @Test
  void a_deposit_of_one_goes_back_alone() {
    market.paidDeposit(ANJI);
    market.paidDeposit(LISHUI);

    done(door.releaseDeposit(TRADE, LISHUI, Optional.empty()));

    assertThat(deposit(ANJI)).isEqualTo(State.HELD);
    assertThat(deposit(LISHUI)).isEqualTo(State.RELEASED);
  }

  @Test
  void a_bidder_may_be_asked_anew_after_the_deposit_went_back() {
    String first = market.paidDeposit(ANJI);
    done(door.releaseDeposits(TRADE, Set.of()));

    String second =
        done(door.expectDeposit(TRADE, ANJI, yuan("300.00"), DUE.plus(30, ChronoUnit.DAYS), 3))
            .number();

    assertThat(second).isNotEqualTo(first);
    assertThat(market.deposit(ANJI)).isEqualTo(first);
    assertThat(deposit(ANJI)).isEqualTo(State.AWAITED);
  }

  @Test
  void a_price_is_the_deposit_and_the_rest_and_then_it_is_shared() {
    market.paidDeposit(ANJI);

    EscrowView escrow = done(door.open(contract("1000.00", "200.00"), 5));
    SubAccountView rest =
        await(door.subAccountOf(TRADE, ANJI, SubAccountPurpose.PRICE)).orElseThrow();

    assertThat(escrow.priceDueAt()).isEqualTo("2026-03-09T16:00:00Z");
    assertThat(rest.expected()).isEqualTo(yuan("800.00"));
    assertThat(await(door.distributions(CONTRACT))).isEmpty();

    done(door.receive(receipt("R9", rest.number(), "800.00", START)));

    assertThat(parts(Income.PRICE, new Occasion.Price()))
        .containsExactly(
            Map.entry("watershed", yuan("333.33")),
            Map.entry("investor", yuan("333.34")),
            Map.entry("owner", yuan("333.33")),
            Map.entry("operator", Money.ZERO),
            Map.entry("villagers", Money.ZERO));
    assertThat(beneficiaries()).isEmpty();
    assertThat(done(market.disbursements.payOut(CONTRACT)))
        .isEqualTo(await(door.paymentOrders(TRADE)))
        .hasSize(2);
    assertThat(done(market.disbursements.payOut(CONTRACT))).isEmpty();
    assertThat(beneficiaries()).containsExactly("县水利投资公司 333.34", "甲村集体 333.33");
    assertThat(told(market.disbursements.payOut(new ContractId(TRADE, 2))))
        .isEqualTo("CONTRACT_UNKNOWN");
    assertThat(events()).containsExactly("DepositHeld", "PriceSettled");
    assertThat(done(door.open(contract("1000.00", "200.00"), 5))).isEqualTo(escrow);
    assertThat(events()).hasSize(2);
  }

  @Test
  void a_price_that_comes_late_is_still_the_price_and_is_settled_with_its_penalty() {
    EscrowView escrow = done(door.open(contract("1000.00", "0.00"), 5));
    String number = await(door.subAccountsOf(ANJI)).getFirst().number();
    Instant late = escrow.priceDueAt().plus(11, ChronoUnit.DAYS);

    done(door.receive(receipt("R2", number, "1000.00", late)));

    assertThat(await(door.distributions(CONTRACT))).hasSize(1);
    assertThat(events()).isEmpty();
    SubAccountView penalty =
        await(door.subAccountOf(TRADE, ANJI, SubAccountPurpose.PENALTY)).orElseThrow();
    assertThat(penalty.expected()).isEqualTo(yuan("3.60"));

    done(door.receive(receipt("R3", penalty.number(), "3.60", late)));

    DistributionView shared = await(door.distributions(CONTRACT)).getLast();
    assertThat(shared.income()).isEqualTo(Income.PENALTY);
    assertThat(shared.occasion()).isEqualTo(new Occasion.Price());
    assertThat(shared.whole()).isEqualTo(yuan("3.60"));
    assertThat(events()).containsExactly("PriceSettled");
  }

  @Test
  void a_late_price_and_a_late_revenue_of_the_same_year_cost_a_penalty_each() {
    EscrowView escrow = done(door.open(contract("1000.00", "0.00"), 5));
    String price = await(door.subAccountsOf(ANJI)).getFirst().number();
    Instant late = escrow.priceDueAt().plus(11, ChronoUnit.DAYS);
    done(door.receive(receipt("price", price, "1000.00", late)));
    done(door.receive(receipt("price-penalty", penalty().number(), "3.60", late)));
    String revenue = reported(2026, "12345.67").subAccount().orElseThrow();
    Instant tenDaysLate =
        RevenueDeadlines.of(TERM, 2026).dueAt().plus(9, ChronoUnit.DAYS).plusSeconds(1);

    done(door.receive(receipt("revenue", revenue, "12345.67", tenDaysLate)));

    assertThat(penalty().expected()).as("three in ten thousand a day").isEqualTo(yuan("37.04"));
    assertThat(penalty().occasion()).contains(Y2026);
    assertThat(await(door.distribution(CONTRACT, Income.PENALTY, Y2026))).isEmpty();
    done(door.distribute(CONTRACT, 2026));
    BankReceipt paid = receipt("penalty", penalty().number(), "37.04", tenDaysLate);
    done(door.receive(paid));
    done(door.receive(paid));

    assertThat(await(door.distributions(CONTRACT)))
        .extracting(
            shared -> shared.income() + " " + shared.occasion() + " " + sum(shared).decimal())
        .containsExactly(
            "PRICE PRICE 1000.00",
            "PENALTY PRICE 3.60",
            "REVENUE 2026 12345.67",
            "PENALTY 2026 37.04");
    assertThat(parts(Income.PENALTY, Y2026))
        .as("by the steps of the revenue, with what the penalty before has left over")
        .contains(Map.entry("watershed", yuan("16.72")), Map.entry("operator", Money.ZERO));
    assertThat(events())
        .containsExactly(
            "PriceSettled",
            "RevenueReported",
            "RevenueReceived",
            "RevenueDistributed",
            "PenaltyShared");
  }

  @Test
  void a_revenue_on_its_last_day_costs_no_penalty() {
    settledPrice();
    String revenue = reported(2026, "12345.67").subAccount().orElseThrow();
    Instant last = RevenueDeadlines.of(TERM, 2026).dueAt().minusMillis(1);

    done(door.receive(receipt("revenue", revenue, "12345.67", last)));

    assertThat(await(door.subAccountsOf(TRADE, ANJI, SubAccountPurpose.PENALTY))).isEmpty();
  }

  @Test
  void a_price_on_its_last_day_costs_no_penalty() {
    EscrowView escrow = done(door.open(contract("1000.00", "0.00"), 3));
    String number = await(door.subAccountsOf(ANJI)).getFirst().number();

    assertThat(escrow.priceDueAt()).isEqualTo("2026-03-05T16:00:00Z");
    done(door.receive(receipt("R2", number, "1000.00", escrow.priceDueAt().minusMillis(1))));

    assertThat(events()).containsExactly("PriceSettled");
  }

  @Test
  void a_deposit_that_is_the_whole_price_settles_it_at_once() {
    market.paidDeposit(ANJI);

    done(door.open(contract("200.00", "200.00"), 5));

    assertThat(await(door.subAccountOf(TRADE, ANJI, SubAccountPurpose.PRICE))).isEmpty();
    assertThat(await(door.distributions(CONTRACT)).getFirst().whole()).isEqualTo(yuan("200.00"));
    assertThat(events()).containsExactly("DepositHeld", "PriceSettled");
  }

  @Test
  void only_the_sealed_terms_open_an_escrow() {
    SealedContract sealed = contract("1000.00", "0.00");
    String changed = sealed.termsJson().replace("333333", "333332");

    assertThat(told(door.open(with(sealed, changed, sealed.termsHash()), 5)))
        .isEqualTo("CONTRACT_NOT_GENUINE");
    assertThat(told(door.open(with(sealed, "{}", sealed.termsHash()), 5)))
        .isEqualTo("CONTRACT_NOT_GENUINE");
    assertThat(told(door.open(with(sealed, " " + sealed.termsJson(), sealed.termsHash()), 5)))
        .isEqualTo("CONTRACT_NOT_GENUINE");
    SharingTerms faulty = new SharingTerms(TERMS.payees(), List.of());
    assertThat(told(door.open(with(sealed, TermsJson.write(faulty), TermsJson.hash(faulty)), 5)))
        .isEqualTo("TERMS_FAULTY");
    assertThat(told(door.open(contract("0.00", "0.00"), 5))).isEqualTo("AMOUNT_NOT_POSITIVE");
    assertThat(told(door.open(contract("1.00", "1.01"), 5))).isEqualTo("AMOUNT_NOT_POSITIVE");
    assertThat(told(door.open(contract("1000.00", "200.00"), 5))).isEqualTo("DEPOSIT_NOT_HELD");
    assertThat(await(door.escrow(CONTRACT))).isEmpty();
    assertThat(await(door.subAccountsOf(ANJI))).isEmpty();

    done(door.open(sealed, 5));
    assertThat(told(door.open(contract("1001.00", "0.00"), 5))).isEqualTo("ANOTHER_CONTRACT_OPEN");
  }

  @Test
  void a_years_revenue_is_reported_received_and_shared_once() {
    settledPrice();
    RevenueView told = reported(2026, "12345.67");

    assertThat(done(report(2026, "12345.67"))).isEqualTo(told);
    assertThat(told(door.distribute(CONTRACT, 2026))).isEqualTo("REVENUE_NOT_RECEIVED");
    assertThat(told(door.distribute(CONTRACT, 2027))).isEqualTo("REVENUE_NOT_REPORTED");
    done(door.receive(receipt("R2026", told.subAccount().orElseThrow(), "12345.67", START)));
    DistributionView shared = done(door.distribute(CONTRACT, 2026));

    assertThat(done(door.distribute(CONTRACT, 2026))).isEqualTo(shared);
    assertThat(await(door.distributions(CONTRACT))).hasSize(2).last().isEqualTo(shared);
    assertThat(await(door.revenues(CONTRACT))).containsExactly(told);
    assertThat(shared.parts())
        .extracting(DistributionView.Part::amount)
        .containsExactly(
            yuan("1867.28"), yuan("3071.00"), yuan("1234.57"), yuan("3703.69"), yuan("2469.13"));
    assertThat(events())
        .containsExactly(
            "PriceSettled", "RevenueReported", "RevenueReceived", "RevenueDistributed");
  }

  @Test
  void what_is_carried_over_the_years_keeps_to_the_exact_shares() {
    settledPrice();
    DistributionBasis standing = DistributionBasis.NONE;
    for (int year = 2026; year <= 2030; year++) {
      DistributionView shared = shared(year, "1000.0" + year % 10);
      Distribution expected = TERMS.distribute(Income.REVENUE, shared.whole(), standing);

      assertThat(shared.parts())
          .extracting(DistributionView.Part::amount)
          .isEqualTo(expected.parts().stream().map(Distribution.Part::amount).toList());
      assertThat(sum(shared)).isEqualTo(shared.whole());
      assertThat(shared.standing().carried()).containsAllEntriesOf(standing.carried());
      standing = expected.standing();
      assertThat(shared.left()).isEqualTo(standing);
    }
    assertThat(standing.carried().values()).anyMatch(carry -> carry.signum() != 0);
  }

  @Test
  void the_facts_of_a_year_are_noted_once_and_before_its_income_is_shared() {
    SealedContract plain = contract("1000.00", "0.00");
    SharingTerms terms = ExampleTerms.everyStep();
    assertThat(told(door.noteFacts(facts(Y2026, 2_500, "700"), OFFICER)))
        .isEqualTo("CONTRACT_UNKNOWN");
    done(door.open(with(plain, TermsJson.write(terms), TermsJson.hash(terms)), 5));
    String number = await(door.subAccountsOf(ANJI)).getFirst().number();
    done(door.receive(receipt("price", number, "1000.00", START)));

    FactsView noted = done(door.noteFacts(facts(Y2026, 2_500, "700"), OFFICER));
    assertThat(done(door.noteFacts(facts(Y2026, 2_500, "700"), OFFICER))).isEqualTo(noted);
    assertThat(told(door.noteFacts(facts(Y2026, 2_501, "700"), OFFICER))).isEqualTo("FACTS_DIFFER");
    assertThat(told(door.noteFacts(facts(Y2026, -1, "700"), OFFICER))).isEqualTo("FACTS_SENSELESS");
    assertThat(told(door.noteFacts(facts(new Occasion.Year(2025), 1, "700"), OFFICER)))
        .isEqualTo("YEAR_OUTSIDE_TERM");
    assertThat(told(door.noteFacts(facts(new Occasion.Price(), 1, "700"), OFFICER)))
        .isEqualTo("SHARED_ALREADY");
    NoteFacts toNobody =
        new NoteFacts(
            CONTRACT, Y2026, Optional.empty(), Map.of("township", yuan("1")), "登记证明 2026");
    assertThat(told(door.noteFacts(toNobody, OFFICER))).isEqualTo("FACTS_SENSELESS");

    DistributionView first = shared(2026, "100000.00");
    DistributionView second = shared(2027, "100000.00");

    // 12.5 % where erosion keeps to the threshold, 5 more where nobody has looked.
    assertThat(parts(Income.REVENUE, Y2026)).contains(Map.entry("watershed", yuan("12500.00")));
    assertThat(parts(Income.REVENUE, Y2027)).contains(Map.entry("watershed", yuan("17500.00")));
    assertThat(parts(Income.REVENUE, Y2026)).contains(Map.entry("bank", yuan("700.00")));
    assertThat(second.standing().recoupedBy("investor")).isEqualTo(Rational.of(2_500_000));
    assertThat(second.standing().recouped()).isEqualTo(first.left().recouped());
    assertThat(second.standing().carriedFor("collective")).isEqualTo(Rational.of(-1, 3));
    assertThat(await(door.distributions(CONTRACT))).endsWith(first, second);
    assertThat(told(door.noteFacts(facts(Y2027, 2_500, "1"), OFFICER))).isEqualTo("SHARED_ALREADY");
  }

  @Test
  void what_a_pledgee_was_paid_of_a_late_revenue_it_is_not_owed_of_the_penalty() {
    SharingTerms terms = ExampleTerms.everyStep();
    done(
        door.open(
            with(contract("1000.00", "0.00"), TermsJson.write(terms), TermsJson.hash(terms)), 5));
    String price = await(door.subAccountsOf(ANJI)).getFirst().number();
    done(door.receive(receipt("price", price, "1000.00", START)));
    done(door.noteFacts(facts(Y2026, 2_500, "700"), OFFICER));
    String revenue = reported(2026, "100000.00").subAccount().orElseThrow();
    Instant late = RevenueDeadlines.of(TERM, 2026).dueAt().plus(100, ChronoUnit.DAYS);

    done(door.receive(receipt("revenue", revenue, "100000.00", late)));
    done(door.distribute(CONTRACT, 2026));
    done(
        door.receive(receipt("penalty", penalty().number(), penalty().expected().decimal(), late)));

    assertThat(parts(Income.REVENUE, Y2026)).contains(Map.entry("bank", yuan("700.00")));
    assertThat(parts(Income.PENALTY, Y2026)).contains(Map.entry("bank", Money.ZERO));
  }

  private static NoteFacts facts(Occasion occasion, int erosion, String owed) {
    return new NoteFacts(
        CONTRACT, occasion, Optional.of(erosion), Map.of("bank", yuan(owed)), "监测报告 " + occasion);
  }

  @Test
  void a_payee_reads_why_it_was_paid() {
    settledPrice();
    shared(2026, "1000.01");

    StatementView statement =
        await(door.statement(CONTRACT, Income.REVENUE, Y2026, "owner")).orElseThrow();

    Rational exact =
        statement.entitlements().stream()
            .map(Entitlement::exact)
            .reduce(Rational.ZERO, Rational::plus);
    Rational paid = Rational.fenOf(statement.part().amount());
    assertThat(statement.entitlements()).hasSize(1);
    assertThat(exact.plus(statement.part().carriedIn()))
        .isEqualTo(paid.plus(statement.part().carry()));
    assertThat(await(door.statement(CONTRACT, Income.REVENUE, Y2026, "nobody"))).isEmpty();
    assertThat(await(door.statement(CONTRACT, Income.REVENUE, Y2027, "owner"))).isEmpty();
  }

  @Test
  void a_distribution_is_handed_out_so_that_anybody_can_recompute_it() {
    done(door.open(contract("0.04", "0.00"), 5));
    String number = await(door.subAccountsOf(ANJI)).getFirst().number();
    assertThat(await(door.distribution(CONTRACT, Income.PRICE, new Occasion.Price()))).isEmpty();
    done(door.receive(receipt("price", number, "0.04", START)));

    DistributionView shared =
        await(door.distribution(CONTRACT, Income.PRICE, new Occasion.Price())).orElseThrow();
    assertThat(StatementJson.write(shared.statement()))
        .isEqualTo(
            """
            {"carriedIn":{"investor":"0","operator":"0","owner":"0","villagers":"0","watershed":"0"},\
            "contract":"%s","form":"eco.exchange/distribution-statement/1","income":"PRICE","parts":[\
            {"amount":"0.01","carry":"0.333332","payee":"watershed"},\
            {"amount":"0.02","carry":"-0.666664","payee":"investor"},\
            {"amount":"0.01","carry":"0.333332","payee":"owner"},\
            {"amount":"0.00","carry":"0","payee":"operator"},\
            {"amount":"0.00","carry":"0","payee":"villagers"}],\
            "termsHash":"%s","whole":"0.04","year":0}\
            """
                .formatted(CONTRACT.number(), TermsJson.hash(TERMS)));
  }

  @Test
  void a_year_without_revenue_is_shared_as_nothing() {
    settledPrice();

    RevenueView told = reported(2026, "0.00");
    DistributionView shared = done(door.distribute(CONTRACT, 2026));

    assertThat(told.subAccount()).isEmpty();
    assertThat(shared.parts()).extracting(DistributionView.Part::amount).containsOnly(Money.ZERO);
    assertThat(events()).endsWith("RevenueReported", "RevenueReceived", "RevenueDistributed");
  }

  @Test
  void revenue_is_reported_by_the_transferee_for_a_year_of_the_term() {
    assertThat(told(report(2026, "1.00"))).isEqualTo("CONTRACT_UNKNOWN");
    assertThat(told(door.distribute(CONTRACT, 2026))).isEqualTo("CONTRACT_UNKNOWN");
    done(door.open(contract("1000.00", "0.00"), 5));
    assertThat(told(report(2026, "0.00"))).as("the price is due").isEqualTo("PRICE_NOT_SETTLED");
    settledPrice();

    assertThat(told(report(2025, "1.00"))).isEqualTo("YEAR_OUTSIDE_TERM");
    assertThat(told(report(2047, "1.00"))).isEqualTo("YEAR_OUTSIDE_TERM");
    assertThat(told(report(2026, "1.00"))).isEqualTo("YEAR_NOT_OVER");
    isOver(2026);
    assertThat(told(report(2026, "1.00"))).isEqualTo("done");
    market.clock.moveTo(Instant.parse("2046-03-01T15:59:59Z"));
    assertThat(told(report(2046, "1.00"))).isEqualTo("YEAR_NOT_OVER");
    market.clock.moveTo(Instant.parse("2046-03-01T16:00:00Z"));
    assertThat(told(report(2046, "1.00"))).as("the term has ended").isEqualTo("done");
    assertThat(told(report(2026, "-0.01"))).isEqualTo("AMOUNT_NOT_POSITIVE");
    ReportRevenue report = new ReportRevenue(CONTRACT, 2026, yuan("1.00"), "审计报告");
    assertThat(told(door.reportRevenue(report, OFFICER))).isEqualTo("NOT_THE_TRANSFEREE");
    ReportRevenue bare = new ReportRevenue(CONTRACT, 2026, yuan("1.00"), " ");
    assertThat(told(door.reportRevenue(bare, ANJI_CLERK))).isEqualTo("TEXT_OUT_OF_BOUNDS");
  }

  @Test
  void a_stray_receipt_goes_back_to_its_payer_once() {
    cause("R1", "nowhere", "7.00", START);

    ReceiptView returned = done(resolve("R1", new ReceiptResolution.Return()));

    assertThat(returned.state()).isEqualTo(ReceiptView.State.RETURNED);
    assertThat(done(resolve("R1", new ReceiptResolution.Return()))).isEqualTo(returned);
    assertThat(await(door.receipt("R1"))).contains(returned);
    assertThat(told(resolve("R1", new ReceiptResolution.Assign(market.deposit(ANJI)))))
        .isEqualTo("RESOLVED_OTHERWISE");
    assertThat(await(door.unmatched(Optional.empty(), 9)).items()).isEmpty();
  }

  @Test
  void a_stray_receipt_may_be_assigned_to_what_awaits_exactly_it() {
    String number = market.deposit(ANJI);
    String paid = market.paidDeposit(LISHUI);
    cause("R1", "elsewhere", "200.00", START);
    cause("R2", "nowhere", "200.01", START);
    cause("R3", "nowhere", "200.00", DUE);

    assertThat(told(resolve("R0", new ReceiptResolution.Return()))).isEqualTo("RECEIPT_UNKNOWN");
    assertThat(told(resolve("deposit of " + LISHUI, new ReceiptResolution.Return())))
        .isEqualTo("RECEIPT_MATCHED");
    assertThat(told(resolve("R2", new ReceiptResolution.Assign("nowhere"))))
        .isEqualTo("SUB_ACCOUNT_UNKNOWN");
    assertThat(told(resolve("R2", new ReceiptResolution.Assign(paid))))
        .isEqualTo("SUB_ACCOUNT_CLOSED");
    assertThat(told(resolve("R2", new ReceiptResolution.Assign(number))))
        .isEqualTo("AMOUNT_DIFFERS");
    assertThat(told(resolve("R3", new ReceiptResolution.Assign(number)))).isEqualTo("DEPOSIT_LATE");
    ReceiptView assigned = done(resolve("R1", new ReceiptResolution.Assign(number)));

    assertThat(assigned.state()).isEqualTo(ReceiptView.State.ASSIGNED);
    assertThat(deposit(ANJI)).isEqualTo(State.HELD);
    assertThat(done(resolve("R1", new ReceiptResolution.Assign(number)))).isEqualTo(assigned);
    assertThat(events())
        .containsExactly(
            "DepositHeld",
            "ReceiptUnmatched",
            "ReceiptUnmatched",
            "ReceiptUnmatched",
            "DepositHeld");
  }

  @Test
  void every_fen_of_a_trade_can_be_followed_in_its_ledger() {
    market.paidDeposit(ANJI);
    done(door.open(contract("200.00", "200.00"), 5));
    done(market.disbursements.payOut(CONTRACT));

    assertThat(await(door.ledger(TRADE)))
        .extracting(row -> "%s %s %s".formatted(row.code(), row.phase(), row.amount().decimal()))
        .containsExactly(
            "RECEIPT POSTED 200.00",
            "DEPOSIT PENDING 200.00",
            "DEPOSIT POSTED 200.00",
            "DISTRIBUTION POSTED 66.67",
            "DISTRIBUTION POSTED 66.67",
            "DISTRIBUTION POSTED 66.66",
            // What is the watershed's goes to its fund.
            "PAYOUT POSTED 66.67",
            "PAYOUT POSTED 66.66");
  }

  private UnmatchedCause cause(String reference, String number, String amount, Instant at) {
    ReceiptView taken = done(door.receive(receipt(reference, number, amount, at)));
    assertThat(taken.state()).isEqualTo(ReceiptView.State.UNMATCHED);
    return taken.cause().orElseThrow();
  }

  private State deposit(PartyId bidder) {
    return await(door.subAccountOf(TRADE, bidder, SubAccountPurpose.DEPOSIT)).orElseThrow().state();
  }

  private Uni<Answer<ReceiptView>> resolve(String reference, ReceiptResolution resolution) {
    return door.resolve(reference, resolution, OFFICER);
  }

  private void settledPrice() {
    done(door.open(contract("1000.00", "0.00"), 5));
    String number = await(door.subAccountsOf(ANJI)).getFirst().number();
    done(door.receive(receipt("price", number, "1000.00", START)));
  }

  private Uni<Answer<RevenueView>> report(int year, String revenue) {
    return door.reportRevenue(
        new ReportRevenue(CONTRACT, year, yuan(revenue), "审计报告 " + year), ANJI_CLERK);
  }

  private RevenueView reported(int year, String revenue) {
    isOver(year);
    return done(report(year, revenue));
  }

  private void isOver(int year) {
    market.isOver(year);
  }

  /** The penalty that is awaited last. */
  private SubAccountView penalty() {
    return await(door.subAccountOf(TRADE, ANJI, SubAccountPurpose.PENALTY)).orElseThrow();
  }

  private DistributionView shared(int year, String revenue) {
    String number = reported(year, revenue).subAccount().orElseThrow();
    done(door.receive(receipt("R" + year, number, revenue, START)));
    return done(door.distribute(CONTRACT, year));
  }

  private List<Map.Entry<String, Money>> parts(Income income, Occasion occasion) {
    return await(door.distributions(CONTRACT)).stream()
        .filter(shared -> shared.income() == income && shared.occasion().equals(occasion))
        .flatMap(shared -> shared.parts().stream())
        .map(part -> Map.entry(part.payee(), part.amount()))
        .toList();
  }

  private List<String> beneficiaries() {
    return await(door.paymentOrders(TRADE)).stream()
        .map((PaymentOrderView order) -> order.beneficiary() + " " + order.amount().decimal())
        .toList();
  }

  private static Money sum(DistributionView shared) {
    return shared.parts().stream()
        .map(DistributionView.Part::amount)
        .reduce(Money.ZERO, Money::plus);
  }

  private static List<String> references(Page<ReceiptView> page) {
    return page.items().stream().map(stray -> stray.receipt().reference()).toList();
  }

  private static SealedContract with(SealedContract sealed, String json, String hash) {
    return new SealedContract(
        sealed.contract(),
        sealed.transferor(),
        sealed.transferee(),
        sealed.price(),
        sealed.deposit(),
        sealed.termYears(),
        json,
        hash);
  }
}
