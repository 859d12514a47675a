package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.ANJI_CLERK;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TOWNSHIP_CLERK;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.contract;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.inInstalments;
import static eco.exchange.settlement.SettlementMarket.receipt;
import static eco.exchange.settlement.SettlementMarket.told;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.market.ContractId;
import eco.exchange.market.Guarantee;
import eco.exchange.market.PaymentPlan;
import eco.exchange.market.PaymentPlan.Later;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.settlement.distribution.AcceptGuarantee;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.NoteFacts;
import eco.exchange.settlement.handover.HandoverView.Step;
import eco.exchange.settlement.instalment.InstalmentView;
import eco.exchange.settlement.instalment.Instalments;
import eco.exchange.settlement.receipt.ReceiptReversal;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.revenue.ReportRevenue;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.SealedContract;
import eco.exchange.testing.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A price in instalments: each is shared when it comes, with a guarantee for those to come. */
class PayingInInstalmentsTest {

  private static final ContractId CONTRACT = new ContractId(TRADE, 1);
  private static final PaymentPlan PLAN =
      new PaymentPlan(
          Percentage.parse("40"),
          List.of(new Later(Percentage.parse("30"), 6), new Later(Percentage.parse("30"), 12)),
          Percentage.parse("3"),
          List.of(Guarantee.BANK_GUARANTEE, Guarantee.MORTGAGE));
  private static final SealedContract SOLD = inInstalments(contract("1000000.00", "200.00"), PLAN);
  private static final AcceptGuarantee LETTER =
      new AcceptGuarantee(
          CONTRACT,
          Guarantee.BANK_GUARANTEE,
          "县农村商业银行",
          "保函〔2026〕8号",
          yuan("613191.78"),
          LocalDate.of(2027, 3, 2));

  private final PgMarket database = new PgMarket(TestDatabase.migrated());
  private final SettlementMarket market = database.market();
  private final SettlementDoors door = market.door;
  private final Instalments instalments = market.instalments;
  private int receipts;

  @AfterEach
  void the_books_are_right() {
    assertThat(await(door.books()).areRight()).isTrue();
  }

  @Test
  void at_first_only_the_first_is_awaited_less_the_deposit() {
    opened();

    assertThat(accounts(SubAccountPurpose.PRICE)).isEmpty();
    assertThat(accounts(SubAccountPurpose.INSTALMENT))
        .singleElement()
        .satisfies(
            first -> {
              assertThat(first.expected()).isEqualTo(yuan("399800.00"));
              assertThat(first.occasion()).contains(Occasion.Instalment.FIRST);
              assertThat(first.dueAt()).contains(Instant.parse("2026-03-09T16:00:00Z"));
            });
    assertThat(await(instalments.of(CONTRACT)))
        .extracting(it -> it.instalment().due())
        .containsExactly(yuan("400000.00"), yuan("304364.38"), yuan("308827.40"));
  }

  @Test
  void the_first_is_whole_if_the_bank_has_taken_back_the_deposit_before() {
    market.paidDeposit(ANJI);
    takenBack("deposit of " + ANJI);
    done(door.open(SOLD, 5));
    guaranteed();
    paid(1, START);

    assertThat(shared(Income.INSTALMENT, 1).whole()).isEqualTo(yuan("400000.00"));
    assertThat(events("PriceSettled")).isEqualTo(1);
  }

  @Test
  void while_the_deposit_is_owed_anew_the_price_is_not_settled() {
    opened();
    takenBack("deposit of " + ANJI);
    guaranteed();
    paid(1, START);
    assertThat(events("PriceSettled")).isZero();

    String owed = accounts(SubAccountPurpose.RECOURSE).getFirst().number();
    done(door.receive(receipt("again", owed, "200.00", START)));
    assertThat(events("PriceSettled")).isEqualTo(1);
  }

  private void takenBack(String reference) {
    done(market.receipts.takeBack(reference, ReceiptReversal.Cause.TAKEN_BACK, "R1"));
  }

