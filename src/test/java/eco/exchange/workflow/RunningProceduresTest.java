package eco.exchange.workflow;

import static eco.exchange.workflow.Procedure.BANK_EXCEPTION_HANDLING;
import static eco.exchange.workflow.Procedure.SETTLEMENT_EXCEPTION;
import static eco.exchange.workflow.WorkflowRefusal.TASK_DECIDED;
import static eco.exchange.workflow.WorkflowRefusal.TASK_NOT_YOURS;
import static eco.exchange.workflow.WorkflowRefusal.TASK_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.market.Page;
import eco.exchange.workflow.CaseView.Deed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ProceduresAlone.class)
class RunningProceduresTest extends AtTheCounter {

  @Test
  void a_case_begins_once_however_often_it_is_asked_for_at_the_same_moment() {
    NewCase review = review();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(workflow.begin(review).subscribeAsCompletionStage());
    }
    all.forEach(CompletableFuture::join);
    assertThat(tasks(ma, OFFICER)).hasSize(1);
    decide(task(ma, OFFICER), "return", ma, OFFICER);
    begin(review);
    assertThat(tasks(ma, OFFICER)).as("a case that has ended does not begin again").isEmpty();
  }

  @Test
  void an_award_waits_for_the_end_of_its_publicity_in_market_time() {
    Instant ends = clock.instant().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS);
    begin(award(ends));
    moveTo(ends.minusSeconds(60));
    assertThat(within(A_WHILE, () -> !tasks(ma, OFFICER).isEmpty())).isFalse();
    moveTo(ends);
    assertThat(soon(() -> !tasks(ma, OFFICER).isEmpty())).isTrue();
    assertThat(task(ma, OFFICER).since()).isAfterOrEqualTo(ends);
  }

  @Test
  void the_contract_is_drawn_however_often_it_must_be_tried() {
    doors.answer(
        "draw",
        known ->
            doors.count("draw", known.key()) < 3
                ? Answer.refused(TASK_UNKNOWN, "not yet")
                : Answer.done(known.key()));
    begin(award(clock.instant()));
    assertThat(soon(() -> !tasks(ma, OFFICER).isEmpty())).isTrue();
    assertDone(decide(task(ma, OFFICER), "approve", ma, OFFICER));
    assertDone(decide(task(yang, MANAGER), "approve", yang, MANAGER));
    assertThat(doors.count("approveAward", trade.code())).isEqualTo(1);
    assertThat(soon(this::hasEndedAfterAWhile)).isTrue();
    long tries = doors.count("draw", trade.code());
    assertThat(tries).isGreaterThanOrEqualTo(3);
    moveTo(clock.instant().plus(Duration.ofMinutes(5)));
    assertThat(within(A_WHILE, () -> doors.count("draw", trade.code()) > tries)).isFalse();
  }

  // Between two tries lies a pause in market time. It passes slowly: a step that takes longer than
  // its lock holds in market time is taken again.
  private boolean hasEndedAfterAWhile() {
    boolean ended = within(A_WHILE, () -> record().endedAt().isPresent());
    if (!ended) {
      moveTo(clock.instant().plusSeconds(10));
    }
    return ended;
  }

  @Test
  void both_parties_sign_at_the_same_moment_and_the_seal_follows_once() {
    String contract = trade + "-V1";
    begin(signing(contract));
    TaskView first = task(transferor, Set.of("TRANSFEROR"));
    TaskView second = task(bidder, BIDDER);
    assertThat(refusal(decide(first, "sign", bidder, BIDDER))).isEqualTo(TASK_NOT_YOURS);
    var one =
        workflow
            .complete(
                Optional.of(trade), first.id(), TaskDecision.of("sign", ""), transferor, Set.of())
            .subscribeAsCompletionStage();
    var two =
        workflow
            .complete(Optional.of(trade), second.id(), TaskDecision.of("sign", ""), bidder, BIDDER)
            .subscribeAsCompletionStage();
    assertDone(one.join());
    assertDone(two.join());
    assertThat(soon(() -> doors.count("seal", contract) == 1)).isTrue();
    assertThat(doors.last("signAsTransferor", contract).deciderOf("transferorSigns"))
        .isEqualTo(transferor);
    assertThat(doors.last("signAsTransferee", contract).deciderOf("transfereeSigns"))
        .isEqualTo(bidder);
  }

  @Test
  void a_case_is_decided_by_its_key_and_asks_for_details() {
    String receipt = "R" + UUID.randomUUID();
    begin(new NewCase(SETTLEMENT_EXCEPTION, receipt, Map.of("receipt", receipt)));
    TaskDecision assign =
        new TaskDecision("assign", "银行确认", Map.of("subAccount", "6217000000000000017"));
    Answer<DecidedTaskView> answer = decideCase(SETTLEMENT_EXCEPTION, receipt, assign);
    assertDone(answer);
    assertThat(doors.last("resolve", receipt).fact("subAccount")).isEqualTo("6217000000000000017");
    assertThat(decideCase(SETTLEMENT_EXCEPTION, receipt, assign)).isEqualTo(answer);
    assertThat(refusal(decideCase(SETTLEMENT_EXCEPTION, receipt, TaskDecision.of("return", "意见"))))
        .isEqualTo(TASK_DECIDED);
    assertThat(refusal(decideCase(SETTLEMENT_EXCEPTION, "no receipt", assign)))
        .isEqualTo(TASK_UNKNOWN);
  }

  @Test
  void a_task_with_a_day_tells_it_and_when_it_has_passed() {
    Instant due = clock.instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
    begin(
        new NewCase(
            BANK_EXCEPTION_HANDLING,
            "payment/" + trade,
            Map.of("trade", trade.code(), "dueAt", due.toString())));
    moveTo(due.minusSeconds(60));
    TaskView waits = task(ma, OFFICER);
    assertThat(waits.dueAt()).contains(due);
    assertThat(waits.isOverdue()).isFalse();
    moveTo(due);
    assertThat(task(ma, OFFICER).isOverdue()).isTrue();
    assertDone(decide(task(ma, OFFICER), "settle", ma, OFFICER));
    assertThat(task(yang, MANAGER).dueAt()).as("of both tasks together").contains(due);
    begin(application());
    assertThat(task(ma, OFFICER).dueAt()).as("no other task has one").isEmpty();
  }

  @Test
  void what_was_told_with_a_refused_proposal_is_not_told_with_the_next_one() {
    String exception = "line/" + trade;
    begin(
        new NewCase(
            BANK_EXCEPTION_HANDLING,
            exception,
            Map.of("trade", trade.code(), "dueAt", clock.instant().toString())));
    TaskDecision takeBack = new TaskDecision("takeBack", "银行来函", Map.of("receipt", "B1"));
    assertDone(complete(task(ma, OFFICER).id(), takeBack, ma, OFFICER));
    assertThat(doors.last("examineProposal", exception).fact("receipt")).isEqualTo("B1");
    assertDone(decide(task(yang, MANAGER), "refuse", yang, MANAGER));

    assertDone(decide(task(ma, OFFICER), "settle", ma, OFFICER));
    assertDone(decide(task(yang, MANAGER), "approve", yang, MANAGER));

    assertThat(doors.last("settleException", exception).facts()).doesNotContainKey("receipt");
    assertThat(doors.count("settleException", exception)).isEqualTo(1);
  }

  @Test
  void a_long_list_comes_in_pages_that_hold_while_tasks_are_decided() {
    for (int i = 0; i < 5; i++) {
      begin(application());
    }
    Page<TaskView> first = page(Optional.empty(), 2);
    assertThat(first.items()).hasSize(2);
    decide(first.items().getFirst(), "reject", ma, OFFICER);
    Page<TaskView> second = page(first.after(), 2);
    Page<TaskView> third = page(second.after(), 2);
    assertThat(third.after()).isEmpty();
    List<String> seen = new ArrayList<>();
    List.of(first, second, third)
        .forEach(page -> page.items().forEach(task -> seen.add(task.id())));
    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void the_record_tells_who_did_what_and_when() {
    begin(review());
    Instant before = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    complete(task(ma, OFFICER).id(), TaskDecision.of("approve", "材料齐全"), ma, OFFICER);
    complete(task(yang, MANAGER).id(), TaskDecision.of("return", "底价依据不足"), yang, MANAGER);
    CaseView told = record();
    assertThat(told.procedure()).isEqualTo("listing-review");
    assertThat(told.endedAt()).isPresent();
    assertThat(told.deeds())
        .extracting(Deed::act)
        .containsExactly("review", "approve", "returnToTransferor");
    Deed review = told.deeds().getFirst();
    assertThat(review.by()).contains(ma.account());
    assertThat(review.outcome()).contains("approve");
    assertThat(review.opinion()).contains("材料齐全");
    assertThat(review.endedAt().orElseThrow()).isAfterOrEqualTo(before);
  }
}
