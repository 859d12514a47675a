package eco.exchange.lab.soak.bank.plain;

import eco.exchange.lab.soak.bank.plain.PlainBook.Day;
import eco.exchange.lab.soak.bank.plain.PlainEntry.Telling;
import eco.exchange.lab.soak.bank.plain.ToldLine.Clearness;
import eco.exchange.settlement.bank.BankEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything that the bank has told, and how clear each line was when it was told: what names
 * something of which nothing was told before, or two things at once, is not.
 */
final class ToldLines {

  /** How long after what came in a number or an account alone says that it is taken back. */
  private static final int NAME_STANDS_DAYS = 5;

  private final PlainBook book;
  private final List<ToldLine> all = new ArrayList<>();
  private final Set<PlainMovement> named = new HashSet<>();
  private final Set<PlainMovement> told = new HashSet<>();

  ToldLines(PlainBook book) {
    this.book = book;
  }

  /** Notes a notice of an entry, with what its lines say. */
  void notice(String message, PlainEntry entry, List<BankEntry> lines) {
    add(message, 0, entry, lines, false);
  }

  /**
   * Notes a statement.
   *
   * @param lines what the lines of an entry say
   */
  void statement(String message, Day day, Function<PlainEntry, List<BankEntry>> lines) {
    int place = 0;
    for (PlainEntry entry : day.entries()) {
      List<BankEntry> said = lines.apply(entry);
      add(message, place, entry, said, true);
      place += said.size();
    }
  }

  private void add(
      String message, int place, PlainEntry entry, List<BankEntry> lines, boolean inStatement) {
    Clearness clearness = clearness(entry, inStatement);
    boolean isSum = EntryLines.isSum(entry, inStatement);
    for (int i = 0; i < lines.size(); i++) {
      all.add(
          new ToldLine(
              message,
              place + i,
              entry,
              isSum ? ToldLine.ALL : i,
              inStatement,
              lines.get(i),
              clearness));
    }
    // Who was told a sum alone knows nothing of its parts.
    if (!isSum) {
      told.addAll(entry.movements());
    }
    if (!isSum && EntryLines.hasNames(entry, inStatement)) {
      named.addAll(entry.movements());
    }
  }

  /** The lines, in the order in which an exchange hears them. */
  List<ToldLine> all() {
    return List.copyOf(all);
  }

  private Clearness clearness(PlainEntry entry, boolean inStatement) {
    return switch (entry.kind()) {
      case FEE -> Clearness.FOREIGN;
      case PAID_IN -> entry.telling() == Telling.VAGUE ? Clearness.VAGUE : Clearness.CLEAR;
      case PAID_OUT -> EntryLines.hasNames(entry, inStatement) ? Clearness.CLEAR : Clearness.VAGUE;
      case SENT_BACK -> Clearness.CLEAR;
      case TAKEN_BACK -> isTold(entry.movements().getFirst()) ? Clearness.CLEAR : Clearness.VAGUE;
    };
  }

  /** Whether it is clear what a reversal takes back. */
  private boolean isTold(PlainMovement back) {
    PlainMovement of = back.of().orElseThrow();
    Telling telling = book.entryOf(of).telling();
    EntryLines.Naming naming = EntryLines.naming(back);
    boolean isKnown =
        switch (naming) {
          case NUMBER ->
              told.contains(of) && telling != Telling.OTHER_NUMBER_LATER && isOfThoseDays(back);
          case ACCOUNT -> named.contains(of) && isOfThoseDays(back);
          case PAYMENT -> named.contains(of);
        };
    return isKnown && telling != Telling.VAGUE && !hasDouble(of, naming);
  }

  // A bank gives its numbers anew, and a payer pays the same each year, so that either names only
  // what came in lately.
  private boolean isOfThoseDays(PlainMovement back) {
    LocalDate cameIn = book.entryOf(back.of().orElseThrow()).day();
    return !cameIn.plusDays(NAME_STANDS_DAYS).isBefore(book.entryOf(back).day());
  }

  private boolean hasDouble(PlainMovement of, EntryLines.Naming naming) {
    return book.movements(PlainMovement.Kind.PAID_IN).stream()
        .filter(other -> !other.equals(of) && other.amount().equals(of.amount()))
        .anyMatch(other -> name(other, naming).equals(name(of, naming)));
  }

  private Optional<String> name(PlainMovement moved, EntryLines.Naming naming) {
    return switch (naming) {
      case NUMBER -> Optional.of(book.entryOf(moved).number());
      case PAYMENT -> moved.paid().map(PlainMovement.PayIn::id);
      case ACCOUNT -> moved.paid().map(paid -> paid.payer().number());
    };
  }
}
