package eco.exchange.settlement.movement;

import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.EntryReferences;
import eco.exchange.settlement.movement.MovementReport.Source;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A movement that the bank has booked, with all that its messages have told of it.
 *
 * @param key the number by which the exchange knows it: the bank's, as it was told first
 * @param reports what was told of it, in the order in which it came; at least once
 * @param takenBackBy the movement by which the bank has taken it back; or its {@link #struck}
 *     number, if two persons have said that the bank has never booked it
 */
public record KnownMovement(
    String key, List<MovementReport> reports, Optional<String> takenBackBy) {

  /** How far apart a notice and a statement may book the same; a bank may give numbers anew. */
  private static final int DAYS_BETWEEN = 5;

  private static final String STRUCK = "struck/";

  /** Copies the reports; nobody knows of a movement that was never told. */
  public KnownMovement {
    reports = List.copyOf(reports);
    if (reports.isEmpty()) {
      throw new IllegalArgumentException("no message has told of " + key);
    }
  }

  /** The number under which a movement is struck that the bank has told and never booked. */
  public static String struck(String movement) {
    return STRUCK + movement;
  }

  boolean isStruck() {
    return takenBackBy.equals(Optional.of(struck(key)));
  }

  /** All that was told, put together. */
  public BankEntry told() {
    return reports.stream().map(MovementReport::told).reduce(EntryKnowledge::with).orElseThrow();
  }

  /** What it moved, which no report tells otherwise. */
  Money amount() {
    return reports.getFirst().told().amount();
  }

  boolean isIncoming() {
    return reports.getFirst().told().effect().isPositive();
  }

  /** Whether it goes the way of a line, and by the same amount. */
  boolean isLike(BankEntry line) {
    return isIncoming() == line.effect().isPositive() && amount().equals(line.amount());
  }

  /**
   * Whether the bank has given it, as a whole, another number of the same kind than a line bears.
   * One number alone may be given twice.
   */
  boolean bearsOtherNumbers(BankEntry line) {
    EntryReferences there = line.references();
    return !there.isPart()
        && references()
            .filter(known -> !known.isPart())
            .anyMatch(
                known -> differ(known.entry(), there.entry()) || differ(known.own(), there.own()));
  }

  private static boolean differ(Optional<String> one, Optional<String> other) {
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }

  /** Whether one of the numbers of a line was told of it before. */
  boolean wasNamedBefore(BankEntry line) {
    Set<String> numbers = line.references().numbers();
    return reports.subList(0, reports.size() - 1).stream()
        .map(report -> report.told().references())
        .anyMatch(
            known ->
                known.numbers().stream().anyMatch(numbers::contains)
                    || line instanceof BankEntry.Outgoing
                        && known.endToEnd().isPresent()
                        && known.endToEnd().equals(line.references().endToEnd()));
  }

  /** Whether it was booked so near to a line that both may be about the same. */
  boolean isNear(BankEntry line) {
    return isBookedWithin(DAYS_BETWEEN, line);
  }

  boolean isBookedWithin(int days, BankEntry line) {
    long between = ChronoUnit.DAYS.between(told().booked().day(), line.booked().day());
    return Math.abs(between) <= days;
  }

  /** The bank's numbers that were given to it alone. */
  Set<String> numbers() {
    Set<String> numbers = new HashSet<>();
    references().forEach(told -> numbers.addAll(told.numbers()));
    return numbers;
  }

  /** The numbers of entries of which it is a part. */
  Stream<String> wholes() {
    return references().flatMap(told -> told.whole().stream()).distinct();
  }

  Stream<String> endToEndIds() {
    return references().flatMap(told -> told.endToEnd().stream()).distinct();
  }

  Stream<EntryReferences> references() {
    return reports.stream().map(report -> report.told().references());
  }

  /**
   * Whether a line of a message may tell it: no message tells a movement twice, and no two
   * statements tell the same, unless one corrects the other. What was struck because no statement
   * tells it is another, once one does.
   */
  boolean mayBeToldBy(String message, Source source) {
    boolean isBookedAfterAll = isStruck() && source != Source.NOTICE;
    return !isBookedAfterAll
        && reports.stream()
            .noneMatch(
                report ->
                    report.message().equals(message)
                        || source == Source.STATEMENT && report.source() == Source.STATEMENT);
  }

  /** Whether it came in, and nothing but one movement has taken it back. */
  boolean mayBeTakenBackBy(String movement) {
    return isIncoming() && takenBackBy.filter(by -> !by.equals(movement)).isEmpty();
  }

  /** This movement, told once more. */
  KnownMovement with(MovementReport report) {
    List<MovementReport> more = new ArrayList<>(reports);
    more.add(report);
    return new KnownMovement(key, more, takenBackBy);
  }

  /**
   * This movement, told by a message as a sum of others or in parts, which names it no other way.
   */
  KnownMovement toldBy(String message, Source source) {
    return with(new MovementReport(message, source, reports.getFirst().told()));
  }

  /** This movement, told by every other message that has told the sum of which it is a part. */
  KnownMovement toldAsPartOf(KnownMovement sum, String message) {
    return sum.reports().stream()
        .filter(report -> !report.message().equals(message))
        .reduce(
            this,
            (part, report) -> part.toldBy(report.message(), report.source()),
            (one, other) -> one);
  }

  /** This movement, taken back by another. */
  KnownMovement takenBackBy(String movement) {
    return new KnownMovement(key, reports, Optional.of(movement));
  }
}
