package eco.exchange.lab.soak.bank;

import static java.util.stream.Collectors.groupingBy;

import eco.exchange.lab.soak.bank.plain.PlainEntry;
import eco.exchange.lab.soak.bank.plain.PlainMovement;
import eco.exchange.lab.soak.bank.plain.ToldLine;
import eco.exchange.lab.soak.bank.plain.ToldLine.Clearness;
import eco.exchange.settlement.bank.BankEntry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The doubts that remain of told lines by the rule of movements (ADR 0040), whatever the exchange
 * makes of them: a line may tell once more what was told of its day and amount before, if both
 * share no kind of number and nothing tells them apart.
 */
final class LineDoubts {

  private final List<ToldLine> all;
  private final Set<String> disputed;

  /**
   * The doubts of lines.
   *
   * @param all the lines, in the order in which they were told
   * @param disputed the lines by which nothing became known
   */
  LineDoubts(List<ToldLine> all, Set<String> disputed) {
    this.all = all;
    this.disputed = disputed;
  }

  /** What a line may be told once more of, or by: an entry, one of its movements or their sum. */
  private record Subject(PlainEntry entry, int part) {

    static Subject of(ToldLine line) {
      return new Subject(line.entry(), line.part());
    }
  }

  /** Whether nobody need be asked what a line tells. */
  boolean isClear(ToldLine line) {
    return line.clearness() == Clearness.CLEAR
        && !isDoubtful(line)
        && line.entry().movements().stream()
            .flatMap(moved -> moved.of().stream())
            .noneMatch(of -> isDoubtful(of, line));
  }

  // What takes back what was never sure to be known is not clear either.
  private boolean isDoubtful(PlainMovement taken, ToldLine back) {
    return before(back).stream().filter(line -> line.tells(taken)).anyMatch(this::isDoubtful);
  }

  /** What was told before a line of its day and by its amount, whether or not it is the same. */
  List<ToldLine> beside(ToldLine line) {
    return before(line).stream()
        .filter(told -> told.entry().day().equals(line.entry().day()))
        .filter(told -> told.effect().equals(line.effect()))
        .toList();
  }

  private boolean isDoubtful(ToldLine line) {
    List<ToldLine> before = before(line);
    List<ToldLine> rivals = rivals(line, before);
    List<ToldLine> own =
        before.stream()
            .filter(told -> told.entry().equals(line.entry()) && !disputed.contains(told.key()))
            .toList();
    boolean isKnown =
        own.stream().anyMatch(told -> sharesNumber(told.said(), line.said()))
            || isLikely(line, own) && !isLikely(line, rivals);
    return !rivals.isEmpty() && !isKnown;
  }

  private List<ToldLine> before(ToldLine line) {
    return all.subList(0, all.indexOf(line));
  }

  /**
   * The lines that tell of something else, which a line may tell once more. By one that was
   * disputed nothing became known, neither of what it tells nor of what was told before.
   */
  private List<ToldLine> rivals(ToldLine line, List<ToldLine> before) {
    return before.stream()
        .filter(told -> !told.entry().equals(line.entry()) && !disputed.contains(told.key()))
        .filter(told -> told.entry().day().equals(line.entry().day()))
        .filter(told -> told.effect().equals(line.effect()))
        .collect(groupingBy(Subject::of))
        .values()
        .stream()
        .filter(told -> !isToldByStatements(line, told))
        .filter(told -> told.stream().noneMatch(one -> isOrderedNotBack(one, line)))
        .filter(told -> told.stream().allMatch(one -> mayBeSame(one.said(), line.said())))
        .flatMap(Collection::stream)
        .toList();
  }

  // A statement tells nothing twice, and no two statements tell the same.
  private static boolean isToldByStatements(ToldLine line, List<ToldLine> told) {
    return line.inStatement() && told.stream().anyMatch(ToldLine::inStatement);
  }

  // What names a payment of ours is not what was told to be taken back from somebody else.
  private static boolean isOrderedNotBack(ToldLine told, ToldLine line) {
    return told.said() instanceof BankEntry.Reversal
        && line.said() instanceof BankEntry.Outgoing
        && line.said().references().endToEnd().isPresent();
  }

  private static boolean mayBeSame(BankEntry one, BankEntry other) {
    return one.references().isPart() == other.references().isPart()
        && !areBoth(one.references().entry(), other.references().entry())
        && !areBoth(one.references().own(), other.references().own())
        && !differ(one.references().endToEnd(), other.references().endToEnd())
        && !differ(subAccount(one), subAccount(other))
        && !differ(payer(one), payer(other));
  }

  private static boolean sharesNumber(BankEntry one, BankEntry other) {
    return shared(one.references().entry(), other.references().entry())
        || shared(one.references().own(), other.references().own());
  }

  private static boolean isLikely(ToldLine line, List<ToldLine> told) {
    return told.stream().anyMatch(one -> isLikely(line.said(), one.said()));
  }

  private static boolean isLikely(BankEntry one, BankEntry other) {
    return shared(one.references().endToEnd(), other.references().endToEnd())
        || shared(subAccount(one), subAccount(other)) && shared(payer(one), payer(other))
        || shared(one.booked().moment(), other.booked().moment());
  }

  private static Optional<String> subAccount(BankEntry told) {
    return told instanceof BankEntry.Incoming in
        ? Optional.of(in.subAccount()).filter(number -> !number.isEmpty())
        : Optional.empty();
  }

  private static Optional<String> payer(BankEntry told) {
    return told instanceof BankEntry.Incoming in
        ? Optional.of(in.payerNumber()).filter(number -> !number.isEmpty())
        : Optional.empty();
  }

  private static boolean areBoth(Optional<?> one, Optional<?> other) {
    return one.isPresent() && other.isPresent();
  }

  private static boolean shared(Optional<?> one, Optional<?> other) {
    return one.isPresent() && one.equals(other);
  }

  private static boolean differ(Optional<?> one, Optional<?> other) {
    return areBoth(one, other) && !one.equals(other);
  }
}
