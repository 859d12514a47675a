package eco.exchange.settlement.movement;

import eco.exchange.money.Money;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.NotedLine;
import eco.exchange.settlement.bank.UnclearLine;
import eco.exchange.settlement.movement.MovementReport.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The matching of what a message tells with the movements that are known, so that each yuan counts
 * once, however often, in whatever order and how fully it is told.
 *
 * <p>A movement is known by the numbers of the bank, by the id of its payment, by the file in which
 * it was ordered, as a part or as the sum of others. A line that shares none of these with a
 * movement of its day and amount is guessed to be the same only if something else says so, and left
 * to a person if nothing does. A statement tells each movement once and adds up: what it tells
 * beyond that is another movement, even under a number that was used before.
 */
public final class MovementMatching {

  private final String message;
  private final Source source;
  private final List<AccountLine> lines;
  private final Map<String, String> files;
  private final MovementIndex known;
  private final PartMatching parts;
  private final ReversalMatching reversals;
  private final Map<String, Money> toldOfWhole = new HashMap<>();
  private final Set<String> toldInParts = new HashSet<>();

  private MovementMatching(
      String message,
      Source source,
      List<AccountLine> lines,
      Map<String, String> files,
      MovementIndex known) {
    this.message = message;
    this.source = source;
    this.lines = lines;
    this.files = files;
    this.known = known;
    this.parts = new PartMatching(message, source, lines, known);
    this.reversals = new ReversalMatching(known);
  }

  /**
   * What each line of a message tells. A message may tell a reversal before what it takes back, so
   * reversals are matched last.
   *
   * @param files the files of the payments of which the lines may tell, by end-to-end id
   * @param known every movement that has a name, a day and amount, or a key of one of the lines
   */
  public static List<MovementMatch> of(
      String message,
      Source source,
      List<AccountLine> lines,
      Map<String, String> files,
      Collection<KnownMovement> known) {
    MovementMatching matching =
        new MovementMatching(message, source, lines, files, new MovementIndex(known, files));
    MovementMatch[] matches = new MovementMatch[lines.size()];
    IntStream.range(0, lines.size())
        .boxed()
        .sorted(Comparator.comparing(place -> lines.get(place) instanceof BankEntry.Reversal))
        .forEach(place -> matches[place] = matching.match(place));
    return List.of(matches);
  }

  private MovementMatch match(int place) {
    return switch (lines.get(place)) {
      case NotedLine noted -> new MovementMatch.Nothing();
      case UnclearLine unclear -> new MovementMatch.Unclear(unclear.why());
      case BankEntry line -> match(line, place);
    };
  }

  private MovementMatch match(BankEntry line, int place) {
    return byNumber(line)
        .or(() -> byOtherParts(line))
        .or(() -> byParts(line))
        .or(() -> bySum(line, place))
        .or(() -> byEntryOf(line))
        .or(() -> byNumberOfAnother(line, place))
        .or(() -> byPayment(line))
        .or(() -> byFile(line))
        .or(() -> byDayAndAmount(line))
        .orElseGet(() -> first(line, place, Optional.empty()));
  }

  private Optional<MovementMatch> byNumber(BankEntry line) {
    return known.byNumbers(line).stream()
        .filter(movement -> movement.isLike(line) && movement.isNear(line) && mayTell(movement))
        .filter(movement -> !movement.bearsOtherNumbers(line))
        // What was struck and is booked after all bears the same numbers.
        .min(Comparator.comparing(KnownMovement::isStruck))
        .or(() -> parts.same(line))
        .map(movement -> again(movement, line));
  }

  // The entry is told in parts once more, and one of them is none of those that are known.
  private Optional<MovementMatch> byOtherParts(BankEntry line) {
    return parts.isToldAgain(line)
        ? Optional.of(
            new MovementMatch.Unclear(
                LineDispute.OTHER_PARTS, "its entry is known in other parts of the same sum"))
        : Optional.empty();
  }

  // The entry was told in parts, and now it is told whole.
  private Optional<MovementMatch> byParts(BankEntry line) {
    return line.references().isPart()
        ? Optional.empty()
        : Stream.of(
                known.partsOf(line).stream().filter(part -> part.isNear(line)).toList(),
                known.paymentsOf(line))
            .map(all -> all.stream().filter(this::mayTell).toList())
            .filter(all -> !all.isEmpty() && sum(all).equals(line.amount()))
            .findFirst()
            .map(
                all -> {
                  all.forEach(part -> known.keep(part.toldBy(message, source)));
                  return new MovementMatch.Sum(all);
                });
  }

  // The entry was told whole, and now it is told in parts.
  private Optional<MovementMatch> bySum(BankEntry line, int place) {
    return Stream.concat(
            known.byWhole(line).stream().filter(whole -> whole.isNear(line)),
            known.sumsOf(line).stream())
        .filter(whole -> toldInParts.contains(whole.key()) || mayTell(whole))
        .filter(whole -> whole.amount().equals(toldOf(whole)))
        .findFirst()
        .map(
            whole -> {
              if (toldInParts.add(whole.key())) {
                known.keep(whole.toldBy(message, source));
              }
              return first(line, place, Optional.of(whole));
            });
  }

