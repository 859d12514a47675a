package eco.exchange.programs;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The console on which the command-line programs talk to the person at the keyboard. Everything
 * else is logged.
 */
public final class Console {

  // UTF-8 whatever the system says, because titles and names are Chinese.
  private static final PrintStream OUT = utf8(FileDescriptor.out);
  private static final PrintStream ERR = utf8(FileDescriptor.err);

  private Console() {}

  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }

  /** Says a line. */
  public static void say(String line) {
    OUT.println(line);
  }

  /** Says a line about what went wrong. */
  public static void complain(String line) {
    ERR.println(line);
  }
}
