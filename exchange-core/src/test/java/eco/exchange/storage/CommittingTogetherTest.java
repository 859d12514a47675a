package eco.exchange.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommittingTogetherTest {

  private static final int WEIGHT_MAX = 8;

  /** A task about a subject. */
  record Task(String subject, int weight) {}

  /** Each batch waits until it is let go; one that holds a cursed task fails. */
  final Deque<UniEmitter<? super Boolean>> underWay = new ArrayDeque<>();

  final List<List<String>> done = new ArrayList<>();
  final GroupCommit<Task, String> desk =
      new GroupCommit<>(
          new GroupCommit.Manner<>(Task::subject, Task::weight, WEIGHT_MAX, 2), this::work);
  String cursed = "";

  @Test
  void what_waits_while_two_batches_are_under_way_is_done_together() {
    List<UniAssertSubscriber<String>> told = take("a", "b", "c", "d", "e");
    assertThat(done).containsExactly(List.of("a"), List.of("b"));
    letGo();

    assertThat(done).containsExactly(List.of("a"), List.of("b"), List.of("c", "d", "e"));
    letGo();
    letGo();
    assertThat(told.stream().map(each -> each.awaitItem().getItem()))
        .containsExactly("a done", "b done", "c done", "d done", "e done");
  }

  @Test
  void two_tasks_of_one_subject_never_stand_in_one_batch_and_keep_their_order() {
    take("a", "b", "c", "c", "d", "c");
    letAllGo();

    assertThat(done)
        .containsExactly(List.of("a"), List.of("b"), List.of("c", "d"), List.of("c"), List.of("c"));
  }

  @Test
  void a_batch_holds_no_more_than_its_weight_and_a_heavier_task_goes_alone() {
    take("a", "b");
    take(new Task("c", 5), new Task("d", 4), new Task("e", 3), new Task("f", 9));
    letAllGo();

    assertThat(done)
        .containsExactly(List.of("a"), List.of("b"), List.of("c", "e"), List.of("d"), List.of("f"));
  }

  @Test
  void nobody_suffers_for_another() {
    take("a", "b");
    cursed = "d";
    List<UniAssertSubscriber<String>> told = take("c", "d", "e");
    letAllGo();

    assertThat(done.subList(2, done.size()))
        .containsExactly(List.of("c", "d", "e"), List.of("c"), List.of("d"), List.of("e"));
    told.get(0).awaitItem().assertCompleted();
    told.get(1).awaitFailure().assertFailedWith(IOException.class);
    told.get(2).awaitItem().assertCompleted();
  }

  @Test
  void those_who_ask_again_when_they_are_answered_are_in_the_next_batch_together() {
    take("a", "b");
    for (String subject : List.of("c", "d", "e")) {
      desk.take(new Task(subject, 1)).subscribe().with(answered -> take(subject + " again"));
    }
    letGo();
    Objects.requireNonNull(underWay.pollLast()).complete(true);

    assertThat(done)
        .containsExactly(
            List.of("a"),
            List.of("b"),
            List.of("c", "d", "e"),
            List.of("c again", "d again", "e again"));
  }

  private Uni<List<String>> work(List<Task> batch) {
    List<String> subjects = batch.stream().map(Task::subject).toList();
    done.add(subjects);
    return Uni.createFrom()
        .<Boolean>emitter(underWay::add)
        .chain(
            gone ->
                subjects.contains(cursed)
                    ? Uni.createFrom().failure(new IOException("a rule of the database is broken"))
                    : Uni.createFrom()
                        .item(subjects.stream().map(subject -> subject + " done").toList()));
  }

  private void letGo() {
    Objects.requireNonNull(underWay.poll()).complete(true);
  }

  private void letAllGo() {
    while (!underWay.isEmpty()) {
      letGo();
    }
  }

  private List<UniAssertSubscriber<String>> take(String... subjects) {
    return take(Stream.of(subjects).map(subject -> new Task(subject, 1)).toArray(Task[]::new));
  }

  private List<UniAssertSubscriber<String>> take(Task... tasks) {
    return Stream.of(tasks)
        .map(task -> desk.take(task).subscribe().withSubscriber(UniAssertSubscriber.create()))
        .toList();
  }
}