  @Test
  void each_is_shared_when_it_has_come_in_and_all_together_are_the_price_and_its_interest() {
    opened();
    guaranteed();
    for (int number = 1; number <= 3; number++) {
      paid(number, START);
    }

    DistributionBasis standing = DistributionBasis.NONE;
    for (int number = 1; number <= 3; number++) {
      DistributionView shared = shared(Income.INSTALMENT, number);
      Distribution expected =
          SettlementMarket.TERMS.distribute(Income.INSTALMENT, shared.whole(), standing);
      assertThat(shared.statement().parts()).isEqualTo(expected.parts());
      standing = expected.standing();
    }
    assertThat(await(door.distributions(CONTRACT)))
        .extracting(DistributionView::whole)
        .containsExactly(yuan("400000.00"), yuan("304364.38"), yuan("308827.40"));
    assertThat(await(instalments.of(CONTRACT))).allMatch(InstalmentView::isShared);
    assertThat(await(door.statement(CONTRACT, Income.INSTALMENT, instalment(2), "owner")))
        .isPresent();
    assertThat(balanceOfEscrow()).isEqualTo(Money.ZERO);
    assertThat(events("PriceSettled")).isEqualTo(1);
    assertThat(events("InstalmentShared")).isEqualTo(3);
  }

  @Test
  void the_price_is_paid_as_agreed_with_the_first_and_a_guarantee_whichever_comes_last() {
    opened();
    paid(1, START);
    assertThat(events("PriceSettled")).isZero();
    assertThat(told(handedOver())).isEqualTo("PRICE_NOT_SETTLED");
    guaranteed();
    assertThat(events("PriceSettled")).isEqualTo(1);
    assertThat(told(handedOver())).isEqualTo("done");
  }

  @Test
  void a_guarantee_that_comes_first_waits_for_the_money() {
    opened();
    guaranteed();
    assertThat(events("PriceSettled")).isZero();
    paid(1, START);
    assertThat(events("PriceSettled")).isEqualTo(1);
  }

  @Test
  void a_deposit_that_is_the_first_instalment_is_shared_at_once() {
    market.paidDeposit(ANJI);
    done(door.open(inInstalments(contract("500.00", "200.00"), PLAN), 5));

    assertThat(accounts(SubAccountPurpose.INSTALMENT)).isEmpty();
    assertThat(shared(Income.INSTALMENT, 1).whole()).isEqualTo(yuan("200.00"));
  }

  @Test
  void a_deposit_that_is_more_opens_nothing() {
    market.paidDeposit(ANJI);

    assertThat(told(door.open(inInstalments(contract("499.97", "200.00"), PLAN), 5)))
        .isEqualTo("AMOUNT_NOT_POSITIVE");
  }

  @Test
  void every_instalment_can_be_paid_from_the_first_day_and_is_awaited_once() {
    opened();
    assertThat(done(instalments.await(CONTRACT))).hasSize(3);
    assertThat(accounts(SubAccountPurpose.INSTALMENT)).hasSize(3);
    guaranteed();
    done(instalments.await(CONTRACT));

    assertThat(accounts(SubAccountPurpose.INSTALMENT))
        .extracting(SubAccountView::expected)
        .containsExactly(yuan("399800.00"), yuan("304364.38"), yuan("308827.40"));
    assertThat(told(instalments.await(new ContractId(SettlementMarket.trade(9), 1))))
        .isEqualTo("CONTRACT_UNKNOWN");
  }

