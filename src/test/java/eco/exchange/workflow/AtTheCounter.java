package eco.exchange.workflow;

import static eco.exchange.workflow.Procedure.AWARD_APPROVAL;
import static eco.exchange.workflow.Procedure.BIDDER_QUALIFICATION;
import static eco.exchange.workflow.Procedure.CONTRACT_SIGNING;
import static eco.exchange.workflow.Procedure.LISTING_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Reason;
import eco.exchange.answer.Refusal;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.server.time.MarketTime;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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

/** What these tests do at the counter of the centre: begin cases, look at lists, decide. */
abstract class AtTheCounter {

  static final AtomicInteger SEQUENCE = new AtomicInteger();
  static final Duration PATIENCE = Duration.ofSeconds(60);
  static final Duration A_WHILE = Duration.ofSeconds(2);
  static final Set<String> OFFICER = Set.of("OFFICER");
  static final Set<String> MANAGER = Set.of("MANAGER");
  static final Set<String> BIDDER = Set.of("BIDDER");

  final Actor transferor = somebody();
  final Actor bidder = somebody();
  final Actor ma = somebody();
  final Actor yang = somebody();
  final TradeId trade =
      TradeId.of(
          "640425", RightKind.CARBON_SINK, LocalDate.of(2026, 1, 5), SEQUENCE.incrementAndGet());

  @Inject Workflow workflow;
  @Inject RecordedServiceTasks doors;
  @Inject MarketTime time;
  @Inject Clock clock;

  @BeforeEach
  void everyDoorDoesAsItIsTold() {
    doors.forgetAnswers();
  }

  NewCase review() {
    return new NewCase(
        LISTING_REVIEW,
        trade + "/1",
        Map.of("trade", trade.code(), "submittedBy", transferor.account().toString()));
  }

  NewCase application() {
    return new NewCase(
        BIDDER_QUALIFICATION,
        UUID.randomUUID().toString(),
        Map.of("trade", trade.code(), "submittedBy", bidder.account().toString()));
  }

  NewCase award(Instant publicityEndsAt) {
    return new NewCase(
        AWARD_APPROVAL,
        trade.code(),
        Map.of("trade", trade.code(), "publicityEndsAt", publicityEndsAt.toString()));
  }

  NewCase signing(String contract) {
    return new NewCase(
        CONTRACT_SIGNING,
        contract,
        Map.of(
            "trade", trade.code(),
            "signBy", "2126-01-01T00:00:00Z",
            "transferor", transferor.party().toString(),
            "transferee", bidder.party().toString()));
  }

  void begin(NewCase asked) {
    workflow.begin(asked).await().atMost(PATIENCE);
  }

  CaseView record() {
    return await(workflow.records(trade, Optional.empty(), 10).subscribeAsCompletionStage())
        .items()
        .getFirst();
  }

  List<TaskView> tasks(Actor actor, Set<String> roles) {
    return workflow
        .tasks(actor, roles, Optional.of(trade), Optional.empty(), 50)
        .await()
        .atMost(PATIENCE)
        .items();
  }

  Page<TaskView> page(Optional<String> after, int limit) {
    return workflow.tasks(ma, OFFICER, Optional.of(trade), after, limit).await().atMost(PATIENCE);
  }

  TaskView task(Actor actor, Set<String> roles) {
    List<TaskView> tasks = tasks(actor, roles);
    assertThat(tasks).hasSize(1);
    return tasks.getFirst();
  }

  Answer<DecidedTaskView> decide(TaskView task, String outcome, Actor actor, Set<String> roles) {
    return complete(task.id(), TaskDecision.of(outcome, "意见"), actor, roles);
  }

  Answer<DecidedTaskView> complete(
      String task, TaskDecision decision, Actor actor, Set<String> roles) {
    return await(
        workflow
            .complete(Optional.of(trade), task, decision, actor, roles)
            .subscribeAsCompletionStage());
  }

  Answer<DecidedTaskView> decideCase(Procedure procedure, String key, TaskDecision decision) {
    return await(
        workflow.decide(procedure, key, decision, ma, OFFICER).subscribeAsCompletionStage());
  }

  void moveTo(Instant moment) {
    try {
      time.moveTo(moment);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  static <T> T await(CompletableFuture<T> future) {
    return future.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  static void assertDone(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
  }

  static Reason refusal(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer)
        .reasons().stream().map(Refusal::reason).findFirst().orElseThrow();
  }

  /** Looks again and again, for the engine works beside the test, on a machine that may be busy. */
  static boolean soon(BooleanSupplier wanted) {
    return within(PATIENCE, wanted);
  }

  /** Whether it comes to be in this time. */
  static boolean within(Duration time, BooleanSupplier wanted) {
    long deadline = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < deadline) {
      if (wanted.getAsBoolean()) {
        return true;
      }
      LockSupport.parkNanos(50_000_000);
    }
    return wanted.getAsBoolean();
  }

  static Actor somebody() {
    return new Actor(new AccountId(UUID.randomUUID()), new PartyId(UUID.randomUUID()));
  }
}
