package eco.exchange.lab.soak.bank;

import eco.exchange.calendar.Deadline;
import eco.exchange.lab.soak.bank.LedgerFindings.All;
import eco.exchange.lab.soak.bank.LedgerFindings.Receipt;
import eco.exchange.lab.soak.bank.plain.PlainEntry;
import eco.exchange.lab.soak.bank.plain.PlainMovement;
import eco.exchange.lab.soak.bank.plain.PlainMovement.Kind;
import eco.exchange.lab.soak.bank.plain.RandomBank;
import eco.exchange.lab.soak.bank.plain.ToldLine;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankAccount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The comparison of the plain book of the bank with the books of the exchange, once everything was
 * told: each movement counts once, or nobody could know and it waits for a person.
 */
final class BookComparison {

  private final RandomBank bank;
  private final All found;
  private final Map<String, List<Receipt>> receipts = new HashMap<>();
  private final Map<PlainMovement, List<ToldLine>> told = new HashMap<>();
  private final LineDoubts doubts;
  private final Set<PlainMovement> counted = new HashSet<>();
  private final Set<Receipt> claimed = new HashSet<>();
  private final List<String> faults = new ArrayList<>();

  BookComparison(RandomBank bank, All found) {
    this.bank = bank;
    this.found = found;
    this.doubts = new LineDoubts(bank.mail().told(), found.disputed().keySet());
    for (Receipt one : found.receipts()) {
      receipts
          .computeIfAbsent(one.number() + " of " + one.year(), name -> new ArrayList<>())
          .add(one);
    }
    for (ToldLine line : bank.mail().told()) {
      line.entry().movements().stream()
          .filter(line::tells)
          .forEach(one -> told.computeIfAbsent(one, it -> new ArrayList<>()).add(line));
    }
  }

  List<String> faults() {
    for (PlainEntry entry : bank.book().entries()) {
      for (PlainMovement moved : entry.movements()) {
        if (counts(entry, moved)) {
          counted.add(moved);
        }
      }
    }
    balances();
    payments();
    lines();
    waiting();
    return faults;
  }

  private void balances() {
    Money made = counted.stream().map(PlainMovement::effect).reduce(Money.ZERO, Money::plus);
    if (!found.balance().equals(made)) {
      faults.add("what counts makes %s, but the books hold %s".formatted(made, found.balance()));
    }
    if (!found.checked().equals(bank.book().balance())) {
      faults.add(
          "the bank has %s, but %s was held against the books last"
              .formatted(bank.book().balance(), found.checked()));
    }
    if (found.wrongAccounts() > 0) {
      faults.add(found.wrongAccounts() + " accounts that their transfers do not make");
    }
    found.receipts().stream()
        .filter(one -> !claimed.contains(one))
        .forEach(one -> faults.add("a receipt of what was never paid in: " + one));
  }

  /** Nothing is paid but what has left, and nobody gets back more than was paid in. */
  private void payments() {
    faults.addAll(bank.faults());
    Set<String> out = new HashSet<>(found.paid());
    Map<String, Money> left = new HashMap<>();
    for (PlainMovement moved : bank.book().movements(Kind.PAID_OUT)) {
      out.remove(moved.payment().orElseThrow());
      if (bank.book().undoing(moved).isEmpty()) {
        left.merge(owner(bank.book().payeeOf(moved)), moved.amount(), Money::plus);
      }
    }
    for (PlainMovement moved : bank.book().movements(Kind.PAID_IN)) {
      left.merge(owner(moved.paid().orElseThrow().payer()), moved.amount().negated(), Money::plus);
    }
    out.forEach(id -> faults.add("payment %s is paid, but never left".formatted(id)));
    left.entrySet().stream()
        .filter(payee -> payee.getValue().isPositive())
        .forEach(
            payee -> faults.add("%s gets %s too much".formatted(payee.getKey(), payee.getValue())));
  }

  // Whose payment came back, names an account that differs by its last digit.
  private static String owner(BankAccount account) {
    return account.number().substring(0, account.number().length() - 1);
  }

  /** Whether the exchange has counted a movement; it must have, or it must wait for a person. */
  private boolean counts(PlainEntry entry, PlainMovement moved) {
    int times = times(entry, moved);
    if (times > 1) {
      faults.add("it counts %d times: %s of %s".formatted(times, moved, entry));
    }
    boolean waits =
        told.getOrDefault(moved, List.of()).stream()
            .anyMatch(line -> found.open().contains("LINE_DISPUTED line/" + line.key()));
    if (times == 0 && !waits) {
      faults.add("it is lost: %s of %s".formatted(moved, entry));
    }
    return times > 0;
  }

  private int times(PlainEntry entry, PlainMovement moved) {
    return switch (moved.kind()) {
      case PAID_IN -> received(entry, moved);
      case TAKEN_BACK -> takenBack(moved);
      case PAID_OUT -> found.paid().contains(moved.payment().orElseThrow()) ? 1 : 0;
      case SENT_BACK ->
          (found.sentBack().contains(moved.payment().orElseThrow()) ? 1 : 0)
              + live(entry, moved).size();
      case FEE -> 0;
    };
  }

