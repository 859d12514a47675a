package eco.exchange.settlement.movement;

import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.EntryReferences;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The movements that are known while the lines of a message are matched, by all their names. */
final class MovementIndex {

  private final Map<String, String> files;
  private final Map<String, KnownMovement> byKey = new LinkedHashMap<>();
  private final Map<Name, Set<String>> byName = new HashMap<>();
  private final Map<Booked, Set<String>> open = new HashMap<>();

  /** A name of a movement, by its kind. */
  private record Name(Kind kind, String value) {

    private enum Kind {
      NUMBER,
      WHOLE,
      END_TO_END,
      PAYMENT_OF_FILE,
      SUM_OF_FILE,
      ACCOUNT,
      AMOUNT,
      TAKEN_BACK_BY
    }
  }

  /** What was booked, and which kinds of numbers are known of it; a part has others. */
  private record Booked(
      LocalDate day,
      Money amount,
      boolean isIncoming,
      boolean isPart,
      boolean hasEntry,
      boolean hasOwn) {

    static Booked of(BankEntry line, boolean hasEntry, boolean hasOwn) {
      return new Booked(
          line.booked().day(),
          line.amount(),
          line.effect().isPositive(),
          line.references().isPart(),
          hasEntry,
          hasOwn);
    }
  }

  /**
   * An index of movements.
   *
   * @param files the files of payments, by end-to-end id
   */
  MovementIndex(Collection<KnownMovement> known, Map<String, String> files) {
    this.files = files;
    known.forEach(this::keep);
    known.forEach(
        movement ->
            booked(movement)
                .ifPresent(
                    booked ->
                        open.computeIfAbsent(booked, it -> new LinkedHashSet<>())
                            .add(movement.key())));
  }

  /** Keeps a movement that a line has told, in the place of what was known of it. */
  void keep(KnownMovement movement) {
    KnownMovement before = byKey.put(movement.key(), movement);
    names(movement)
        .forEach(
            name -> byName.computeIfAbsent(name, it -> new LinkedHashSet<>()).add(movement.key()));
    Optional.ofNullable(before)
        .flatMap(MovementIndex::booked)
        .flatMap(booked -> Optional.ofNullable(open.get(booked)))
        .ifPresent(keys -> keys.remove(movement.key()));
  }

  boolean knows(String key) {
    return byKey.containsKey(key);
  }

  /** A movement that is known. */
  KnownMovement movement(String key) {
    return Objects.requireNonNull(byKey.get(key), key);
  }

  /** Those that have one of the numbers that a line has for itself, and go its way. */
  List<KnownMovement> byNumbers(BankEntry line) {
    return sameWay(line, named(Name.Kind.NUMBER, line.references().numbers().stream()));
  }

  /** Those that have the number of the entry of which a line is a part, and go its way. */
  List<KnownMovement> byWhole(BankEntry part) {
    return sameWay(part, named(Name.Kind.NUMBER, part.references().whole().stream()));
  }

  /** The parts of the entry of which a line is a part, too. */
  List<KnownMovement> partsBeside(BankEntry part) {
    return sameWay(part, named(Name.Kind.WHOLE, part.references().whole().stream()));
  }

  /** The parts of the entry that a line tells whole. */
  List<KnownMovement> partsOf(BankEntry whole) {
    return sameWay(whole, named(Name.Kind.WHOLE, whole.references().numbers().stream()));
  }

  /** Those of the same end-to-end id that go the way of a line. */
  List<KnownMovement> byEndToEnd(BankEntry line) {
    return sameWay(line, named(Name.Kind.END_TO_END, line.references().endToEnd().stream()));
  }

  /** The payments of a file that a line tells in one sum. */
  List<KnownMovement> paymentsOf(BankEntry line) {
    return line instanceof BankEntry.Collective all
        ? sameWay(line, named(Name.Kind.PAYMENT_OF_FILE, Stream.of(all.file())))
        : List.of();
  }

  /** The sums of the file in which a payment stands. */
  List<KnownMovement> sumsOf(BankEntry line) {
    return sameWay(line, named(Name.Kind.SUM_OF_FILE, file(line).stream()));
  }

  private Optional<String> file(BankEntry told) {
    return switch (told) {
      case BankEntry.Collective all -> Optional.of(all.file());
      case BankEntry.Outgoing out ->
          out.references().endToEnd().flatMap(id -> Optional.ofNullable(files.get(id)));
      case BankEntry.Incoming in -> Optional.empty();
      case BankEntry.Returned back -> Optional.empty();
      case BankEntry.Reversal taken -> Optional.empty();
    };
  }

