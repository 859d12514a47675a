package eco.exchange.settlement.allotment;

import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import eco.exchange.settlement.allotment.WeightedSplit.Weight;
import eco.exchange.settlement.roster.RosterId;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.Taker.Roster.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The members' parts of a contract that are to be split, and by what.
 *
 * @param due what the distributions gave, oldest first
 * @param rosters the last fixed roster of each payee, by its key
 * @param carried what each member is short of from before, by payee and income
 */
record AllotmentBasis(
    List<Due> due, Map<String, FixedRoster> rosters, Map<Carrier, Map<String, Rational>> carried) {

  /** What one distribution has given to the members together. */
  record Due(String payee, Income income, Occasion occasion, Money whole) {}

  /** A roster by which can be paid. */
  record FixedRoster(RosterId id, String hash, Rule rule, List<Line> lines) {}

  /** A member on it, in the order of the roster. */
  record Line(String member, String household, long shares) {}

  /** Whose roundings belong together: those of one kind of income of one payee. */
  record Carrier(String payee, Income income) {}

  /** Splits everything that has a roster; what has none waits. */
  List<AllotmentView> all(Instant now) {
    Map<Carrier, Map<String, Rational>> standing = new HashMap<>(carried);
    List<AllotmentView> made = new ArrayList<>();
    for (Due part : due) {
      Optional<FixedRoster> roster = Optional.ofNullable(rosters.get(part.payee()));
      if (roster.isPresent()) {
        Carrier carrier = new Carrier(part.payee(), part.income());
        Map<String, Rational> before = standing.getOrDefault(carrier, Map.of());
        AllotmentView view = split(part, roster.get(), before, now);
        standing.put(carrier, after(before, view));
        made.add(view);
      }
    }
    return made;
  }

  private static AllotmentView split(
      Due part, FixedRoster roster, Map<String, Rational> before, Instant now) {
    return new AllotmentView(
        roster.id(),
        roster.hash(),
        part.income(),
        part.occasion(),
        part.whole(),
        WeightedSplit.of(part.whole(), weights(roster), before),
        now);
  }

  private static Map<String, Rational> after(Map<String, Rational> before, AllotmentView view) {
    Map<String, Rational> after = new HashMap<>(before);
    view.parts().forEach(part -> after.put(part.member(), part.carry()));
    return after;
  }

  /** What counts for each member; for whom nothing counts does not take part. */
  static List<Weight> weights(FixedRoster roster) {
    Set<String> represented = new HashSet<>();
    return roster.lines().stream()
        .map(line -> new Weight(line.member(), weight(roster.rule(), line, represented)))
        .filter(weight -> weight.weight() > 0)
        .toList();
  }

  private static long weight(Rule rule, Line line, Set<String> represented) {
    return switch (rule) {
      case PER_HEAD -> 1;
      case BY_SHARES -> line.shares();
      // Who is listed first of a household represents it.
      case PER_HOUSEHOLD -> represented.add(line.household()) ? 1 : 0;
    };
  }
}