  @Test
  void a_guarantee_is_refused_for_one_reason_in_the_documented_order() {
    opened();
    AcceptGuarantee wrong =
        with(Guarantee.PLEDGE, " ", yuan("613191.77"), LocalDate.of(2027, 3, 1));

    assertThat(told(instalments.accept(wrong, ANJI_CLERK))).isEqualTo("TEXT_OUT_OF_BOUNDS");
    wrong = with(wrong.kind(), "县农村商业银行", wrong.covers(), wrong.until());
    assertThat(told(instalments.accept(wrong, ANJI_CLERK))).isEqualTo("NOT_THE_TRANSFEROR");
    assertThat(told(instalments.accept(wrong, TOWNSHIP_CLERK)))
        .isEqualTo("GUARANTEE_OF_ANOTHER_KIND");
    wrong = with(Guarantee.MORTGAGE, wrong.guarantor(), wrong.covers(), wrong.until());
    assertThat(told(instalments.accept(wrong, TOWNSHIP_CLERK))).isEqualTo("GUARANTEE_TOO_SMALL");
    wrong = with(Guarantee.MORTGAGE, wrong.guarantor(), LETTER.covers(), wrong.until());
    assertThat(told(instalments.accept(wrong, TOWNSHIP_CLERK))).isEqualTo("GUARANTEE_TOO_SHORT");
    guaranteed();
    AcceptGuarantee other =
        with(Guarantee.MORTGAGE, wrong.guarantor(), LETTER.covers(), LETTER.until());
    assertThat(told(instalments.accept(other, TOWNSHIP_CLERK))).isEqualTo("GUARANTEE_DIFFERS");
    assertThat(events("GuaranteeAccepted")).isEqualTo(1);
  }

  @Test
  void a_guarantee_that_cannot_be_called_any_more_is_refused() {
    opened();
    market.clock.moveTo(Instant.parse("2027-03-02T15:59:59Z"));
    guaranteed();
    market.clock.moveTo(Instant.parse("2027-03-02T16:00:00Z"));
    guaranteed();
    AcceptGuarantee other = with(LETTER.kind(), "担保公司", LETTER.covers(), LETTER.until());
    assertThat(told(instalments.accept(other, TOWNSHIP_CLERK))).isEqualTo("GUARANTEE_EXPIRED");
  }

  @Test
  void whoever_pays_all_instalments_needs_no_guarantee() {
    opened();
    done(instalments.await(CONTRACT));
    paid(2, START);
    paid(1, START);
    assertThat(events("PriceSettled")).isZero();
    paid(3, START);
    assertThat(events("PriceSettled")).isEqualTo(1);
    guaranteed();
    assertThat(events("PriceSettled")).isEqualTo(1);
  }

  @Test
  void no_penalty_is_owed_for_days_on_which_nothing_could_be_paid() {
    opened();
    Instant opening = Instant.parse("2026-09-12T01:00:00Z");
    market.clock.moveTo(opening);
    done(instalments.await(CONTRACT));
    paid(2, opening.plus(2, ChronoUnit.DAYS));

    // It was due on the second of September, and its account was opened ten days after that.
    assertThat(accounts(SubAccountPurpose.PENALTY))
        .extracting(SubAccountView::expected)
        .containsExactly(yuan("182.62"));
  }

  @Test
  void a_price_that_is_paid_at_once_needs_no_guarantee() {
    market.paidDeposit(ANJI);
    done(door.open(contract("1000000.00", "200.00"), 5));

    assertThat(told(instalments.accept(LETTER, TOWNSHIP_CLERK))).isEqualTo("NO_INSTALMENTS");
    assertThat(await(instalments.of(CONTRACT))).isEmpty();
  }

  @Test
  void each_late_instalment_costs_a_penalty_of_its_own_though_both_come_in_one_year() {
    opened();
    guaranteed();
    Instant late = Instant.parse("2026-03-19T16:00:00Z").minusMillis(1);
    paid(1, late);
    assertThat(events("PriceSettled")).as("the penalty for the first is due, too").isZero();
    paid(2, Instant.parse("2026-09-03T01:00:00Z"));

    // Ten days late with 399,800.00, and one with 304,364.38, at three in ten thousand.
    assertThat(accounts(SubAccountPurpose.PENALTY))
        .extracting(SubAccountView::expected)
        .containsExactly(yuan("1199.40"), yuan("91.31"));
    for (SubAccountView penalty : accounts(SubAccountPurpose.PENALTY)) {
      receive(penalty, START);
    }
    assertThat(shared(Income.PENALTY, 1).whole()).isEqualTo(yuan("1199.40"));
    assertThat(shared(Income.PENALTY, 2).whole()).isEqualTo(yuan("91.31"));
    assertThat(events("PriceSettled")).isEqualTo(1);
    assertThat(events("PenaltyShared")).isEqualTo(2);
    assertThat(balanceOfEscrow()).isEqualTo(Money.ZERO);
  }

