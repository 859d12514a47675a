package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.ANJI_CLERK;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.account;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.party;
import static eco.exchange.settlement.SettlementMarket.receipt;
import static eco.exchange.settlement.SettlementMarket.told;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.revenue.ReportRevenue;
import eco.exchange.settlement.review.NoteSignal;
import eco.exchange.settlement.review.RevenueReview;
import eco.exchange.settlement.review.SignalKind;
import eco.exchange.settlement.year.LeftOutView;
import eco.exchange.settlement.year.YearEnd;
import eco.exchange.settlement.year.YearRunView;
import eco.exchange.testing.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole year is shared in a run that two persons want, and what it leaves out is named. */
class SharingAYearTest implements YearEnd.Reviews {

  private static final int YEAR = 2026;
  private static final int CONTRACTS = 5;
  private static final Actor MANAGER = new Actor(account("manager"), party("centre"));

  private final PgMarket database = new PgMarket(TestDatabase.migrated());
  private final SettlementMarket market = database.market();
  private final YearEnd yearEnd = database.yearEnd(market);
  private final Set<ContractId> sharedHere = new HashSet<>();
  private int failAfter = Integer.MAX_VALUE;

  @BeforeEach
  void a_year_has_come_in() {
    for (int sequence = 1; sequence <= CONTRACTS; sequence++) {
      isPaid(contract(sequence));
    }
    market.isOver(YEAR);
    for (int sequence = 1; sequence <= CONTRACTS; sequence++) {
      comesIn(contract(sequence));
    }
  }

  @Test
  void one_proposes_and_another_approves_and_then_all_of_it_is_shared_once() {
    YearRunView run = done(yearEnd.propose(YEAR, OFFICER));

    assertThat(done(yearEnd.propose(YEAR, MANAGER))).as("it is the same run").isEqualTo(run);
    assertThat(await(yearEnd.goOn(this))).as("nobody has approved it").isEmpty();
    assertThat(told(yearEnd.approve(run.run(), OFFICER))).isEqualTo("FOUR_EYES");
    assertThat(told(yearEnd.approve(run.run() + 1, MANAGER))).isEqualTo("RUN_UNKNOWN");
    YearRunView approved = done(yearEnd.approve(run.run(), MANAGER));
    assertThat(approved.state()).isEqualTo(YearRunView.State.UNDER_WAY);
    assertThat(done(yearEnd.approve(run.run(), MANAGER))).isEqualTo(approved);

    YearRunView ended = await(yearEnd.goOn(this)).getFirst();

    assertThat(ended.state()).isEqualTo(YearRunView.State.DONE);
    assertThat(List.of(ended.shared(), ended.leftOut())).containsExactly((long) CONTRACTS, 0L);
    assertThat(sharedHere).hasSize(CONTRACTS);
    assertThat(await(yearEnd.goOn(this))).isEmpty();
    assertThat(await(yearEnd.runs(YEAR))).containsExactly(ended);
    assertThat(told(yearEnd.propose(YEAR, OFFICER))).isEqualTo("NOTHING_TO_SHARE");
  }

  @Test
  void two_who_propose_at_the_same_moment_propose_one_run() {
    List<Uni<Answer<YearRunView>>> both =
        List.of(yearEnd.propose(YEAR, OFFICER), yearEnd.propose(YEAR, MANAGER));

    List<Answer<YearRunView>> runs =
        await(Uni.join().all(both).usingConcurrencyOf(2).andFailFast());

    assertThat(runs.getFirst()).isEqualTo(runs.getLast());
    assertThat(await(yearEnd.runs(YEAR))).hasSize(1);
  }

