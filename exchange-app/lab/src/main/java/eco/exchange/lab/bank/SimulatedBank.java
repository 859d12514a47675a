package eco.exchange.lab.bank;

import eco.exchange.programs.Console;
import eco.exchange.server.bank.BankFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The program behind {@code ./exchange bank}: a bank in a process of its own, that shares nothing
 * with the exchange but a folder of files.
 */
public final class SimulatedBank {

  private static final String USAGE =
      "usage: ./exchange bank FOLDER ACCOUNT [--twice] [--reversed] [--truncated] [--once]";
  private static final String ONCE = "--once";
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final int NOT_UNDERSTOOD = 2;

  private SimulatedBank() {}

  /** Keeps the account of an exchange until it is stopped, or books what waits and ends. */
  public static void main(String... arguments) throws IOException {
    if (arguments.length < 2) {
      Console.complain(USAGE);
      System.exit(NOT_UNDERSTOOD);
    }
    Set<DeliveryFault> faults = EnumSet.noneOf(DeliveryFault.class);
    boolean isOnce = false;
    for (int i = 2; i < arguments.length; i++) {
      if (arguments[i].equals(ONCE)) {
        isOnce = true;
      } else if (!add(arguments[i], faults)) {
        Console.complain(USAGE);
        System.exit(NOT_UNDERSTOOD);
      }
    }
    BankBranch branch =
        BankBranch.open(new BankFolder(Path.of(arguments[0])), arguments[1], faults);
    Console.say("银行 the simulated bank keeps account " + arguments[1] + " in " + arguments[0]);
    branch.work();
    while (!isOnce) {
      LockSupport.parkNanos(PAUSE_NANOS);
      branch.work();
    }
  }

  private static boolean add(String argument, Set<DeliveryFault> faults) {
    for (DeliveryFault fault : DeliveryFault.values()) {
      if (argument.equals("--" + fault.name().toLowerCase(Locale.ROOT))) {
        return faults.add(fault);
      }
    }
    return false;
  }
}
