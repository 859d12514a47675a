package eco.exchange.workflow;

import static eco.exchange.workflow.WorkflowRefusal.DECISION_TOO_LONG;
import static eco.exchange.workflow.WorkflowRefusal.DETAIL_UNKNOWN;
import static eco.exchange.workflow.WorkflowRefusal.FOUR_EYES;
import static eco.exchange.workflow.WorkflowRefusal.OPINION_MISSING;
import static eco.exchange.workflow.WorkflowRefusal.OUTCOME_UNKNOWN;
import static eco.exchange.workflow.WorkflowRefusal.TASK_DECIDED;
import static eco.exchange.workflow.WorkflowRefusal.TASK_NOT_YOURS;
import static eco.exchange.workflow.WorkflowRefusal.TASK_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ProceduresAlone.class)
class DecidingTest extends AtTheCounter {

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
    TaskDecision wordy = TaskDecision.of("approve", "很".repeat(TaskDecision.OPINION_MAX + 1));
    assertThat(refusal(complete(task.id(), wordy, ma, OFFICER))).isEqualTo(DECISION_TOO_LONG);
    TaskDecision detailed = new TaskDecision("approve", "", Map.of("submittedBy", "somebody else"));
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
  void whoever_decides_against_somebody_says_why() {
    begin(review());
    TaskView task = task(ma, OFFICER);
    assertThat(task.outcomes())
        .extracting(TaskView.Outcome::needsReason)
        .containsExactly(false, true);
    assertThat(refusal(complete(task.id(), TaskDecision.of("return", " "), ma, OFFICER)))
        .isEqualTo(OPINION_MISSING);
    assertThat(task(ma, OFFICER)).isEqualTo(task);
    assertDone(complete(task.id(), TaskDecision.of("return", "底价依据不足"), ma, OFFICER));
  }

  @Test
  void a_refusal_of_a_door_is_an_answer_and_stands_in_no_log() {
    List<String> logged = new ArrayList<>();
    Handler ear =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
              logged.add(line.getMessage());
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(ear);
    try {
      doors.answer("qualify", known -> Answer.refused(TASK_DECIDED, "not at this door"));
      begin(application());
      assertThat(refusal(decide(task(ma, OFFICER), "qualify", ma, OFFICER)))
          .isEqualTo(TASK_DECIDED);
    } finally {
      root.removeHandler(ear);
    }
    assertThat(logged).isEmpty();
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
    Answer<DecidedTaskView> refused = decide(examine, "qualify", ma, OFFICER);
    assertThat(refused).isEqualTo(Answer.refused(TASK_DECIDED, "not at this door"));
    assertThat(task(ma, OFFICER)).isEqualTo(examine);
    assertDone(decide(examine, "qualify", ma, OFFICER));
    assertThat(tasks(ma, OFFICER)).isEmpty();
  }

  @Test
  void the_same_decision_again_answers_as_before_and_another_is_refused() {
    begin(application());
    TaskView examine = task(ma, OFFICER);
    Answer<DecidedTaskView> first = decide(examine, "reject", ma, OFFICER);
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
    List<CompletableFuture<Answer<DecidedTaskView>>> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(
          workflow
              .complete(
                  Optional.of(trade),
                  examine.id(),
                  TaskDecision.of(i % 2 == 0 ? "qualify" : "reject", "意见"),
                  somebody(),
                  OFFICER)
              .subscribeAsCompletionStage());
    }
    List<Answer<DecidedTaskView>> answers = all.stream().map(CompletableFuture::join).toList();
    assertThat(answers).filteredOn(answer -> answer instanceof Answer.Done).hasSize(1);
    assertThat(doors.count("qualify", asked.key()) + doors.count("reject", asked.key()))
        .isEqualTo(1);
  }
}
