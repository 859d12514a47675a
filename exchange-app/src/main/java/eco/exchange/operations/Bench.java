package eco.exchange.operations;

import java.util.Map;

/** The measurements an operator can run by name. */
public final class Bench {

  private static final Map<String, Programs.Program> NAMES = Map.of();

  private Bench() {}

  /** Runs the measurement named first. */
  public static void main(String... arguments) {
    System.exit(new Programs("bench", NAMES).run(arguments));
  }
}
