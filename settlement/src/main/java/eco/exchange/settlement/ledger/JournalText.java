package eco.exchange.settlement.ledger;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.money.Money;
import java.time.LocalDate;

/**
 * The books as plain-text accounting, a form that people and many programs read, {@code hledger}
 * among them: what moved is a posting, what is only held or freed is a comment.
 */
public final class JournalText {

  private JournalText() {}

  /** With what a journal begins. */
  public static String head() {
    return "; The ledger of the exchange, in yuan.\ncommodity CNY 1000.00\n\n";
  }

  /** A transfer, dated by the day on which it happened. */
  public static String entry(TransferView row) {
    return switch (row.phase()) {
      case POSTED ->
          moved(dayOf(row), row.number() + " " + row.code() + " " + word(row.key()))
              + posting(row.debit(), row.amount().negated())
              + posting(row.credit(), row.amount())
              + "\n";
      case PENDING, VOIDED, EXPIRED ->
          "; %s %d %s %s %s on %s\n\n"
              .formatted(
                  dayOf(row),
                  row.number(),
                  row.phase(),
                  word(row.key()),
                  row.amount(),
                  word(row.debit()));
    };
  }

  /** The balance of an account as it is kept; whoever reads the journal finds it wrong or right. */
  public static String closing(LocalDate day, BalanceView kept) {
    return moved(day, "balance as kept")
        + "    %s  CNY 0 = CNY %s\n\n".formatted(word(kept.account()), kept.balance().decimal());
  }

  private static String moved(LocalDate day, String what) {
    return "%s * %s\n".formatted(day, what);
  }

  private static String posting(String account, Money amount) {
    return "    %s  CNY %s\n".formatted(word(account), amount.decimal());
  }

  private static LocalDate dayOf(TransferView row) {
    return WorkingCalendar.dayOf(row.eventAt());
  }

  // Two spaces end a name, a semicolon begins a comment, and a line ends a posting.
  private static String word(String text) {
    return text.replaceAll("[\\s;\"]", "_");
  }
}
