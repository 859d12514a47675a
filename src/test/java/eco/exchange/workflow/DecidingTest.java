package eco.exchange.workflow;

import static eco.exchange.workflow.Procedure.AWARD_APPROVAL;
import static eco.exchange.workflow.Procedure.BIDDER_QUALIFICATION;
import static eco.exchange.workflow.Procedure.CONTRACT_SIGNING;
import static eco.exchange.workflow.Procedure.LISTING_REVIEW;
import static eco.exchange.workflow.Procedure.SETTLEMENT_EXCEPTION;
import static eco.exchange.workflow.WorkflowRefusal.DECISION_TOO_LONG;
import static eco.exchange.workflow.WorkflowRefusal.DETAIL_UNKNOWN;
import static eco.exchange.workflow.WorkflowRefusal.FOUR_EYES;
import static eco.exchange.workflow.WorkflowRefusal.OUTCOME_UNKNOWN;
import static eco.exchange.workflow.WorkflowRefusal.TASK_DECIDED;
import static eco.exchange.workflow.WorkflowRefusal.TASK_NOT_YOURS;
import static eco.exchange.workflow.WorkflowRefusal.TASK_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.Answer;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.Reason;
import eco.exchange.market.Refusal;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.operations.MarketTime;
import eco.exchange.workflow.CaseView.Deed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ProceduresAlone.class)
class DecidingTest {

  private static final AtomicInteger SEQUENCE = new AtomicInteger();
  private static final Set<String> OFFICER = Set.of("OFFICER");
  private static final Set<String> MANAGER = Set.of("MANAGER");
  private static final Set<String> BIDDER = Set.of("BIDDER");

  private final Actor transferor = somebody();
  private final Actor bidder = somebody();
  private final Actor ma = somebody();
  private final Actor yang = somebody();
  private final TradeId trade =
      TradeId.of(
          "640425", RightKind.CARBON_SINK, LocalDate.of(2026, 1, 5), SEQUENCE.incrementAndGet());

  @Inject Workflow workflow;
  @Inject RecordedSteps doors;
  @Inject MarketTime time;
  @Inject Clock clock;

  @BeforeEach
  void everyDoorDoesAsItIsTold() {
    doors.forgetAnswers();
  }

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
  void a_task_is_seen_and_decided_only_by_those_it_is_for() {
    begin(review());
    TaskView review = task(ma, OFFICER);
    assertThat(review.act()).isEqualTo("review");
    assertThat(review.trade()).contains(trade);
    assertThat(review.outcomes())
        .extracting(TaskView.Outcome::id)
        .containsExactly("approve", "return");
    assertThat(tasks(yang, MANAGER)).isEmpty();
    assertThat(refusal(decide(review, "approve", yang, MANAGER))).isEqualTo(TASK_NOT_YOURS);
    assertThat(refusal(decide(review, "approve", transferor, Set.of()))).isEqualTo(TASK_NOT_YOURS);
    assertThat(task(ma, OFFICER)).isEqualTo(review);
  }

  @Test
  void a_decision_must_fit_its_task() {
    begin(review());
    TaskView task = task(ma, OFFICER);
    assertThat(refusal(decide(task, "burn", ma, OFFICER))).isEqualTo(OUTCOME_UNKNOWN);
    Decision wordy = Decision.of("approve", "很".repeat(Decision.OPINION_MAX + 1));
    assertThat(refusal(complete(task.id(), wordy, ma, OFFICER))).isEqualTo(DECISION_TOO_LONG);
    Decision detailed = new Decision("approve", "", Map.of("submittedBy", "somebody else"));
    assertThat(refusal(complete(task.id(), detailed, ma, OFFICER))).isEqualTo(DETAIL_UNKNOWN);
    assertThat(refusal(complete("no-such-task", wordy, ma, OFFICER))).isEqualTo(TASK_UNKNOWN);
    TradeId other = TradeId.of("422823", RightKind.CARBON_SINK, LocalDate.of(2026, 1, 5), 1);
    assertThat(
            refusal(
                await(
                    workflow
                        .complete(Optional.of(other), task.id(), wordy, ma, OFFICER)
                        .subscribeAsCompletionStage())))
        .isEqualTo(TASK_UNKNOWN);
  }

