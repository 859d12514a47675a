package eco.exchange.settlement.movement;

import eco.exchange.money.Money;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.movement.MovementReport.Source;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The matching of the parts of an entry that have no number of their own with the parts that are
 * known of the same entry: by their payment, their payer or their sub-account, and only then by
 * their place, for a bank may tell them in another order.
 */
final class PartMatching {

  /** How many parts are compared with one that shares a name with all of them. */
  private static final int COMPARED_MAX = 100;

  private final String message;
  private final Source source;
  private final MovementIndex known;
  private final Map<Whole, Money> told = new HashMap<>();
  private final Map<Whole, OpenParts> open = new HashMap<>();

  /** An entry, and which way its parts go. */
  private record Whole(String number, boolean isIncoming) {}

  /** What parts of an entry may have in common. */
  private record Trait(Money amount, Kind kind, String value) {

    private enum Kind {
      END_TO_END,
      ACCOUNT,
      PAYER,
      SUB_ACCOUNT,
      PLACE,
      AMOUNT
    }
  }

  /** The parts that are known of an entry and that the message has not told. */
  private record OpenParts(Money sum, Map<Trait, Set<String>> byTrait) {

    Stream<String> with(Trait trait) {
      return byTrait.getOrDefault(trait, Set.of()).stream();
    }

    boolean has(Trait trait, String key) {
      return byTrait.getOrDefault(trait, Set.of()).contains(key);
    }

    void close(KnownMovement part) {
      traits(part)
          .forEach(
              trait ->
                  Optional.ofNullable(byTrait.get(trait))
                      .ifPresent(keys -> keys.remove(part.key())));
    }
  }

  PartMatching(String message, Source source, List<AccountLine> lines, MovementIndex known) {
    this.message = message;
    this.source = source;
    this.known = known;
    for (AccountLine line : lines) {
      if (line instanceof BankEntry entry) {
        whole(entry).ifPresent(whole -> told.merge(whole, entry.amount(), Money::plus));
      }
    }
  }

  /** The known part that a line tells once more. */
  Optional<KnownMovement> same(BankEntry line) {
    Optional<OpenParts> parts = whole(line).map(whole -> open(whole, line));
    return parts.flatMap(
        all ->
            traits(line).stream()
                .flatMap(trait -> candidates(all, trait, line))
                .map(known::movement)
                .filter(part -> mayBe(part, line))
                .findFirst());
  }

  /** Whether the parts that the message tells of an entry make as much as those that are known. */
  boolean isToldAgain(BankEntry line) {
    return whole(line)
        .filter(whole -> open(whole, line).sum().equals(told.getOrDefault(whole, Money.ZERO)))
        .isPresent();
  }

  /** Notes that the message has told a part, which no other line of it tells. */
  void close(KnownMovement part) {
    part.wholes()
        .flatMap(number -> Stream.ofNullable(open.get(new Whole(number, part.isIncoming()))))
        .forEach(parts -> parts.close(part));
  }

  private Stream<String> candidates(OpenParts parts, Trait trait, BankEntry line) {
    return Stream.concat(
            parts.with(place(line)).filter(key -> parts.has(trait, key)), parts.with(trait))
        .limit(COMPARED_MAX);
  }

  private boolean mayBe(KnownMovement part, BankEntry line) {
    boolean isOtherNumber =
        line.references().own().isPresent()
            && part.references().anyMatch(told -> told.own().isPresent());
    return part.mayBeToldBy(message, source)
        && !isOtherNumber
        && !EntryKnowledge.isOther(part.told(), line);
  }

  private OpenParts open(Whole whole, BankEntry line) {
    return open.computeIfAbsent(whole, it -> openParts(line));
  }

  private OpenParts openParts(BankEntry line) {
    Map<Trait, Set<String>> byTrait = new HashMap<>();
    Money sum = Money.ZERO;
    for (KnownMovement part : known.partsBeside(line)) {
      if (part.mayBeToldBy(message, source) && part.isNear(line)) {
        sum = sum.plus(part.amount());
        traits(part)
            .forEach(
                trait ->
                    byTrait.computeIfAbsent(trait, it -> new LinkedHashSet<>()).add(part.key()));
      }
    }
    return new OpenParts(sum, byTrait);
  }

  private static Optional<Whole> whole(BankEntry line) {
    return line.references().whole().map(it -> new Whole(it, line.effect().isPositive()));
  }

  private static Stream<Trait> traits(KnownMovement part) {
    return part.reports().stream().flatMap(report -> traits(report.told()).stream()).distinct();
  }

  /** What a part is known by, surest first. */
  private static List<Trait> traits(BankEntry part) {
    Money amount = part.amount();
    Stream<Trait> paid =
        part.references().endToEnd().stream()
            .map(id -> new Trait(amount, Trait.Kind.END_TO_END, id));
    Stream<Trait> names =
        part instanceof BankEntry.Incoming in
            ? Stream.of(
                    new Trait(amount, Trait.Kind.ACCOUNT, in.payerNumber()),
                    new Trait(amount, Trait.Kind.PAYER, in.payer()),
                    new Trait(amount, Trait.Kind.SUB_ACCOUNT, in.subAccount()))
                .filter(trait -> !trait.value().isBlank())
            : Stream.empty();
    Stream<Trait> rest = Stream.of(place(part), new Trait(amount, Trait.Kind.AMOUNT, ""));
    return Stream.of(paid, names, rest).flatMap(all -> all).toList();
  }

  private static Trait place(BankEntry part) {
    return new Trait(part.amount(), Trait.Kind.PLACE, Integer.toString(part.references().part()));
  }
}
