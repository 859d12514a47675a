package eco.exchange.settlement.collective;

import static eco.exchange.answer.Decision.done;
import static eco.exchange.answer.Decision.refused;
import static eco.exchange.settlement.collective.NamingRefusal.DECIDED_OTHERWISE;
import static eco.exchange.settlement.collective.NamingRefusal.FOUR_EYES;
import static eco.exchange.settlement.collective.NamingRefusal.MONEY_MOVED;
import static eco.exchange.settlement.collective.NamingRefusal.NAMING_OPEN;
import static eco.exchange.settlement.collective.NamingRefusal.NAMING_UNKNOWN;
import static eco.exchange.settlement.collective.NamingRefusal.PAYEE_UNKNOWN;
import static eco.exchange.settlement.collective.NamingRefusal.TEXT_OUT_OF_BOUNDS;

import eco.exchange.answer.Decision;
import eco.exchange.event.CollectiveEvent.CollectiveNamed;
import eco.exchange.market.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules by which a collective is named for a payee, confirmed and corrected. What is to be kept
 * is the naming that is new or newly decided.
 */
final class NamingRules {

  private static final int OPINION_MAX = 2_000;

  private NamingRules() {}

  static Decision<Optional<NamingView>, NamingView> name(
      PayeeNamings ground, NameCollective told, Actor officer, Instant now) {
    if (!ground.isOfCollective()) {
      String detail = "no collective can be the payee '%s'".formatted(told.payee());
      return refused(PAYEE_UNKNOWN, detail, Optional.empty());
    }
    if (told.reason().isBlank() || told.reason().length() > NameCollective.REASON_MAX) {
      String detail = "a reason has 1 to %d characters".formatted(NameCollective.REASON_MAX);
      return refused(TEXT_OUT_OF_BOUNDS, detail, Optional.empty());
    }
    Optional<NamingView> last = ground.open().or(ground::current);
    if (last.filter(it -> it.collective().id().equals(told.collective().id())).isPresent()) {
      return done(last.get(), Optional.empty());
    }
    if (ground.open().isPresent()) {
      String detail = "'%s' is to be confirmed first".formatted(last.get().collective().name());
      return refused(NAMING_OPEN, detail, Optional.empty());
    }
    return ground.isPaid() && last.isPresent()
        ? moved(last.get())
        : named(ground.namings().size() + 1, told, officer, now);
  }

  private static Decision<Optional<NamingView>, NamingView> named(
      int number, NameCollective told, Actor officer, Instant now) {
    NamingView naming =
        new NamingView(
            told.contract(),
            told.payee(),
            number,
            told.collective(),
            told.reason(),
            officer.account(),
            now,
            Optional.empty());
    return done(
        naming,
        Optional.of(naming),
        new CollectiveNamed(
            told.contract().trade(), told.contract(), told.payee(), number, officer.account()));
  }

  static Decision<Optional<NamingView>, NamingView> decide(
      PayeeNamings ground, int number, NamingView.End end) {
    Optional<NamingView> found = ground.numbered(number);
    if (found.isEmpty()) {
      String detail = "no naming %d of '%s'".formatted(number, ground.payee());
      return refused(NAMING_UNKNOWN, detail, Optional.empty());
    }
    NamingView naming = found.get();
    if (!naming.isOpen()) {
      return naming.isConfirmed() == end.isConfirmed()
          ? done(naming, Optional.empty())
          : refused(DECIDED_OTHERWISE, "it was decided before", Optional.empty());
    }
    if (end.opinion().length() > OPINION_MAX) {
      String detail = "an opinion has at most %d characters".formatted(OPINION_MAX);
      return refused(TEXT_OUT_OF_BOUNDS, detail, Optional.empty());
    }
    if (naming.namedBy().equals(end.decidedBy())) {
      return refused(FOUR_EYES, "who has named it does not confirm it", Optional.empty());
    }
    boolean isTooLate = end.isConfirmed() && ground.isPaid() && ground.current().isPresent();
    return isTooLate
        ? moved(ground.current().get())
        : done(naming.ended(end), Optional.of(naming.ended(end)));
  }

  private static Decision<Optional<NamingView>, NamingView> moved(NamingView current) {
    String detail = "money has gone out to '%s'".formatted(current.collective().name());
    return refused(MONEY_MOVED, detail, Optional.empty());
  }
}
