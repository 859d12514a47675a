package eco.exchange.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import eco.exchange.testing.Seeds;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of all terms and incomes, tried on a hundred thousand terms and more incomes. */
class SharingAnyTermsTest {

  private static final int TERMS = 100_000;
  private static final int LIVES = 1_500;
  private static final int YEARS = 30;

  private final long seed = Seeds.fresh();
  private final Random random = Seeds.of(seed);
  private final RandomTerms draw = new RandomTerms(random);

  @Test
  void the_parts_make_the_whole_and_are_what_the_clauses_say() {
    for (int i = 0; i < TERMS; i++) {
      SharingTerms terms = draw.next();
      DistributionBasis standing = draw.facts(DistributionBasis.NONE);
      Money whole = draw.income();
      Distribution shared = terms.distribute(Income.REVENUE, whole, standing);
      mustBeRight(terms, shared, standing, "seed %d, terms %d".formatted(seed, i));
    }
  }

  @Test
  void terms_have_no_fault_and_are_read_back_as_they_were_written() {
    for (int i = 0; i < 5_000; i++) {
      SharingTerms terms = draw.next();
      String text = TermsJson.write(terms);
      assertThat(TermsCheck.faultsOf(terms)).as("seed %d, terms %d", seed, i).isEmpty();
      assertThat(TermsJson.read(text)).as("seed %d, terms %d", seed, i).isEqualTo(terms);
      assertThat(TermsJson.form(terms)).isEqualTo(TermsJson.SECOND_FORM);
    }
  }

  @Test
  void over_thirty_years_nobody_is_a_fen_away_from_the_exact_part() {
    for (int life = 0; life < LIVES; life++) {
      SharingTerms terms = draw.next();
      Map<String, Rational> error = new HashMap<>();
      DistributionBasis left = DistributionBasis.NONE;
      for (int year = 0; year < YEARS; year++) {
        String when = "seed %d, terms %d, year %d".formatted(seed, life, year);
        DistributionBasis standing = draw.facts(left);
        Distribution shared = terms.distribute(Income.REVENUE, draw.income(), standing);
        mustBeRight(terms, shared, standing, when);
        shared.entitlements().forEach(e -> error.merge(e.payee(), e.exact(), Rational::plus));
        shared.parts().forEach(p -> error.merge(p.payee(), minus(p), Rational::plus));
        left = shared.standing();
        assertThat(left.carried()).as(when).containsAllEntriesOf(error);
        if (!isStarved(shared, standing)) {
          assertThat(error.values()).as(when).allMatch(fen -> isUnder(Rational.ONE, fen));
        }
        assertThat(error.values()).as(when).allMatch(fen -> isUnder(Rational.of(2), fen));
      }
    }
  }

  @Test
  void the_order_of_the_payees_decides_between_equals_alone() {
    for (int i = 0; i < 5_000; i++) {
      SharingTerms terms = draw.next();
      List<Payee> others = new ArrayList<>(terms.payees());
      Collections.shuffle(others, random);
      SharingTerms shuffled = new SharingTerms(others, terms.waterfalls());
      DistributionBasis standing = draw.facts(DistributionBasis.NONE);
      Money whole = draw.income();
      Map<String, Rational> one = fractions(terms.distribute(Income.REVENUE, whole, standing));
      Map<String, Rational> two = fractions(shuffled.distribute(Income.REVENUE, whole, standing));
      assertThat(two.values())
          .as("seed %d, terms %d", seed, i)
          .containsExactlyInAnyOrderElementsOf(one.values());
    }
  }

  /** Holds a distribution against the plain reckoning. */
  private static void mustBeRight(
      SharingTerms terms, Distribution shared, DistributionBasis standing, String when) {
    PlainSharing plain = PlainSharing.of(terms, Income.REVENUE, shared.whole(), standing);
    BigInteger sum = BigInteger.ZERO;
    for (Distribution.Part part : shared.parts()) {
      BigInteger due =
          plain
              .entitled(part.payee())
              .add(PlainSharing.units(standing.carriedFor(part.payee()).toString()));
      BigInteger carry = due.subtract(PlainSharing.units(part.amount()));
      assertThat(part.amount().isBelow(Money.ZERO)).as(when).isFalse();
      assertThat(PlainSharing.units(part.carry().toString())).as(when).isEqualTo(carry);
      assertThat(PlainSharing.units(part.recouped().toString()))
          .as(when)
          .isEqualTo(plain.recovered(part.payee()));
      sum = sum.add(carry);
    }
    assertThat(sum).as(when).isZero();
    assertThat(shared.parts().stream().mapToLong(part -> part.amount().fen()).sum())
        .as(when)
        .isEqualTo(shared.whole().fen());
  }

  private static Map<String, Rational> fractions(Distribution shared) {
    return shared.standing().carried();
  }

  private static Rational minus(Distribution.Part part) {
    return Rational.fenOf(part.amount()).negated();
  }

  /**
   * Whether several payees are ahead by more than they are entitled to now, so that no way of
   * paying whole fen, and nobody less than nothing, keeps everybody within one fen.
   */
  private static boolean isStarved(Distribution shared, DistributionBasis standing) {
    Map<String, Rational> due = new HashMap<>(standing.carried());
    shared.entitlements().forEach(e -> due.merge(e.payee(), e.exact(), Rational::plus));
    long ahead = due.values().stream().filter(fen -> fen.signum() < 0).count();
    Rational fractions =
        due.values().stream()
            .map(fen -> fen.minus(Rational.of(fen.floor())))
            .reduce(Rational.ZERO, Rational::plus);
    return fractions.compareTo(Rational.of(ahead)) < 0;
  }

  private static boolean isUnder(Rational bound, Rational fen) {
    return fen.compareTo(bound) < 0 && fen.compareTo(bound.negated()) > 0;
  }
}
