package eco.exchange.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import eco.exchange.testing.Seeds;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is found of a year later gives what the whole of the year gives beyond what was shared. */
class SupplementingAnIncomeTest {

  private final long seed = Seeds.fresh();
  private final RandomTerms draw = new RandomTerms(Seeds.of(seed));

  @Test
  void a_year_in_two_parts_gives_what_it_gives_at_once() {
    for (int i = 0; i < 5_000; i++) {
      String when = "seed %d, terms %d".formatted(seed, i);
      SharingTerms terms = draw.next();
      DistributionBasis standing = draw.facts(DistributionBasis.NONE);
      Money first = draw.income();
      Money more = draw.income().plus(new Money(1));
      Distribution shared = terms.distribute(Income.REVENUE, first, standing);
      DistributionBasis anew =
          shared
              .standing()
              .knowing(standing.pledgeDue(), standing.erosion())
              .supplementing(first, recovered(shared, standing));
      Distribution found = terms.distribute(Income.REVENUE, more, anew);
      Distribution whole = terms.distribute(Income.REVENUE, first.plus(more), standing);

      assertThat(found.entitlements())
          .as(when)
          .allMatch(given -> given.exact().signum() >= 0, "nobody pays back");
      assertThat(exact(shared, found)).as(when).isEqualTo(exact(whole));
      assertThat(found.standing().recouped()).as(when).isEqualTo(whole.standing().recouped());
    }
  }

  @Test
  void no_penalty_goes_to_its_payer_and_none_is_lost() {
    for (int i = 0; i < 5_000; i++) {
      SharingTerms terms = draw.next();
      Money penalty = draw.income();
      Distribution shared = terms.distribute(Income.PENALTY, penalty, DistributionBasis.NONE);
      Distribution revenue = terms.distribute(Income.REVENUE, penalty, DistributionBasis.NONE);

      Map<String, Rational> expected = exact(revenue);
      Rational payers = expected.remove("operator");
      expected.merge("watershed", payers, Rational::plus);
      Map<String, Rational> given = exact(shared);
      given.remove("operator", Rational.ZERO);
      assertThat(given).as("seed %d, terms %d", seed, i).isEqualTo(expected);
    }
  }

  private static Map<String, Rational> recovered(Distribution shared, DistributionBasis standing) {
    Map<String, Rational> recovered = new HashMap<>();
    shared
        .parts()
        .forEach(
            part ->
                recovered.put(
                    part.payee(), part.recouped().minus(standing.recoupedBy(part.payee()))));
    return recovered;
  }

  private static Map<String, Rational> exact(Distribution... shared) {
    Map<String, Rational> exact = new HashMap<>();
    for (Distribution one : shared) {
      one.entitlements().forEach(it -> exact.merge(it.payee(), it.exact(), Rational::plus));
    }
    return exact;
  }
}