  // The entry was told without what the bank charged inside it, and now it is told with that.
  private Optional<MovementMatch> byEntryOf(BankEntry line) {
    return line instanceof BankEntry.Outgoing
        ? known.byWhole(line).stream()
            .filter(it -> it.isLike(line) && it.isNear(line) && mayTell(it))
            .filter(it -> !EntryKnowledge.isOther(it.told(), line) && isTheOnlyOf(line))
            .findFirst()
            .map(movement -> again(movement, line))
        : Optional.empty();
  }

  private boolean isTheOnlyOf(BankEntry part) {
    return lines.stream()
            .filter(BankEntry.class::isInstance)
            .map(BankEntry.class::cast)
            .filter(it -> it.references().whole().equals(part.references().whole()))
            .filter(it -> it.effect().equals(part.effect()))
            .count()
        == 1;
  }

  /** What this message tells of the parts of a movement. */
  private Money toldOf(KnownMovement whole) {
    return toldOfWhole.computeIfAbsent(whole.key(), it -> sumOfParts(whole));
  }

  private Money sumOfParts(KnownMovement whole) {
    Set<String> numbers = whole.numbers();
    return lines.stream()
        .filter(BankEntry.class::isInstance)
        .map(BankEntry.class::cast)
        .filter(line -> whole.isIncoming() == line.effect().isPositive())
        .filter(
            line ->
                line.references().whole().filter(numbers::contains).isPresent()
                    || isOfFile(whole, line))
        .map(BankEntry::amount)
        .reduce(Money.ZERO, Money::plus);
  }

  private boolean isOfFile(KnownMovement whole, BankEntry line) {
    return whole.told() instanceof BankEntry.Collective all
        && line instanceof BankEntry.Outgoing
        && line.references().endToEnd().filter(id -> all.file().equals(files.get(id))).isPresent();
  }

  private Optional<MovementMatch> byNumberOfAnother(BankEntry line, int place) {
    List<KnownMovement> named =
        known.byNumbers(line).stream().filter(movement -> movement.isNear(line)).toList();
    if (named.isEmpty()) {
      return Optional.empty();
    }
    Optional<KnownMovement> open = named.stream().filter(this::mayTell).findFirst();
    if (open.isPresent()) {
      return Optional.of(
          new MovementMatch.Unclear(
              LineDispute.NUMBER_REUSED,
              "%s is known with %s, and now %s is told"
                  .formatted(open.get().key(), open.get().amount(), line.amount())));
    }
    boolean isTwice =
        source == Source.NOTICE && named.stream().anyMatch(movement -> movement.isLike(line));
    return Optional.of(
        isTwice
            ? new MovementMatch.Unclear(LineDispute.TOLD_TWICE, "one notice tells it twice")
            : first(line, place, Optional.empty()));
  }

  // The id of a payment is ours and given once; a payer may have given any id to any payment.
  private Optional<MovementMatch> byPayment(BankEntry line) {
    if (line instanceof BankEntry.Incoming || line instanceof BankEntry.Reversal) {
      return Optional.empty();
    }
    List<KnownMovement> paid = known.byEndToEnd(line);
    Optional<KnownMovement> same =
        paid.stream()
            .filter(it -> it.isLike(line) && mayTell(it) && hasOtherNumbers(it, line))
            .findFirst();
    if (same.isPresent()) {
      return Optional.of(again(same.get(), line));
    }
    return paid.isEmpty() || line instanceof BankEntry.Returned
        ? Optional.empty()
        : Optional.of(
            new MovementMatch.Unclear(
                LineDispute.PAYMENT_BOOKED, "the same payment was booked before"));
  }

  private Optional<MovementMatch> byFile(BankEntry line) {
    if (!(line instanceof BankEntry.Collective all)) {
      return Optional.empty();
    }
    return known.sumsOf(all).stream()
        .filter(it -> it.isLike(line) && mayTell(it) && hasOtherNumbers(it, line))
        .findFirst()
        .map(movement -> again(movement, line));
  }

  private Optional<MovementMatch> byDayAndAmount(BankEntry line) {
    List<KnownMovement> likely =
        known.byDayAndAmount(line).stream()
            .filter(this::mayTell)
            .filter(it -> !EntryKnowledge.isOther(it.told(), line))
            .filter(it -> !(it.told() instanceof BankEntry.Reversal && known.isOrdered(line)))
            .toList();
    List<KnownMovement> alike =
        likely.stream().filter(it -> EntryKnowledge.isAlike(it.told(), line)).toList();
    List<KnownMovement> nearest = alike.size() > 1 ? atMomentOf(line, alike) : alike;
    if (nearest.size() == 1) {
      return Optional.of(again(nearest.getFirst(), line));
    }
    return likely.stream()
        .findFirst()
        .map(
            it ->
                new MovementMatch.Unclear(
                    LineDispute.MAYBE_KNOWN, "it may be %s, told once more".formatted(it.key())));
  }

