package eco.exchange.contracts.proof;

import eco.exchange.contracts.proof.Verification.Check;
import eco.exchange.contracts.proof.Verification.Finding;
import eco.exchange.contracts.proof.Verification.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The findings of an examination, among them whatever a hostile file makes fail. */
final class Findings {

  private final List<Finding> found = new ArrayList<>();

  /** A check that says what it has found, and refuses by {@link Wrong}. */
  interface Examination {
    String examine() throws Exception;
  }

  /** What was checked is not as it should be. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    Wrong(String detail) {
      super(detail);
    }
  }

  /**
   * Runs a check; anything that it throws means that the thing is wrong. The library asserts what a
   * broken file does not keep, and follows it however deep it goes: those are no mistakes of ours.
   */
  void examine(Check check, Examination examination) {
    try {
      found.add(new Finding(check, Outcome.RIGHT, examination.examine()));
    } catch (Wrong wrong) {
      wrong(check, wrong.getMessage());
    } catch (Exception | StackOverflowError | AssertionError broken) {
      wrong(check, "无法检验 (%s)".formatted(reason(broken)));
    }
  }

  void wrong(Check check, @Nullable String detail) {
    found.add(new Finding(check, Outcome.WRONG, detail == null ? "" : detail));
  }

  void unproven(Check check, String detail) {
    found.add(new Finding(check, Outcome.UNPROVEN, detail));
  }

  void note(Check check, String detail) {
    found.add(new Finding(check, Outcome.NOTE, detail));
  }

  void add(Finding finding) {
    found.add(finding);
  }

  List<Finding> all() {
    return List.copyOf(found);
  }

  boolean areRight() {
    return found.stream().noneMatch(finding -> finding.outcome() == Outcome.WRONG);
  }

  static void must(boolean holds, String otherwise, Object... values) throws Wrong {
    if (!holds) {
      throw new Wrong(otherwise.formatted(values));
    }
  }

  private static String reason(Throwable broken) {
    String message = broken.getMessage();
    return broken.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
