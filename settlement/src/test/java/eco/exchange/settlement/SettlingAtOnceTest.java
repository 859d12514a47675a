package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.ANJI_CLERK;
import static eco.exchange.settlement.SettlementMarket.DUE;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.contract;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.receipt;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Rational;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.receipt.ReceiptResolution;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.revenue.ReportRevenue;
import eco.exchange.sharing.Income;
import eco.exchange.testing.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many ask the same thing at once, of two exchanges on one database. */
class SettlingAtOnceTest {

  private static final ContractId CONTRACT = new ContractId(TRADE, 1);

  private final PgMarket database = new PgMarket(TestDatabase.migrated());
  private final SettlementMarket market = database.market();
  private final List<SettlementDoors> doors = List.of(market.door, database.market().door);

  @AfterEach
  void the_books_are_right() {
    assertThat(await(market.door.books()).areRight()).isTrue();
  }

  @Test
  void a_receipt_told_sixteen_times_at_once_is_posted_once() {
    String number = market.deposit(ANJI);

    assertThat(atOnce(door -> door.receive(receipt("R1", number, "200.00", START))))
        .containsOnly("done");

    assertThat(await(market.door.ledger(TRADE))).hasSize(2);
    assertThat(kinds()).containsExactly("DepositHeld");
  }

  @Test
  void a_stray_receipt_told_sixteen_times_at_once_is_kept_once() {
    assertThat(atOnce(door -> door.receive(receipt("R1", "nowhere", "200.00", START))))
        .containsOnly("done");

    assertThat(await(market.door.books()).transfers()).isOne();
    assertThat(kinds()).containsExactly("ReceiptUnmatched");
  }

  @Test
  void a_bidder_who_is_asked_at_once_gets_one_sub_account() {
    assertThat(atOnce(door -> door.expectDeposit(TRADE, ANJI, yuan("200.00"), DUE, 3)))
        .containsOnly("done");

    assertThat(await(market.door.subAccountsOf(ANJI))).hasSize(1);
  }

  @Test
  void distributions_asked_for_at_once_pay_once() {
    market.paidDeposit(ANJI);
    done(market.door.open(contract("200.00", "200.00"), 5));
    market.isOver(2026);
    ReportRevenue report = new ReportRevenue(CONTRACT, 2026, yuan("999.99"), "审计报告");
    String number = done(market.door.reportRevenue(report, ANJI_CLERK)).subAccount().orElseThrow();
    done(market.door.receive(receipt("R1", number, "999.99", START)));

    assertThat(atOnce(door -> door.distribute(CONTRACT, 2026))).containsOnly("done");
    assertThat(atOnce(door -> market.disbursements.payOut(CONTRACT))).containsOnly("done");

    assertThat(await(market.door.distributions(CONTRACT))).hasSize(2);
    assertThat(kinds()).filteredOn("RevenueDistributed"::equals).hasSize(1);
    assertThat(await(market.door.paymentOrders(TRADE))).hasSize(2 + 3);
  }

  @Test
  void years_that_are_shared_at_once_hand_on_what_is_carried() {
    market.paidDeposit(ANJI);
    done(market.door.open(contract("200.00", "200.00"), 5));
    market.isOver(2041);
    List<Question> years = new ArrayList<>();
    for (int year = 2026; year < 2042; year++) {
      String revenue = "1000.%02d".formatted(year % 100);
      ReportRevenue report = new ReportRevenue(CONTRACT, year, yuan(revenue), "审计报告");
      String number =
          done(market.door.reportRevenue(report, ANJI_CLERK)).subAccount().orElseThrow();
      done(market.door.receive(receipt("R" + year, number, revenue, START)));
      int shared = year;
      years.add(door -> door.distribute(CONTRACT, shared));
    }

    assertThat(atOnce(years.toArray(Question[]::new))).containsOnly("done");

    Map<String, Rational> carried = Map.of();
    for (DistributionView shared : await(market.door.distributions(CONTRACT))) {
      if (shared.income() == Income.REVENUE) {
        assertThat(shared.standing().carried()).containsAllEntriesOf(carried);
        carried = shared.left().carried();
      }
    }
    assertThat(carried).hasSize(5);
  }

  @Test
  void a_stray_receipt_is_either_returned_or_assigned() {
    String number = market.deposit(ANJI);
    done(market.door.receive(receipt("R1", number, "200.00", DUE)));

    List<String> told =
        atOnce(
            door -> door.resolve("R1", new ReceiptResolution.Return(), OFFICER),
            door -> door.resolve("R1", new ReceiptResolution.Assign(number), OFFICER));

    assertThat(told).filteredOn("done"::equals).hasSize(8);
    assertThat(told).filteredOn("RESOLVED_OTHERWISE"::equals).hasSize(8);
  }

  @Test
  void a_stray_receipt_that_is_assigned_while_the_bank_takes_it_back_leaves_once() {
    String number = market.deposit(ANJI);
    done(market.door.receive(receipt("R1", number, "200.00", DUE)));

    List<String> told =
        atOnce(
            door -> door.takeBack("R1", "M1"),
            door -> door.resolve("R1", new ReceiptResolution.Assign(number), OFFICER));

    assertThat(told).filteredOn("done"::equals).hasSizeGreaterThanOrEqualTo(8);
    assertThat(await(market.door.receipt("R1")).orElseThrow().state())
        .isEqualTo(ReceiptView.State.TAKEN_BACK);
    assertThat(
            database.texts(
                "SELECT sum(balance_fen) FROM settlement.account WHERE purpose = 'BANK'"))
        .containsExactly("0");
  }

  @Test
  void a_deposit_that_comes_in_while_deposits_go_back_is_held_or_stray_and_never_both() {
    String number = market.deposit(ANJI);

    assertThat(
            atOnce(
                door -> door.receive(receipt("R1", number, "200.00", START)),
                door -> door.releaseDeposits(TRADE, Set.of())))
        .containsOnly("done");
    done(market.door.releaseDeposits(TRADE, Set.of()));

    int strays = await(market.door.unmatched(Optional.empty(), 9)).items().size();
    int returned = await(market.door.paymentOrders(TRADE)).size();
    assertThat(strays + returned).isOne();
  }

  @Test
  void trades_do_not_wait_for_each_other() {
    List<TradeId> trades = IntStream.rangeClosed(1, 8).mapToObj(SettlementMarket::trade).toList();
    List<Question> questions =
        trades.stream()
            .map(trade -> (Question) door -> door.expectDeposit(trade, ANJI, yuan("1.00"), DUE, 3))
            .toList();

    assertThat(atOnce(questions.toArray(Question[]::new))).containsOnly("done");

    assertThat(await(market.door.subAccountsOf(ANJI))).hasSize(8);
  }

  private interface Question extends Function<SettlementDoors, Uni<? extends Answer<?>>> {}

  /** Asks sixteen times, each in a thread of its own, the questions in turn and the doors too. */
  private List<String> atOnce(Question... questions) {
    List<Callable<String>> asked =
        IntStream.range(0, 16)
            .mapToObj(
                i -> {
                  SettlementDoors door = doors.get(i / questions.length % 2);
                  Question question = questions[i % questions.length];
                  return (Callable<String>) () -> SettlementMarket.told(question.apply(door));
                })
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<String> told = new ArrayList<>();
      for (Future<String> answer : threads.invokeAll(asked)) {
        told.add(answer.get());
      }
      return told;
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private List<String> kinds() {
    return database.texts("SELECT kind FROM market.outbox ORDER BY id");
  }
}