  /**
   * Those of the day and the amount of a line that go its way, that no line of the message has told
   * yet, and of which nobody knows whether their numbers are other ones: two numbers of one kind
   * are of two movements; of two kinds, nobody knows.
   */
  List<KnownMovement> byDayAndAmount(BankEntry line) {
    boolean hasEntry = line.references().entry().isPresent();
    boolean hasOwn = line.references().own().isPresent();
    return Stream.of(true, false)
        .filter(isTold -> !(isTold && hasEntry))
        .flatMap(
            withEntry ->
                Stream.of(true, false)
                    .filter(isTold -> !(isTold && hasOwn))
                    .map(withOwn -> Booked.of(line, withEntry, withOwn)))
        .flatMap(booked -> open.getOrDefault(booked, Set.of()).stream())
        .map(this::movement)
        .toList();
  }

  /** What came in under a number by which a debit names it, alone or as a part. */
  List<KnownMovement> numberedBy(BankEntry line) {
    List<String> numbers =
        Stream.concat(line.references().numbers().stream(), line.references().whole().stream())
            .toList();
    return incoming(
        Stream.concat(
            named(Name.Kind.NUMBER, numbers.stream()), named(Name.Kind.WHOLE, numbers.stream())));
  }

  /** What came in under the end-to-end id of a debit. */
  List<KnownMovement> paidBy(BankEntry line) {
    return incoming(named(Name.Kind.END_TO_END, line.references().endToEnd().stream()));
  }

  /** What came in from or on one of the accounts of a reversal. */
  List<KnownMovement> onAccountsOf(BankEntry line) {
    return line instanceof BankEntry.Reversal taken
        ? incoming(named(Name.Kind.ACCOUNT, taken.accounts().stream()))
        : List.of();
  }

  /** What came in by an amount. */
  List<KnownMovement> incomingOf(Money amount) {
    return incoming(named(Name.Kind.AMOUNT, Stream.of(amount.decimal())));
  }

  /** Whether a line names a payment that the exchange has ordered, which no bank takes back. */
  boolean isOrdered(BankEntry line) {
    return line instanceof BankEntry.Outgoing
        && line.references().endToEnd().filter(files::containsKey).isPresent();
  }

  /** What a movement has taken back. */
  List<KnownMovement> takenBackBy(KnownMovement movement) {
    return incoming(named(Name.Kind.TAKEN_BACK_BY, Stream.of(movement.key())));
  }

  private List<KnownMovement> incoming(Stream<Name> names) {
    return found(names).filter(KnownMovement::isIncoming).toList();
  }

  private List<KnownMovement> sameWay(BankEntry line, Stream<Name> names) {
    boolean isIncoming = line.effect().isPositive();
    return found(names).filter(known -> known.isIncoming() == isIncoming).toList();
  }

  private Stream<KnownMovement> found(Stream<Name> names) {
    return names
        .flatMap(name -> byName.getOrDefault(name, Set.of()).stream())
        .distinct()
        .map(this::movement);
  }

  private Stream<Name> names(KnownMovement movement) {
    BankEntry told = movement.told();
    Name.Kind inFile =
        told instanceof BankEntry.Collective ? Name.Kind.SUM_OF_FILE : Name.Kind.PAYMENT_OF_FILE;
    return Stream.of(
            named(Name.Kind.NUMBER, movement.numbers().stream()),
            named(Name.Kind.WHOLE, movement.wholes()),
            named(Name.Kind.END_TO_END, movement.endToEndIds()),
            named(inFile, file(told).stream()),
            named(Name.Kind.ACCOUNT, accounts(told)),
            named(Name.Kind.AMOUNT, Stream.of(movement.amount().decimal())),
            named(Name.Kind.TAKEN_BACK_BY, movement.takenBackBy().stream()))
        .flatMap(all -> all);
  }

  private static Stream<String> accounts(BankEntry told) {
    return told instanceof BankEntry.Incoming in
        ? Stream.of(in.payerNumber(), in.subAccount()).filter(number -> !number.isBlank())
        : Stream.empty();
  }

  private static Stream<Name> named(Name.Kind kind, Stream<String> values) {
    return values.map(value -> new Name(kind, value));
  }

  // Of what was told both whole and as a part, a number of any kind is another.
  private static Optional<Booked> booked(KnownMovement movement) {
    BankEntry told = movement.told();
    return movement.references().map(EntryReferences::isPart).distinct().count() > 1
        ? Optional.empty()
        : Optional.of(
            Booked.of(
                told,
                movement.references().anyMatch(it -> it.entry().isPresent()),
                movement.references().anyMatch(it -> it.own().isPresent())));
  }
}
