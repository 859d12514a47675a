package eco.exchange.settlement.roster;

import static eco.exchange.settlement.roster.RosterOutcome.done;
import static eco.exchange.settlement.roster.RosterOutcome.refused;
import static eco.exchange.settlement.roster.RosterRefusal.DECIDED_OTHERWISE;
import static eco.exchange.settlement.roster.RosterRefusal.FOUR_EYES;
import static eco.exchange.settlement.roster.RosterRefusal.OBJECTIONS_OVER;
import static eco.exchange.settlement.roster.RosterRefusal.OBJECTIONS_RUN;
import static eco.exchange.settlement.roster.RosterRefusal.OBJECTIONS_TOO_MANY;
import static eco.exchange.settlement.roster.RosterRefusal.OBJECTION_OPEN;
import static eco.exchange.settlement.roster.RosterRefusal.OBJECTION_UNKNOWN;
import static eco.exchange.settlement.roster.RosterRefusal.ROSTER_ENDED;
import static eco.exchange.settlement.roster.RosterRefusal.ROSTER_UNKNOWN;
import static eco.exchange.settlement.roster.RosterRefusal.TEXT_OUT_OF_BOUNDS;

import eco.exchange.event.RosterEvent;
import eco.exchange.market.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rules of a roster that is shown: what is objected, and how the showing ends. */
final class ShowingRules {

  /** Whoever objects more often than this has said it. */
  private static final int OBJECTIONS_OF_ONE = 3;

  private static final int TEXT_MAX = 2_000;

  private ShowingRules() {}

  static RosterOutcome<ObjectionView> object(
      PayeeRosters ground, RaiseObjection told, Optional<String> member, Instant now) {
    Optional<RosterView> roster = ground.roster(told.roster());
    if (roster.isEmpty()) {
      return refused(ROSTER_UNKNOWN, "no roster " + told.roster());
    }
    if (told.words().isBlank() || told.words().length() > RaiseObjection.WORDS_MAX) {
      return refused(TEXT_OUT_OF_BOUNDS, "1 to %d characters".formatted(RaiseObjection.WORDS_MAX));
    }
    if (roster.get().state() != RosterView.State.SHOWN) {
      return refused(ROSTER_ENDED, told.roster() + " is not shown any more");
    }
    if (!now.isBefore(roster.get().objectionsEndAt())) {
      return refused(OBJECTIONS_OVER, "until " + roster.get().objectionsEndAt());
    }
    List<ObjectionView> before = ground.objections(told.roster());
    Optional<ObjectionView> same =
        before.stream().filter(known -> isSame(known, told, member)).findFirst();
    if (same.isPresent()) {
      return done(same.get());
    }
    boolean isTooMany =
        member.isPresent()
            && before.stream().filter(known -> known.member().equals(member)).count()
                >= OBJECTIONS_OF_ONE;
    return isTooMany
        ? refused(OBJECTIONS_TOO_MANY, "at most %d".formatted(OBJECTIONS_OF_ONE))
        : raised(told, before.size() + 1, member, now);
  }

  private static boolean isSame(ObjectionView known, RaiseObjection told, Optional<String> member) {
    return known.kind() == told.kind()
        && known.words().equals(told.words())
        && known.member().equals(member)
        && known.writtenBy().equals(told.writtenBy());
  }

  private static RosterOutcome<ObjectionView> raised(
      RaiseObjection told, int number, Optional<String> member, Instant now) {
    RosterId id = told.roster();
    ObjectionView objection =
        new ObjectionView(
            id, number, told.kind(), told.words(), member, told.writtenBy(), now, Optional.empty());
    return done(
        objection,
        new RosterOutcome.Change.Raised(objection),
        new RosterOutcome.Change.Told(
            new RosterEvent.RosterObjected(
                id.contract().trade(), id.contract(), id.payee(), id.version(), number)));
  }

