package eco.exchange.lab.trial;

import eco.exchange.programs.Console;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;

/** The programs of one kind that can be run by name from the command line. */
public record NamedPrograms(String kind, Map<String, Program> byName) {

  private static final int NOT_UNDERSTOOD = 2;

  /** What is run: the arguments after its name go in, the exit code of the process comes out. */
  public interface Program {
    /** Runs it. */
    int run(String... arguments);
  }

  /** Runs the program named first, and tells which there are if there is none of that name. */
  public int run(String... arguments) {
    Program program = arguments.length == 0 ? null : byName.get(arguments[0]);
    if (program == null) {
      Console.complain(
          "usage: ./exchange %s NAME; names known: %s"
              .formatted(kind, new TreeSet<>(byName.keySet())));
      return NOT_UNDERSTOOD;
    }
    return program.run(Arrays.copyOfRange(arguments, 1, arguments.length));
  }
}