  @Test
  void who_submitted_or_reviewed_may_not_approve() {
    Set<String> both = Set.of("OFFICER", "MANAGER");
    begin(review());
    decide(task(ma, OFFICER), "approve", ma, both);
    TaskView approve = task(yang, MANAGER);
    assertThat(refusal(decide(approve, "approve", ma, both))).isEqualTo(FOUR_EYES);
    assertThat(refusal(decide(approve, "approve", transferor, both))).isEqualTo(FOUR_EYES);
    assertDone(decide(approve, "approve", yang, MANAGER));
    Progress known = doors.last("disclose", trade + "/1");
    assertThat(known.deciderOf("review")).isEqualTo(ma);
    assertThat(known.deciderOf("approve")).isEqualTo(yang);
  }

  @Test
  void what_a_door_refuses_leaves_the_task_waiting() {
    doors.answer(
        "qualify",
        known ->
            doors.count("qualify", known.key()) == 1
                ? Answer.refused(TASK_DECIDED, "not at this door")
                : Answer.done(known.key()));
    begin(application());
    TaskView examine = task(ma, OFFICER);
    Answer<DecidedView> refused = decide(examine, "qualify", ma, OFFICER);
    assertThat(refused).isEqualTo(Answer.refused(TASK_DECIDED, "not at this door"));
    assertThat(task(ma, OFFICER)).isEqualTo(examine);
    assertDone(decide(examine, "qualify", ma, OFFICER));
    assertThat(tasks(ma, OFFICER)).isEmpty();
  }

  @Test
  void the_same_decision_again_answers_as_before_and_another_is_refused() {
    begin(application());
    TaskView examine = task(ma, OFFICER);
    Answer<DecidedView> first = decide(examine, "reject", ma, OFFICER);
    assertDone(first);
    assertThat(decide(examine, "reject", ma, OFFICER)).isEqualTo(first);
    assertThat(refusal(decide(examine, "qualify", ma, OFFICER))).isEqualTo(TASK_DECIDED);
    assertThat(refusal(decide(examine, "reject", yang, OFFICER))).isEqualTo(TASK_DECIDED);
    assertThat(doors.count("reject", examine.key())).isEqualTo(1);
  }

