package eco.exchange.settlement.movement;

import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankLine;
import eco.exchange.settlement.movement.MovementReport.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a message that is disputed.
 *
 * @param number the place of its message among all
 * @param movement the number of the movement that it was found to tell, if it was
 */
record DisputedLine(
    String message,
    int place,
    Source source,
    long number,
    BankLine told,
    Optional<String> movement) {

  /** What it tells; only of entries there is a dispute about movements. */
  BankEntry entry() {
    return (BankEntry) told;
  }

  /** Whether it may take back what had come in, though nobody knows what. */
  boolean isDebit() {
    return told instanceof BankEntry.Reversal || told instanceof BankEntry.Outgoing;
  }

  /**
   * What it tells by what is known now, beside no other line of its message, if nobody need be
   * asked: what it takes back, or a movement that bears its number, or the only one of its day and
   * amount. One of several does not become sure because the others are gone.
   *
   * @param files the files of the payments of which it may tell, by end-to-end id
   */
  Optional<MovementMatch> clearMatch(Map<String, String> files, List<KnownMovement> known) {
    MovementMatch match =
        MovementMatching.of(message, source, List.of(entry()), files, known).getFirst();
    boolean isClear =
        switch (match) {
          case MovementMatch.First first -> !first.takesBack().isEmpty();
          case MovementMatch.Again again ->
              again.takesBack().isEmpty()
                  && (again.movement().wasNamedBefore(entry()) || isAlone(known));
          case MovementMatch.Sum sum -> false;
          case MovementMatch.Nothing nothing -> false;
          case MovementMatch.Unclear unclear -> false;
        };
    return isClear ? Optional.of(match) : Optional.empty();
  }

  private boolean isAlone(List<KnownMovement> known) {
    return known.stream()
            .filter(it -> it.isLike(entry()) && it.isBookedWithin(0, entry()))
            .filter(it -> !EntryKnowledge.isOther(it.told(), entry()))
            .count()
        == 1;
  }

  /** The key of its exception. */
  String exception() {
    return "line/%s/%d".formatted(message, place);
  }

  /** Whether two persons may say that it takes back what is named. */
  boolean mayTakeBack(List<KnownMovement> taken) {
    return told instanceof BankEntry entry
        && !entry.effect().isPositive()
        && !taken.isEmpty()
        && taken.stream().allMatch(it -> it.mayBeTakenBackBy(key()))
        && ReversalMatching.mayBeSaid(entry, taken);
  }

  /** The movement that it tells; one of its own, if it was found to tell none. */
  KnownMovement found() {
    MovementReport report = new MovementReport(message, source, entry());
    return new KnownMovement(key(), List.of(report), Optional.empty());
  }

  // A number of the bank may be that of another movement; the place of the line is its own.
  String key() {
    String way =
        told instanceof AccountLine line && line.effect().isPositive() ? "judged" : "out/judged";
    return movement.orElseGet(() -> "%s/%d/%d".formatted(way, number, place));
  }
}