  @Test
  void facts_are_noted_of_an_instalment_by_its_number() {
    opened();

    assertThat(told(door.noteFacts(facts(new Occasion.Price()), SettlementMarket.OFFICER)))
        .isEqualTo("YEAR_OUTSIDE_TERM");
    assertThat(told(door.noteFacts(facts(instalment(4)), SettlementMarket.OFFICER)))
        .isEqualTo("YEAR_OUTSIDE_TERM");
    done(door.noteFacts(facts(Occasion.Instalment.FIRST), SettlementMarket.OFFICER));
    paid(1, START);
    assertThat(shared(Income.INSTALMENT, 1).erosion()).contains(1200);
  }

  @Test
  void an_instalment_may_come_in_parts_and_what_comes_after_is_kept_for_a_decision() {
    opened();
    SubAccountView first = accounts(SubAccountPurpose.INSTALMENT).getFirst();
    done(door.receive(receipt("less", first.number(), "399799.99", START)));
    assertThat(await(door.distributions(CONTRACT))).isEmpty();
    done(door.receive(receipt("rest", first.number(), "0.01", START)));
    done(door.receive(receipt("again", first.number(), "399800.00", START)));
    assertThat(await(door.distributions(CONTRACT))).hasSize(1);
    assertThat(events("ReceiptUnmatched")).isEqualTo(1);
  }

  @Test
  void what_has_come_in_for_an_instalment_is_nothing_or_all_of_it() {
    opened();
    guaranteed();
    assertThat(cameIn(1)).isEqualTo("null");
    paid(1, START);
    assertThat(cameIn(1)).as("with the deposit").isEqualTo("40000000");
    assertThat(cameIn(2)).isEqualTo("null");
    paid(2, START);
    assertThat(cameIn(2)).isEqualTo("30436438");
    assertThat(cameIn(4)).isEqualTo("null");
  }

  @Test
  void whoever_has_the_application_s_role_can_share_no_instalment_twice_or_before_it_is_in() {
    opened();
    guaranteed();
    paid(1, START);
    market.isOver(2026);
    ReportRevenue report = new ReportRevenue(CONTRACT, 2026, yuan("900000.00"), "审计报告");
    String revenue = done(door.reportRevenue(report, ANJI_CLERK)).subAccount().orElseThrow();
    done(door.receive(receipt("revenue", revenue, "900000.00", START)));

    assertThat(database.attack(sharing("INSTALMENT", "INSTALMENT-1", 1))).contains("duplicate key");
    for (String sql :
        List.of(
            sharing("INSTALMENT", "INSTALMENT-2", 2),
            sharing("INSTALMENT", "INSTALMENT-4", 2),
            sharing("PRICE", "PRICE", 1))) {
      assertThat(database.attack(sql)).as(sql).contains("income none");
    }
    assertThat(await(door.distributions(CONTRACT))).hasSize(1);
  }

  @Test
  void the_database_knows_three_forms_of_an_occasion_and_which_income_is_paid_for_which() {
    opened();

    for (String none : List.of("", "0", "INSTALMENT-0", "INSTALMENT-1000", "02026", "price")) {
      assertThat(database.attack(sharing("PENALTY", none, 1)))
          .as(none)
          .contains("settlement.occasion");
    }
    for (String income : List.of("PRICE", "INSTALMENT", "REVENUE", "COMPENSATION")) {
      for (Occasion other : List.of(new Occasion.Price(), instalment(2), new Occasion.Year(2026))) {
        String told = database.attack(sharing(income, other.text(), 1));
        if (Income.valueOf(income).isPaidFor(other)) {
          assertThat(told).as("%s %s", income, other).doesNotContain("distribution_occasion");
        } else {
          assertThat(told).as("%s %s", income, other).contains("distribution_occasion");
        }
      }
    }
  }

