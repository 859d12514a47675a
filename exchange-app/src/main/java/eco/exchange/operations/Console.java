package eco.exchange.operations;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the command-line programs say to the person at the keyboard. Everything else is logged. */
public final class Console {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

  private Console() {}

  /** Says a line. */
  public static void say(String line) {
    OUT.println(line);
  }

  /** Says a line about what went wrong. */
  public static void complain(String line) {
    ERR.println(line);
  }
}
