package eco.exchange.workflow;

import eco.exchange.answer.Answer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The doors as these tests need them: they do as they are told, and remember who called. */
@Alternative
@ApplicationScoped
class RecordedServiceTasks implements ServiceTasks {

  private static final Set<String> NAMES =
      Set.of(
          "disclose",
          "returnToTransferor",
          "qualify",
          "reject",
          "approveAward",
          "refuseAward",
          "draw",
          "lapse",
          "dismissLapse",
          "awardRunnerUp",
          "giveUp",
          "signAsTransferor",
          "signAsTransferee",
          "declineAsTransferor",
          "declineAsTransferee",
          "proposeLapse",
          "seal",
          "resolve",
          "examineProposal",
          "settleException");

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, Function<Progress, Answer<?>>> answers = new ConcurrentHashMap<>();

  record Call(String step, Progress progress) {}

  @Override
  public Map<String, ServiceTask> byName() {
    return NAMES.stream().collect(Collectors.toMap(Function.identity(), this::step));
  }

  /** What a step answers from now on; otherwise it is done. */
  void answer(String step, Function<Progress, Answer<?>> answer) {
    answers.put(step, answer);
  }

  /** Every step is done again at once. */
  void forgetAnswers() {
    answers.clear();
  }

  /** How often a step was taken for a key. */
  long count(String step, String key) {
    return calls.stream().filter(c -> c.step.equals(step) && c.progress.key().equals(key)).count();
  }

  /** What a step knew when it was last taken for a key. */
  Progress last(String step, String key) {
    return calls.stream()
        .filter(c -> c.step.equals(step) && c.progress.key().equals(key))
        .reduce((before, after) -> after)
        .orElseThrow()
        .progress();
  }

  private ServiceTask step(String name) {
    return progress -> {
      calls.add(new Call(name, progress));
      Answer<?> answer =
          answers.getOrDefault(name, known -> Answer.done(known.key())).apply(progress);
      return Uni.createFrom().item(answer);
    };
  }
}