  @Test
  void nor_can_it_add_an_instalment_or_change_what_was_agreed() {
    opened();
    guaranteed();

    assertThat(
            database.attack(
                "INSERT INTO settlement.instalment SELECT contract, 4, 1, 1000000, now()"
                    + " FROM settlement.contract"))
        .contains("make the price");
    for (String change :
        List.of(
            "UPDATE settlement.instalment SET interest_fen = 0",
            "DELETE FROM settlement.instalment",
            "UPDATE settlement.guarantee SET covers_fen = 1",
            "UPDATE settlement.contract SET plan_json = NULL",
            "DELETE FROM settlement.instalment_default")) {
      assertThat(database.attack(change)).as(change).contains("permission denied");
    }
  }

  /** Writes a distribution of an income for an occasion, as large as some instalment. */
  private static String sharing(String income, String occasion, int asLargeAs) {
    return """
    INSERT INTO settlement.distribution (distribution, contract, income, occasion, whole_fen,
                                         terms_hash, parts, distributed_at)
    SELECT contract || '/%1$s/%2$s', contract, '%1$s', '%2$s', principal_fen + interest_fen,
           terms_hash,
           jsonb_build_array(jsonb_build_object(
             'payee', 'owner', 'name', '', 'principle', 'OWNS',
             'amount_fen', principal_fen + interest_fen)),
           now()
      FROM settlement.contract JOIN settlement.instalment USING (contract)
     WHERE number = %3$d
    """
        .formatted(income, occasion, asLargeAs);
  }

  private String cameIn(int number) {
    String sql =
        "SELECT settlement.instalment_in('%s', '%s')".formatted(CONTRACT, instalment(number));
    return database.texts(sql).getFirst();
  }

  private void opened() {
    market.paidDeposit(ANJI);
    done(door.open(SOLD, 5));
  }

  private void guaranteed() {
    assertThat(done(instalments.accept(LETTER, TOWNSHIP_CLERK)))
        .isEqualTo(done(instalments.accept(LETTER, TOWNSHIP_CLERK)));
    done(instalments.await(CONTRACT));
  }

  private void paid(int number, Instant at) {
    receive(
        accounts(SubAccountPurpose.INSTALMENT).stream()
            .filter(account -> account.occasion().equals(Optional.of(instalment(number))))
            .findFirst()
            .orElseThrow(),
        at);
  }

  private void receive(SubAccountView account, Instant at) {
    String amount = account.expected().decimal();
    String reference = "R" + receipts++;
    done(
        door.receive(
            receipt(reference, account.number(), amount, at.truncatedTo(ChronoUnit.MILLIS))));
  }

  private List<SubAccountView> accounts(SubAccountPurpose purpose) {
    return await(door.subAccountsOf(ANJI)).stream()
        .filter(account -> account.purpose() == purpose)
        .toList();
  }

  private DistributionView shared(Income income, int number) {
    return await(door.distribution(CONTRACT, income, instalment(number))).orElseThrow();
  }

  private Uni<? extends Answer<?>> handedOver() {
    return database
        .handovers(market)
        .note(
            CONTRACT,
            Step.HANDED_OVER,
            LocalDate.of(2026, 3, 2),
            "交接单1号",
            SettlementMarket.OFFICER);
  }

  private Money balanceOfEscrow() {
    return new Money(
        Long.parseLong(
            database
                .texts(
                    "SELECT balance_fen FROM settlement.account WHERE name = '%s:ESCROW'"
                        .formatted(TRADE))
                .getFirst()));
  }

  private int events(String kind) {
    return Integer.parseInt(
        database
            .texts("SELECT count(*) FROM market.outbox WHERE kind = '%s'".formatted(kind))
            .getFirst());
  }

  private static NoteFacts facts(Occasion occasion) {
    return new NoteFacts(CONTRACT, occasion, Optional.of(1200), Map.of(), "监测报告1号");
  }

  private static Occasion.Instalment instalment(int number) {
    return new Occasion.Instalment(number);
  }

  private static AcceptGuarantee with(
      Guarantee kind, String guarantor, Money covers, LocalDate until) {
    return new AcceptGuarantee(CONTRACT, kind, guarantor, LETTER.document(), covers, until);
  }
}