  /** Decides an objection; one that is right sends the roster back to the collective at once. */
  static RosterOutcome<ObjectionView> decide(
      PayeeRosters ground, RosterId id, int number, ObjectionView.End end) {
    Optional<ObjectionView> found =
        ground.objections(id).stream().filter(it -> it.number() == number).findFirst();
    if (found.isEmpty()) {
      return refused(OBJECTION_UNKNOWN, "no objection %d to %s".formatted(number, id));
    }
    ObjectionView objection = found.get();
    if (!objection.isOpen()) {
      boolean isSame = objection.isUpheld() == end.isUpheld();
      return isSame ? done(objection) : refused(DECIDED_OTHERWISE, "it was decided before");
    }
    if (end.answer().isBlank() || end.answer().length() > TEXT_MAX) {
      return refused(TEXT_OUT_OF_BOUNDS, "an answer has 1 to %d characters".formatted(TEXT_MAX));
    }
    if (end.answeredBy().equals(end.decidedBy())
        || objection.writtenBy().filter(end.decidedBy()::equals).isPresent()) {
      return refused(FOUR_EYES, "who answered or wrote it down does not decide");
    }
    if (ground.roster(id).orElseThrow().state() != RosterView.State.SHOWN) {
      return refused(ROSTER_ENDED, id + " is not shown any more");
    }
    return decided(objection, end);
  }

  private static RosterOutcome<ObjectionView> decided(
      ObjectionView objection, ObjectionView.End end) {
    RosterId id = objection.roster();
    ObjectionView after =
        new ObjectionView(
            id,
            objection.number(),
            objection.kind(),
            objection.words(),
            objection.member(),
            objection.writtenBy(),
            objection.raisedAt(),
            Optional.of(end));
    RosterOutcome.Change decided = new RosterOutcome.Change.Decided(objection, end);
    if (!end.isUpheld()) {
      return done(after, decided);
    }
    RosterView.End back =
        new RosterView.End(false, end.answer(), end.answeredBy(), end.decidedBy(), end.decidedAt());
    return done(after, decided, new RosterOutcome.Change.Ended(id, back), returned(id));
  }

  static RosterOutcome<RosterView> fix(
      PayeeRosters ground, RosterId id, RosterView.End end, Instant now) {
    return end(ground, id, end, roster -> hindrance(ground, roster, end, now));
  }

  static RosterOutcome<RosterView> giveBack(PayeeRosters ground, RosterId id, RosterView.End end) {
    return end(ground, id, end, roster -> Optional.empty());
  }

  private static RosterOutcome<RosterView> end(
      PayeeRosters ground,
      RosterId id,
      RosterView.End end,
      Function<RosterView, Optional<RosterOutcome<RosterView>>> hindrance) {
    Optional<RosterView> found = ground.roster(id);
    if (found.isEmpty()) {
      return refused(ROSTER_UNKNOWN, "no roster " + id);
    }
    RosterView roster = found.get();
    if (roster.end().isPresent()) {
      return roster.end().get().isFixed() == end.isFixed()
          ? done(roster)
          : refused(DECIDED_OTHERWISE, "%s is %s".formatted(id, roster.state()));
    }
    return hindrance.apply(roster).orElseGet(() -> ended(roster, end));
  }

  private static Optional<RosterOutcome<RosterView>> hindrance(
      PayeeRosters ground, RosterView roster, RosterView.End end, Instant now) {
    AccountId first = end.reviewedBy();
    if (first.equals(end.endedBy())
        || roster.filedBy().equals(first)
        || roster.filedBy().equals(end.endedBy())) {
      return Optional.of(refused(FOUR_EYES, "filed, reviewed and fixed by three persons"));
    }
    if (now.isBefore(roster.objectionsEndAt())) {
      return Optional.of(refused(OBJECTIONS_RUN, "until " + roster.objectionsEndAt()));
    }
    return ground.objections(roster.id()).stream().anyMatch(ObjectionView::isOpen)
        ? Optional.of(refused(OBJECTION_OPEN, "an objection is not decided"))
        : Optional.empty();
  }

  private static RosterOutcome<RosterView> ended(RosterView roster, RosterView.End end) {
    RosterId id = roster.id();
    return done(
        roster.ended(end),
        new RosterOutcome.Change.Ended(id, end),
        end.isFixed()
            ? new RosterOutcome.Change.Told(
                new RosterEvent.RosterFixed(
                    id.contract().trade(), id.contract(), id.payee(), id.version(), roster.hash()))
            : returned(id));
  }

  private static RosterOutcome.Change returned(RosterId id) {
    return new RosterOutcome.Change.Told(
        new RosterEvent.RosterReturned(
            id.contract().trade(), id.contract(), id.payee(), id.version()));
  }
}