  private int received(PlainEntry entry, PlainMovement moved) {
    List<Receipt> own = live(entry, moved);
    for (Receipt one : own) {
      if (!one.amount().equals(moved.amount())) {
        faults.add("%s is not what was paid in: %s".formatted(one, moved));
      }
      if (one.isMatched() && !moved.paid().orElseThrow().mayBeFilledBy(one.amount())) {
        faults.add("%s fits, but is not what was awaited: %s".formatted(one, moved));
      }
      if (one.reversal().equals("TAKEN_BACK") && bank.book().undoing(moved).isEmpty()) {
        faults.add("%s is taken back, but not by the bank: %s".formatted(one, moved));
      }
    }
    return own.size() + (entry.movements().size() > 1 ? sums(entry).size() : 0);
  }

  private int takenBack(PlainMovement back) {
    PlainMovement of = back.of().orElseThrow();
    return (int)
        live(bank.book().entryOf(of), of).stream()
            .filter(one -> one.reversal().equals("TAKEN_BACK"))
            .count();
  }

  /** The receipts of a movement, but for those that are told in parts since. */
  private List<Receipt> live(PlainEntry entry, PlainMovement moved) {
    Set<String> names = new HashSet<>();
    names.add(moved.own());
    names.add(
        entry.movements().size() == 1
            ? entry.number()
            : entry.number() + "/" + (entry.movements().indexOf(moved) + 1));
    told.getOrDefault(moved, List.of()).stream()
        .filter(line -> !line.isSum())
        .forEach(line -> names.add(line.key()));
    return named(names, entry);
  }

  private List<Receipt> sums(PlainEntry entry) {
    return named(Set.of(entry.number()), entry);
  }

  private List<Receipt> named(Set<String> names, PlainEntry entry) {
    int year = entry.at().atZone(Deadline.ZONE).getYear();
    List<Receipt> all =
        names.stream()
            .flatMap(name -> receipts.getOrDefault(name + " of " + year, List.of()).stream())
            .toList();
    claimed.addAll(all);
    return all.stream().filter(one -> !one.reversal().equals("TOLD_IN_PARTS")).toList();
  }

  /** What is clear is not left to a person, and what is foreign is. */
  private void lines() {
    for (ToldLine line : bank.mail().told()) {
      String why = found.disputed().get(line.key());
      if (why != null && doubts.isClear(line)) {
        faults.add(
            "it is clear, but disputed, as %s: %s; beside it were told %s"
                .formatted(why, line, doubts.beside(line)));
      }
    }
    found.failed().forEach(one -> faults.add("it has failed: " + one));
    found.unfollowed().forEach(one -> faults.add("nobody has followed line " + one));
  }

  /**
   * No statement waits, and no difference is told but what stands in the books already and is told
   * once more by disputed lines of statements that nobody takes for that.
   */
  private void waiting() {
    found.open().stream()
        .filter(key -> key.startsWith("STATEMENT_WAITS"))
        .forEach(key -> faults.add("it waits, but everything is told: " + key));
    Money left = left();
    Money expected = choices(maybeKnown()).contains(left) ? Money.ZERO : left;
    if (!found.unexplained().equals(expected)) {
      faults.add(
          "the exchange cannot explain %s, and nobody can %s"
              .formatted(found.unexplained(), expected));
    }
    boolean isTold = found.open().stream().anyMatch(key -> key.startsWith("BALANCE_DIFFERS"));
    if (isTold == expected.isZero()) {
      faults.add(
          "a difference is %s, and nobody can explain %s"
              .formatted(isTold ? "told" : "not told", expected));
    }
  }

  /** What stays when each disputed line but those that may be known is taken for another. */
  private Money left() {
    Money others =
        movementsOf(maybeKnown())
            .filter(it -> !counted.contains(it))
            .map(PlainMovement::effect)
            .reduce(Money.ZERO, Money::plus);
    Money toldAgain =
        movementsOf(inDoubt().filter(line -> !isMaybeKnown(line)))
            .filter(counted::contains)
            .map(PlainMovement::effect)
            .reduce(Money.ZERO, Money::plus);
    return others.minus(toldAgain);
  }

  private Stream<ToldLine> inDoubt() {
    return bank.mail().told().stream()
        .filter(line -> line.inStatement())
        .filter(line -> found.open().contains("LINE_DISPUTED line/" + line.key()));
  }

  private Stream<ToldLine> maybeKnown() {
    return inDoubt().filter(this::isMaybeKnown);
  }

  private boolean isMaybeKnown(ToldLine line) {
    return found.disputed().getOrDefault(line.key(), "").startsWith("MAYBE_KNOWN:");
  }

  private static Stream<PlainMovement> movementsOf(Stream<ToldLine> lines) {
    return lines.flatMap(line -> line.entry().movements().stream().filter(line::tells));
  }

  // Each of them counts or does not.
  private static Set<Money> choices(Stream<ToldLine> lines) {
    Set<Money> sums = new HashSet<>(Set.of(Money.ZERO));
    lines.forEach(line -> sums.addAll(sums.stream().map(sum -> sum.plus(line.effect())).toList()));
    return sums;
  }
}
