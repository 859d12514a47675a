package eco.exchange.lab.demo;

import eco.exchange.acceptance.WalkListener;
import eco.exchange.programs.Console;

/** The progress of a walk on the console, with a bar for how far it has come. */
final class ConsoleProgress implements WalkListener {

  private static final int BAR = 10;

  @Override
  public synchronized void tell(String title, int step, int of, String day, String line) {
    int full = step * BAR / of;
    String bar = "█".repeat(full) + "░".repeat(BAR - full);
    Console.say("%s %s %2d/%d  %s  %s".formatted(title, bar, step, of, day, line));
  }
}