  @Test
  void of_many_who_decide_at_the_same_moment_one_does() {
    NewCase asked = application();
    begin(asked);
    TaskView examine = task(ma, OFFICER);
    List<CompletableFuture<Answer<DecidedView>>> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(
          workflow
              .complete(
                  Optional.of(trade),
                  examine.id(),
                  Decision.of(i % 2 == 0 ? "qualify" : "reject", ""),
                  somebody(),
                  OFFICER)
              .subscribeAsCompletionStage());
    }
    List<Answer<DecidedView>> answers = all.stream().map(CompletableFuture::join).toList();
    assertThat(answers).filteredOn(answer -> answer instanceof Answer.Done).hasSize(1);
    assertThat(doors.count("qualify", asked.key()) + doors.count("reject", asked.key()))
        .isEqualTo(1);
  }

  @Test
  void an_award_waits_for_the_end_of_its_publicity_in_market_time() {
    Instant ends = clock.instant().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS);
    begin(award(ends));
    moveTo(ends.minusSeconds(60));
    assertThat(soon(() -> !tasks(ma, OFFICER).isEmpty(), Duration.ofSeconds(2))).isFalse();
    moveTo(ends);
    assertThat(soon(() -> !tasks(ma, OFFICER).isEmpty(), Duration.ofSeconds(3))).isTrue();
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
    assertThat(soon(() -> !tasks(ma, OFFICER).isEmpty(), Duration.ofSeconds(3))).isTrue();
    assertDone(decide(task(ma, OFFICER), "approve", ma, OFFICER));
    assertDone(decide(task(yang, MANAGER), "approve", yang, MANAGER));
    assertThat(doors.count("approveAward", trade.code())).isEqualTo(1);
    for (int tries = 1; tries <= 3; tries++) {
      int wanted = tries;
      assertThat(soon(() -> doors.count("draw", trade.code()) >= wanted, Duration.ofSeconds(5)))
          .isTrue();
      moveTo(clock.instant().plusSeconds(10));
    }
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
            .complete(Optional.of(trade), first.id(), Decision.of("sign", ""), transferor, Set.of())
            .subscribeAsCompletionStage();
    var two =
        workflow
            .complete(Optional.of(trade), second.id(), Decision.of("sign", ""), bidder, BIDDER)
            .subscribeAsCompletionStage();
    assertDone(one.join());
    assertDone(two.join());
    assertThat(soon(() -> doors.count("seal", contract) == 1, Duration.ofSeconds(3))).isTrue();
    assertThat(doors.last("signAsTransferor", contract).deciderOf("transferorSigns"))
        .isEqualTo(transferor);
    assertThat(doors.last("signAsTransferee", contract).deciderOf("transfereeSigns"))
        .isEqualTo(bidder);
  }

  @Test
  void a_case_is_decided_by_its_key_and_asks_for_details() {
    String receipt = "R" + UUID.randomUUID();
    begin(new NewCase(SETTLEMENT_EXCEPTION, receipt, Map.of("receipt", receipt)));
    Decision assign = new Decision("assign", "银行确认", Map.of("subAccount", "6217000000000000017"));
    Answer<DecidedView> answer = decideCase(SETTLEMENT_EXCEPTION, receipt, assign);
    assertDone(answer);
    assertThat(doors.last("resolve", receipt).fact("subAccount")).isEqualTo("6217000000000000017");
    assertThat(decideCase(SETTLEMENT_EXCEPTION, receipt, assign)).isEqualTo(answer);
    assertThat(refusal(decideCase(SETTLEMENT_EXCEPTION, receipt, Decision.of("return", ""))))
        .isEqualTo(TASK_DECIDED);
    assertThat(refusal(decideCase(SETTLEMENT_EXCEPTION, "no receipt", assign)))
        .isEqualTo(TASK_UNKNOWN);
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
    complete(task(ma, OFFICER).id(), Decision.of("approve", "材料齐全"), ma, OFFICER);
    complete(task(yang, MANAGER).id(), Decision.of("return", "底价依据不足"), yang, MANAGER);
    CaseView told =
        await(workflow.records(trade, Optional.empty(), 10).subscribeAsCompletionStage())
            .items()
            .getFirst();
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

  private NewCase review() {
    return new NewCase(
        LISTING_REVIEW,
        trade + "/1",
        Map.of("trade", trade.code(), "submittedBy", transferor.account().toString()));
  }

  private NewCase application() {
    return new NewCase(
        BIDDER_QUALIFICATION,
        UUID.randomUUID().toString(),
        Map.of("trade", trade.code(), "submittedBy", bidder.account().toString()));
  }

  private NewCase award(Instant publicityEndsAt) {
    return new NewCase(
        AWARD_APPROVAL,
        trade.code(),
        Map.of("trade", trade.code(), "publicityEndsAt", publicityEndsAt.toString()));
  }

  private NewCase signing(String contract) {
    return new NewCase(
        CONTRACT_SIGNING,
        contract,
        Map.of(
            "trade", trade.code(),
            "transferor", transferor.party().toString(),
            "transferee", bidder.party().toString()));
  }

  private void begin(NewCase asked) {
    workflow.begin(asked).await().atMost(Duration.ofSeconds(10));
  }

  private List<TaskView> tasks(Actor actor, Set<String> roles) {
    return workflow
        .tasks(actor, roles, Optional.of(trade), Optional.empty(), 50)
        .await()
        .atMost(Duration.ofSeconds(10))
        .items();
  }

  private Page<TaskView> page(Optional<String> after, int limit) {
    return workflow
        .tasks(ma, OFFICER, Optional.of(trade), after, limit)
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private TaskView task(Actor actor, Set<String> roles) {
    List<TaskView> tasks = tasks(actor, roles);
    assertThat(tasks).hasSize(1);
    return tasks.getFirst();
  }

  private Answer<DecidedView> decide(
      TaskView task, String outcome, Actor actor, Set<String> roles) {
    return complete(task.id(), Decision.of(outcome, "意见"), actor, roles);
  }

  private Answer<DecidedView> complete(
      String task, Decision decision, Actor actor, Set<String> roles) {
    return await(
        workflow
            .complete(Optional.of(trade), task, decision, actor, roles)
            .subscribeAsCompletionStage());
  }

  private Answer<DecidedView> decideCase(Procedure procedure, String key, Decision decision) {
    return await(
        workflow.decide(procedure, key, decision, ma, OFFICER).subscribeAsCompletionStage());
  }

  private void moveTo(Instant moment) {
    try {
      time.moveTo(moment);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T await(CompletableFuture<T> future) {
    return future.orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static void assertDone(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
  }

  private static Reason refusal(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer)
        .reasons().stream().map(Refusal::reason).findFirst().orElseThrow();
  }

  /** Looks again and again, for the engine works beside the test. */
  private static boolean soon(BooleanSupplier wanted, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      if (wanted.getAsBoolean()) {
        return true;
      }
      LockSupport.parkNanos(50_000_000);
    }
    return wanted.getAsBoolean();
  }

  private static Actor somebody() {
    return new Actor(new AccountId(UUID.randomUUID()), new PartyId(UUID.randomUUID()));
  }
}