  // One payer may pay the same several times a day.
  private static List<KnownMovement> atMomentOf(BankEntry line, List<KnownMovement> alike) {
    return alike.stream()
        .filter(it -> ToldMoments.isShared(it.told().booked(), line.booked()))
        .toList();
  }

  // Two numbers of one kind are of two movements; of two kinds, nobody knows.
  private static boolean hasOtherNumbers(KnownMovement movement, BankEntry line) {
    return movement
        .references()
        .noneMatch(
            told ->
                told.isPart() != line.references().isPart()
                    || told.entry().isPresent() && line.references().entry().isPresent()
                    || told.own().isPresent() && line.references().own().isPresent());
  }

  private MovementMatch again(KnownMovement movement, BankEntry line) {
    Optional<String> contradiction = EntryKnowledge.contradiction(movement.told(), line);
    if (contradiction.isPresent()) {
      return new MovementMatch.Unclear(LineDispute.TOLD_OTHERWISE, contradiction.get());
    }
    if (line instanceof BankEntry.Reversal reversal) {
      return again(movement, reversal);
    }
    boolean isFuller = EntryKnowledge.isFuller(movement.told(), line);
    return new MovementMatch.Again(kept(movement, line), isFuller, List.of());
  }

  // What a reversal takes back is known since it was told first, if it was told as a reversal.
  private MovementMatch again(KnownMovement movement, BankEntry.Reversal line) {
    if (movement.told() instanceof BankEntry.Reversal) {
      return reversals
          .contradiction(movement, line)
          .<MovementMatch>map(it -> new MovementMatch.Unclear(LineDispute.TOLD_OTHERWISE, it))
          .orElseGet(() -> new MovementMatch.Again(kept(movement, line), false, List.of()));
    }
    List<KnownMovement> takesBack = reversals.takenBackBy(line);
    if (takesBack.isEmpty()) {
      return reversals.unclear(line);
    }
    KnownMovement after = kept(movement, line);
    takesBack.forEach(taken -> known.keep(taken.takenBackBy(after.key())));
    return new MovementMatch.Again(after, true, keys(takesBack));
  }

  private KnownMovement kept(KnownMovement movement, BankEntry line) {
    KnownMovement after = movement.with(report(line));
    known.keep(after);
    parts.close(after);
    return after;
  }

  /**
   * A movement that was not known.
   *
   * @param whole what was told in one sum before and of which this is a part: who has told the sum
   *     has told the part
   */
  private MovementMatch first(BankEntry line, int place, Optional<KnownMovement> whole) {
    KnownMovement alone =
        new KnownMovement(key(line, place), List.of(report(line)), Optional.empty());
    KnownMovement movement = whole.map(sum -> alone.toldAsPartOf(sum, message)).orElse(alone);
    Optional<String> sum = whole.map(KnownMovement::key);
    if (line instanceof BankEntry.Reversal reversal) {
      return first(reversal, movement, sum);
    }
    known.keep(movement);
    return new MovementMatch.First(movement, sum, List.of());
  }

  private MovementMatch first(
      BankEntry.Reversal line, KnownMovement movement, Optional<String> sum) {
    List<KnownMovement> takesBack = reversals.takenBackBy(line);
    if (takesBack.isEmpty()) {
      return reversals.unclear(line);
    }
    known.keep(movement);
    takesBack.forEach(taken -> known.keep(taken.takenBackBy(movement.key())));
    return new MovementMatch.First(movement, sum, keys(takesBack));
  }

  private static List<String> keys(List<KnownMovement> movements) {
    return movements.stream().map(KnownMovement::key).toList();
  }

  private String key(BankEntry line, int place) {
    String key = plainKey(message, line, place);
    String free = key;
    for (int again = 2; known.knows(free); again++) {
      free = "%s~%d".formatted(key, again);
    }
    return free;
  }

  /** The keys that the lines of a message would have, if they tell of new movements. */
  static List<String> keys(String message, List<AccountLine> lines) {
    List<String> keys = new ArrayList<>();
    for (int place = 0; place < lines.size(); place++) {
      if (lines.get(place) instanceof BankEntry line) {
        keys.add(plainKey(message, line, place));
      }
    }
    return keys;
  }

  private static String plainKey(String message, BankEntry line, int place) {
    String number = line.references().number().orElseGet(() -> "%s/%d".formatted(message, place));
    return line.effect().isPositive() ? number : "out/" + number;
  }

  private MovementReport report(BankEntry line) {
    return new MovementReport(message, source, line);
  }

  private boolean mayTell(KnownMovement movement) {
    return movement.mayBeToldBy(message, source);
  }

  private static Money sum(List<KnownMovement> movements) {
    return movements.stream().map(KnownMovement::amount).reduce(Money.ZERO, Money::plus);
  }
}
