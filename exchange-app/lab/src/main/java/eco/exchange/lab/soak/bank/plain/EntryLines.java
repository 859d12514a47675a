package eco.exchange.lab.soak.bank.plain;

import eco.exchange.lab.soak.bank.plain.PlainEntry.Telling;
import eco.exchange.lab.soak.bank.plain.PlainMovement.PayIn;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.settlement.bank.EntryReferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines by which the bank tells of an entry, as its telling says. */
final class EntryLines {

  private static final String CLOSED = "AC04 账户已销户";

  private final PlainBook book;

  EntryLines(PlainBook book) {
    this.book = book;
  }

  /** By what the bank names what it takes back. */
  enum Naming {
    /** By the number under which it had come in. */
    NUMBER,
    /** By the id that its payer had given. */
    PAYMENT,
    /** By the account from which it had come. */
    ACCOUNT
  }

  /** By what a reversal names what it takes back; which, goes by turns. */
  static Naming naming(PlainMovement back) {
    Naming turn = Naming.values()[back.number() % Naming.values().length];
    boolean hasId =
        back.of().flatMap(PlainMovement::paid).filter(it -> !it.id().isEmpty()).isPresent();
    return turn == Naming.PAYMENT && !hasId ? Naming.ACCOUNT : turn;
  }

  /** Whether an entry is told as one sum. */
  static boolean isSum(PlainEntry entry, boolean inStatement) {
    return entry.telling() == (inStatement ? Telling.AS_SUM_LATER : Telling.IN_PARTS_LATER);
  }

  /** The lines of an entry, one after the other. */
  List<BankEntry> of(PlainEntry entry, boolean inStatement) {
    if (isSum(entry, inStatement)) {
      return List.of(sum(entry));
    }
    List<BankEntry> lines = new ArrayList<>();
    for (int i = 0; i < entry.movements().size(); i++) {
      lines.add(line(entry, i, inStatement));
    }
    return lines;
  }

  private static BankEntry sum(PlainEntry entry) {
    EntryReferences number = EntryReferences.of(entry.number());
    BookingTime booked = BookingTime.at(entry.at());
    return entry.kind() == PlainMovement.Kind.PAID_OUT
        ? new BankEntry.Collective(number, entry.amount(), booked, entry.file())
        : new BankEntry.Incoming(number, entry.amount(), booked, "", "", Optional.empty(), "");
  }

  private BankEntry line(PlainEntry entry, int place, boolean inStatement) {
    PlainMovement moved = entry.movements().get(place);
    boolean isDayOnly = entry.telling() == Telling.BY_DAY || isVague(entry, inStatement);
    BookingTime booked = isDayOnly ? BookingTime.on(entry.day()) : BookingTime.at(entry.at());
    EntryReferences number = references(entry, place, inStatement, Optional.empty());
    return switch (moved.kind()) {
      case PAID_IN -> incoming(entry, place, inStatement, booked);
      case PAID_OUT ->
          new BankEntry.Outgoing(
              references(
                  entry,
                  place,
                  inStatement,
                  hasNames(entry, inStatement) ? moved.payment() : Optional.empty()),
              moved.amount(),
              booked);
      case SENT_BACK ->
          new BankEntry.Returned(
              references(entry, place, inStatement, moved.payment()),
              moved.amount(),
              booked,
              CLOSED);
      case FEE -> new BankEntry.Outgoing(number, moved.amount(), booked);
      case TAKEN_BACK -> reversal(entry, moved, booked);
    };
  }

  private BankEntry incoming(PlainEntry entry, int place, boolean inStatement, BookingTime booked) {
    PlainMovement moved = entry.movements().get(place);
    PayIn paid = moved.paid().orElseThrow();
    boolean isNamed = hasNames(entry, inStatement);
    Optional<String> id = Optional.of(paid.id()).filter(one -> isNamed && !one.isEmpty());
    return new BankEntry.Incoming(
        references(entry, place, inStatement, id),
        moved.amount(),
        booked,
        isNamed ? paid.subAccount() : "",
        isNamed ? paid.payer().holder() : "",
        Optional.of(paid.payer()).filter(one -> isNamed),
        isNamed ? "保证金" : "");
  }

  private BankEntry reversal(PlainEntry entry, PlainMovement back, BookingTime booked) {
    PlainMovement of = back.of().orElseThrow();
    PayIn paid = of.paid().orElseThrow();
    return switch (naming(back)) {
      case NUMBER ->
          new BankEntry.Reversal(EntryReferences.of(numberOf(of)), back.amount(), booked, "");
      case PAYMENT ->
          new BankEntry.Reversal(
              EntryReferences.of(entry.number(), paid.id()), back.amount(), booked, "");
      case ACCOUNT ->
          new BankEntry.Reversal(
              EntryReferences.of(entry.number()), back.amount(), booked, paid.payer().number());
    };
  }

  /** The number under which the bank knows a movement by itself. */
  private String numberOf(PlainMovement moved) {
    PlainEntry entry = book.entryOf(moved);
    boolean isOwn =
        entry.movements().size() > 1
            || entry.telling() == Telling.OWN_NUMBER_FIRST
            || entry.telling() == Telling.OTHER_NUMBER_LATER;
    return isOwn ? moved.own() : entry.number();
  }

  private static EntryReferences references(
      PlainEntry entry, int place, boolean inStatement, Optional<String> payment) {
    Optional<String> number = Optional.of(entry.number());
    Optional<String> own = Optional.of(entry.movements().get(place).own());
    int parts = entry.movements().size();
    if (parts > 1) {
      return new EntryReferences(number, own, payment, place + 1, parts);
    }
    return switch (entry.telling()) {
      case FULL, WITHOUT_NAMES, BY_DAY, IN_PARTS, AS_SUM_LATER, IN_PARTS_LATER ->
          new EntryReferences(number, Optional.empty(), payment, 1, 1);
      case OWN_NUMBER_FIRST ->
          new EntryReferences(number.filter(it -> inStatement), own, payment, 1, 1);
      case OTHER_NUMBER_LATER ->
          new EntryReferences(
              number.filter(it -> !inStatement), own.filter(it -> inStatement), payment, 1, 1);
      case VAGUE ->
          new EntryReferences(number.filter(it -> inStatement), Optional.empty(), payment, 1, 1);
    };
  }

  private static boolean isVague(PlainEntry entry, boolean inStatement) {
    return entry.telling() == Telling.VAGUE && !inStatement;
  }

  /** Whether all names are told: the sub-account, the payer, the payment. */
  static boolean hasNames(PlainEntry entry, boolean inStatement) {
    return inStatement
        || entry.telling() != Telling.VAGUE && entry.telling() != Telling.WITHOUT_NAMES;
  }
}
