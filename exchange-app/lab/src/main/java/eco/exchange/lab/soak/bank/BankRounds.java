package eco.exchange.lab.soak.bank;

import eco.exchange.lab.soak.bank.plain.BankMail;
import eco.exchange.lab.soak.bank.plain.PlainMovement.Kind;
import eco.exchange.lab.soak.bank.plain.RandomBank;
import eco.exchange.lab.soak.bank.plain.ToldLine.Clearness;
import eco.exchange.server.bank.BankFolder;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Days of a plain bank and an exchange that share a folder: the exchange is killed in between, and
 * whenever everything is told its books are held against the plain one.
 */
final class BankRounds {

  private static final int ACTS_MAX = 14;
  private static final int KILLED_ONE_IN = 2;
  private static final int ALL_TOLD_ONE_IN = 3;

  private final LinkedExchange exchange;
  private final LedgerFindings findings;
  private final RandomGenerator random;
  private final RandomBank bank;
  private final LinkCheck check;
  private int kills;
  private int checks;

  BankRounds(
      BankFolder folder, LinkedExchange exchange, LedgerFindings findings, RandomGenerator random) {
    this.exchange = exchange;
    this.findings = findings;
    this.random = random;
    this.bank = new RandomBank(folder, PgSettlement.HOUSE.number(), random);
    this.check = new LinkCheck(folder, bank);
  }

  /** Lets so many days go by; what comes out is what is wrong. */
  List<String> run(long days) throws IOException, SQLException, InterruptedException {
    List<String> faults = new ArrayList<>();
    for (long day = 1; day <= days && faults.isEmpty(); day++) {
      boolean isAllTold = day == days || random.nextInt(ALL_TOLD_ONE_IN) == 0;
      live();
      bank.closeDay(isAllTold);
      if (random.nextInt(KILLED_ONE_IN) == 0) {
        exchange.killInTheMidst();
        kills++;
      }
      if (isAllTold) {
        faults.addAll(checked());
      }
    }
    return faults;
  }

  private void live() throws IOException, SQLException, InterruptedException {
    int acts = random.nextInt(1, ACTS_MAX);
    for (int act = 0; act < acts; act++) {
      bank.act(findings.awaited());
      exchange.work();
    }
  }

  private List<String> checked() throws IOException, SQLException, InterruptedException {
    checks++;
    exchange.comeToRest();
    List<String> faults = new ArrayList<>(check.faults(findings.read()));
    String escaped = exchange.escaped();
    if (!escaped.isEmpty()) {
      faults.add("an exception has escaped: " + escaped);
    }
    exchange.goOn();
    return faults;
  }

  /** What was done, in a line. */
  String figures() {
    BankMail mail = bank.mail();
    return """
        %,d movements (%,d in, %,d out, %,d sent back, %,d taken back), %,d lines (%,d vague), \
        %,d files to read and %,d to refuse, %,d kills, %,d times all was compared"""
        .formatted(
            bank.book().entries().stream().mapToInt(entry -> entry.movements().size()).sum(),
            bank.book().movements(Kind.PAID_IN).size(),
            bank.book().movements(Kind.PAID_OUT).size(),
            bank.book().movements(Kind.SENT_BACK).size(),
            bank.book().movements(Kind.TAKEN_BACK).size(),
            mail.told().size(),
            mail.told(Clearness.VAGUE),
            mail.read().size(),
            mail.refused().size(),
            kills,
            checks);
  }
}
