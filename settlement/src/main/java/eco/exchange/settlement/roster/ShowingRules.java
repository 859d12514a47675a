package eco.exchange.settlement.roster;

import static eco.exchange.answer.Decision.done;
import static eco.exchange.answer.Decision.refused;
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

import eco.exchange.answer.Decision;
import eco.exchange.event.MarketEvent;
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

  static Decision<List<RosterChange>, ObjectionView> object(
      PayeeRosters ground, RaiseObjection told, Optional<String> member, Instant now) {
    Optional<RosterView> roster = ground.roster(told.roster());
    if (roster.isEmpty()) {
      return refused(ROSTER_UNKNOWN, "no roster " + told.roster(), List.of());
    }
    if (told.words().isBlank() || told.words().length() > RaiseObjection.WORDS_MAX) {
      return refused(
          TEXT_OUT_OF_BOUNDS, "1 to %d characters".formatted(RaiseObjection.WORDS_MAX), List.of());
    }
    if (roster.get().state() != RosterView.State.SHOWN) {
      return refused(ROSTER_ENDED, told.roster() + " is not shown any more", List.of());
    }
    if (!now.isBefore(roster.get().objectionsEndAt())) {
      return refused(OBJECTIONS_OVER, "until " + roster.get().objectionsEndAt(), List.of());
    }
    List<ObjectionView> before = ground.objections(told.roster());
    Optional<ObjectionView> same =
        before.stream().filter(known -> isSame(known, told, member)).findFirst();
    if (same.isPresent()) {
      return done(same.get(), List.of());
    }
    boolean isTooMany =
        member.isPresent()
            && before.stream().filter(known -> known.member().equals(member)).count()
                >= OBJECTIONS_OF_ONE;
    return isTooMany
        ? refused(OBJECTIONS_TOO_MANY, "at most %d".formatted(OBJECTIONS_OF_ONE), List.of())
        : raised(told, before.size() + 1, member, now);
  }

  private static boolean isSame(ObjectionView known, RaiseObjection told, Optional<String> member) {
    return known.kind() == told.kind()
        && known.words().equals(told.words())
        && known.member().equals(member)
        && known.writtenBy().equals(told.writtenBy());
  }

  private static Decision<List<RosterChange>, ObjectionView> raised(
      RaiseObjection told, int number, Optional<String> member, Instant now) {
    RosterId id = told.roster();
    ObjectionView objection =
        new ObjectionView(
            id, number, told.kind(), told.words(), member, told.writtenBy(), now, Optional.empty());
    return done(
        objection,
        List.of(new RosterChange.Raised(objection)),
        new RosterEvent.RosterObjected(
            id.contract().trade(), id.contract(), id.payee(), id.version(), number));
  }

  /** Decides an objection; one that is right sends the roster back to the collective at once. */
  static Decision<List<RosterChange>, ObjectionView> decide(
      PayeeRosters ground, RosterId id, int number, ObjectionView.End end) {
    Optional<ObjectionView> found =
        ground.objections(id).stream().filter(it -> it.number() == number).findFirst();
    if (found.isEmpty()) {
      return refused(OBJECTION_UNKNOWN, "no objection %d to %s".formatted(number, id), List.of());
    }
    ObjectionView objection = found.get();
    if (!objection.isOpen()) {
      boolean isSame = objection.isUpheld() == end.isUpheld();
      return isSame
          ? done(objection, List.of())
          : refused(DECIDED_OTHERWISE, "it was decided before", List.of());
    }
    if (end.answer().isBlank() || end.answer().length() > TEXT_MAX) {
      return refused(
          TEXT_OUT_OF_BOUNDS, "an answer has 1 to %d characters".formatted(TEXT_MAX), List.of());
    }
    if (end.answeredBy().equals(end.decidedBy())
        || objection.writtenBy().filter(end.decidedBy()::equals).isPresent()) {
      return refused(FOUR_EYES, "who answered or wrote it down does not decide", List.of());
    }
    if (ground.roster(id).orElseThrow().state() != RosterView.State.SHOWN) {
      return refused(ROSTER_ENDED, id + " is not shown any more", List.of());
    }
    return decided(objection, end);
  }

  private static Decision<List<RosterChange>, ObjectionView> decided(
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
    RosterChange decided = new RosterChange.Decided(objection, end);
    if (!end.isUpheld()) {
      return done(after, List.of(decided));
    }
    RosterView.End back =
        new RosterView.End(false, end.answer(), end.answeredBy(), end.decidedBy(), end.decidedAt());
    return done(after, List.of(decided, new RosterChange.Ended(id, back)), returned(id));
  }

  static Decision<List<RosterChange>, RosterView> fix(
      PayeeRosters ground, RosterId id, RosterView.End end, Instant now) {
    return end(ground, id, end, roster -> hindrance(ground, roster, end, now));
  }

  static Decision<List<RosterChange>, RosterView> giveBack(
      PayeeRosters ground, RosterId id, RosterView.End end) {
    return end(ground, id, end, roster -> Optional.empty());
  }

  private static Decision<List<RosterChange>, RosterView> end(
      PayeeRosters ground,
      RosterId id,
      RosterView.End end,
      Function<RosterView, Optional<Decision<List<RosterChange>, RosterView>>> hindrance) {
    Optional<RosterView> found = ground.roster(id);
    if (found.isEmpty()) {
      return refused(ROSTER_UNKNOWN, "no roster " + id, List.of());
    }
    RosterView roster = found.get();
    if (roster.end().isPresent()) {
      return roster.end().get().isFixed() == end.isFixed()
          ? done(roster, List.of())
          : refused(DECIDED_OTHERWISE, "%s is %s".formatted(id, roster.state()), List.of());
    }
    return hindrance.apply(roster).orElseGet(() -> ended(roster, end));
  }

  private static Optional<Decision<List<RosterChange>, RosterView>> hindrance(
      PayeeRosters ground, RosterView roster, RosterView.End end, Instant now) {
    AccountId first = end.reviewedBy();
    if (first.equals(end.endedBy())
        || roster.filedBy().equals(first)
        || roster.filedBy().equals(end.endedBy())) {
      return Optional.of(
          refused(FOUR_EYES, "filed, reviewed and fixed by three persons", List.of()));
    }
    if (now.isBefore(roster.objectionsEndAt())) {
      return Optional.of(refused(OBJECTIONS_RUN, "until " + roster.objectionsEndAt(), List.of()));
    }
    return ground.objections(roster.id()).stream().anyMatch(ObjectionView::isOpen)
        ? Optional.of(refused(OBJECTION_OPEN, "an objection is not decided", List.of()))
        : Optional.empty();
  }

  private static Decision<List<RosterChange>, RosterView> ended(
      RosterView roster, RosterView.End end) {
    RosterId id = roster.id();
    MarketEvent told =
        end.isFixed()
            ? new RosterEvent.RosterFixed(
                id.contract().trade(), id.contract(), id.payee(), id.version(), roster.hash())
            : returned(id);
    return done(roster.ended(end), List.of(new RosterChange.Ended(id, end)), told);
  }

  private static MarketEvent returned(RosterId id) {
    return new RosterEvent.RosterReturned(
        id.contract().trade(), id.contract(), id.payee(), id.version());
  }
}