  @Test
  void what_signs_do_not_agree_with_and_what_is_verified_is_left_out_and_named() {
    NoteSignal tickets =
        new NoteSignal(contract(2), YEAR, SignalKind.TICKETS, yuan("9000"), yuan("9000"), "门票");
    RevenueReview review = database.review(market);
    done(review.noteSignal(tickets, OFFICER));
    for (int sequence : List.of(3, 4)) {
      done(review.beginVerification(contract(sequence), YEAR, MANAGER));
      done(review.beginVerification(contract(sequence), YEAR, MANAGER));
    }
    done(review.endVerification(contract(3), YEAR, OFFICER));
    done(review.beginVerification(contract(5), YEAR + 1, MANAGER));

    YearRunView ended = carriedOut();

    assertThat(List.of(ended.shared(), ended.leftOut())).containsExactly(3L, 2L);
    assertThat(await(yearEnd.leftOut(ended.run(), Optional.empty(), 50)).items())
        .containsExactly(
            new LeftOutView(contract(2), "DIFFERENCE_UNEXPLAINED"),
            new LeftOutView(contract(4), "DIFFERENCE_UNEXPLAINED"));
    assertThat(await(market.door.distributions(contract(2)))).hasSize(1);
    assertThat(told(yearEnd.propose(YEAR, OFFICER))).as("they still wait").isEqualTo("done");
  }

  @Test
  void a_run_that_is_broken_off_is_gone_on_with_and_counts_everything() {
    failAfter = 2;
    YearRunView run = done(yearEnd.propose(YEAR, OFFICER));
    done(yearEnd.approve(run.run(), MANAGER));
    assertThat(await(yearEnd.goOn(this).onFailure().recoverWithItem(List.of()))).isEmpty();
    YearRunView broken = await(yearEnd.runs(YEAR)).getFirst();
    assertThat(broken.state()).isEqualTo(YearRunView.State.UNDER_WAY);
    assertThat(broken.shared()).isPositive();
    failAfter = Integer.MAX_VALUE;

    YearRunView ended = await(yearEnd.goOn(this)).getFirst();

    assertThat(ended.shared()).isEqualTo(CONTRACTS);
    assertThat(await(market.door.books()).areRight()).isTrue();
  }

  @Test
  void a_run_that_is_rejected_shares_nothing() {
    YearRunView run = done(yearEnd.propose(YEAR, OFFICER));

    assertThat(done(yearEnd.reject(run.run(), MANAGER)).state())
        .isEqualTo(YearRunView.State.REJECTED);

    assertThat(await(yearEnd.goOn(this))).isEmpty();
    assertThat(sharedHere).isEmpty();
    assertThat(done(yearEnd.propose(YEAR, OFFICER)).run()).isGreaterThan(run.run());
  }

  @Test
  void the_database_too_wants_two_persons() {
    YearRunView run = done(yearEnd.propose(YEAR, OFFICER));
    String approval =
        """
        INSERT INTO settlement.year_run_approval
        SELECT run, proposed_by, %s, now(), 0 FROM settlement.year_run WHERE run = %d
        """;

    assertThat(database.attack(approval.formatted("proposed_by", run.run())))
        .contains("year_run_approval_check");
    assertThat(
            database.attack(
                approval
                    .formatted("proposed_by", run.run())
                    .replace("run, proposed_by", "run, gen_random_uuid()")))
        .contains("foreign key");
  }

  @Override
  public Uni<Void> shared(ContractId contract, int year) {
    sharedHere.add(contract);
    return sharedHere.size() > failAfter
        ? Uni.createFrom().failure(new IllegalStateException("the exchange ends here"))
        : Uni.createFrom().voidItem();
  }

  private YearRunView carriedOut() {
    YearRunView run = done(yearEnd.propose(YEAR, OFFICER));
    done(yearEnd.approve(run.run(), MANAGER));
    return await(yearEnd.goOn(this)).getFirst();
  }

  private void isPaid(ContractId contract) {
    done(market.door.open(SettlementMarket.contract(contract.trade(), ANJI, "1000.00", "0.00"), 5));
    pays(contract, SubAccountPurpose.PRICE, "1000.00");
  }

  private void comesIn(ContractId contract) {
    ReportRevenue report = new ReportRevenue(contract, YEAR, yuan("500.00"), "审计报告");
    done(market.door.reportRevenue(report, ANJI_CLERK));
    pays(contract, SubAccountPurpose.REVENUE, "500.00");
  }

  private void pays(ContractId contract, SubAccountPurpose purpose, String amount) {
    String number =
        await(market.door.subAccountOf(contract.trade(), ANJI, purpose)).orElseThrow().number();
    done(market.door.receive(receipt(purpose + " " + contract, number, amount, START)));
  }

  private static ContractId contract(int sequence) {
    return new ContractId(SettlementMarket.trade(sequence), 1);
  }
}
