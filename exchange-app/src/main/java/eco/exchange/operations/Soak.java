package eco.exchange.operations;

import java.util.Map;

/** The long runs with faults an operator can start by name. */
public final class Soak {

  private static final Map<String, Programs.Program> NAMES = Map.of();

  private Soak() {}

  /** Runs the long run named first. */
  public static void main(String... arguments) {
    System.exit(new Programs("soak", NAMES).run(arguments));
  }
}
