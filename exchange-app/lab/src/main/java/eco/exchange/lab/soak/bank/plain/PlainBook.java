package eco.exchange.lab.soak.bank.plain;

import eco.exchange.lab.soak.bank.plain.PlainEntry.Telling;
import eco.exchange.lab.soak.bank.plain.PlainMovement.Kind;
import eco.exchange.lab.soak.bank.plain.PlainMovement.PayIn;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.bank.PaymentFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The plain book of the bank: what was truly moved on the exchange's account. It knows the rules of
 * a bank and nothing of the exchange: a file and a payment of an id are carried out once, nothing
 * is taken or sent back twice, and a statement tells each entry of its day once.
 */
public final class PlainBook {

  private static final int SECONDS_BETWEEN = 7;
  private static final int OPENS_AT_HOUR = 1;

  private final List<PlainEntry> entries = new ArrayList<>();
  private final List<PlainEntry> ofToday = new ArrayList<>();
  private final Set<String> files = new HashSet<>();
  private final Set<String> payments = new HashSet<>();
  private final Map<PlainMovement, PlainMovement> undone = new HashMap<>();
  private final Map<PlainMovement, BankAccount> payeeOf = new HashMap<>();
  private final Map<PlainMovement, PlainEntry> entryOf = new HashMap<>();
  private LocalDate today;
  private Money opening = Money.ZERO;
  private Money balance = Money.ZERO;
  private int movements;
  private int ofYear;
  private int moments;
  private long statements;

  PlainBook(LocalDate begin) {
    this.today = begin;
  }

  /**
   * A day of the account.
   *
   * @param sequence its statement's place among those of the year
   */
  record Day(LocalDate day, long sequence, Money opening, Money closing, List<PlainEntry> entries) {

    /** Copies the entries. */
    Day {
      entries = List.copyOf(entries);
    }
  }

  /** Books what payers have paid in, as one entry. */
  PlainEntry paidIn(List<PayIn> paid, List<Money> amounts, Telling telling) {
    List<PlainMovement> all = new ArrayList<>();
    Instant at = nextMoment();
    for (int i = 0; i < paid.size(); i++) {
      all.add(moved(Kind.PAID_IN, amounts.get(i), at, Optional.of(paid.get(i)), Optional.empty()));
    }
    return booked("", all, telling);
  }

  /** Whether a file is new; the bank takes a file of an id once. */
  boolean isNew(PaymentFile file) {
    return files.add(file.id());
  }

  /** Whether a payment was carried out before; the bank carries out a payment of an id once. */
  boolean isPaid(Payment payment) {
    return payments.contains(payment.endToEnd());
  }

  /** Books payments of a file that leave, as one entry. */
  PlainEntry paidOut(String file, List<Payment> paid, Telling telling) {
    Instant at = nextMoment();
    List<PlainMovement> all = new ArrayList<>();
    for (Payment payment : paid) {
      payments.add(payment.endToEnd());
      Optional<String> id = Optional.of(payment.endToEnd());
      PlainMovement left = moved(Kind.PAID_OUT, payment.amount(), at, Optional.empty(), id);
      payeeOf.put(left, payment.to());
      all.add(left);
    }
    return booked(file, all, telling);
  }

  /** Books a fee. */
  PlainEntry fee(Money amount, Telling telling) {
    PlainMovement fee = moved(Kind.FEE, amount, nextMoment(), Optional.empty(), Optional.empty());
    return booked("", List.of(fee), telling);
  }

  /** Books that something moves the other way: it is taken back, or sent back. */
  PlainEntry undone(PlainMovement what, Telling telling) {
    Kind kind = what.kind() == Kind.PAID_IN ? Kind.TAKEN_BACK : Kind.SENT_BACK;
    PlainMovement back =
        new PlainMovement(
            ++movements,
            kind,
            "M" + movements,
            what.amount(),
            nextMoment(),
            Optional.empty(),
            what.payment(),
            Optional.of(what));
    if (undone.put(what, back) != null) {
      throw new IllegalStateException("the bank itself undoes twice: " + what);
    }
    return booked("", List.of(back), telling);
  }

  /** The account to which a payment has left. */
  public BankAccount payeeOf(PlainMovement left) {
    return Objects.requireNonNull(payeeOf.get(left));
  }

  /** By what something was taken or sent back. */
  public Optional<PlainMovement> undoing(PlainMovement what) {
    return Optional.ofNullable(undone.get(what));
  }

  /** The entry in which something was booked. */
  public PlainEntry entryOf(PlainMovement moved) {
    return Objects.requireNonNull(entryOf.get(moved));
  }

  private PlainMovement moved(
      Kind kind, Money amount, Instant at, Optional<PayIn> paid, Optional<String> payment) {
    movements++;
    return new PlainMovement(
        movements, kind, "M" + movements, amount, at, paid, payment, Optional.empty());
  }

  private PlainEntry booked(String file, List<PlainMovement> moved, Telling telling) {
    ofYear++;
    PlainEntry entry = new PlainEntry("E%06d".formatted(ofYear), file, moved, telling);
    entries.add(entry);
    moved.forEach(one -> entryOf.put(one, entry));
    ofToday.add(entry);
    balance = balance.plus(entry.effect());
    return entry;
  }

  private Instant nextMoment() {
    moments++;
    return today
        .atTime(OPENS_AT_HOUR, 0)
        .plusSeconds((long) moments * SECONDS_BETWEEN)
        .toInstant(ZoneOffset.UTC);
  }

  /** Closes the day; the next one is so many days later. */
  Day closed(int later) {
    statements++;
    Day day = new Day(today, statements, opening, balance, ofToday);
    ofToday.clear();
    opening = balance;
    moments = 0;
    LocalDate next = today.plusDays(later);
    if (next.getYear() != today.getYear()) {
      statements = 0;
      ofYear = 0;
    }
    today = next;
    return day;
  }

  Instant now() {
    return nextMoment();
  }

  public Money balance() {
    return balance;
  }

  public List<PlainEntry> entries() {
    return List.copyOf(entries);
  }

  /** Everything that was moved in a way. */
  public List<PlainMovement> movements(Kind kind) {
    return entries.stream()
        .flatMap(entry -> entry.movements().stream())
        .filter(moved -> moved.kind() == kind)
        .toList();
  }
}
