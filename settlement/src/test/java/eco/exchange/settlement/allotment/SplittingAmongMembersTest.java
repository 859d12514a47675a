package eco.exchange.settlement.allotment;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.market.ContractId;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import eco.exchange.settlement.allotment.AllotmentBasis.FixedRoster;
import eco.exchange.settlement.allotment.AllotmentBasis.Line;
import eco.exchange.settlement.allotment.AllotmentView.Part;
import eco.exchange.settlement.allotment.WeightedSplit.Weight;
import eco.exchange.settlement.roster.RosterId;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Measure;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.Taker;
import eco.exchange.sharing.Taker.Roster.Rule;
import eco.exchange.sharing.Waterfall;
import eco.exchange.testing.Seeds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplittingAmongMembersTest {

  private static final RosterId ROSTER =
      new RosterId(
          new ContractId(
              TradeId.of("640425", RightKind.values()[0], LocalDate.of(2026, 3, 2), 1), 1),
          "villagers",
          1);

  private static final List<Line> FAMILIES =
      List.of(
          new Line("01", "A", 3),
          new Line("02", "A", 0),
          new Line("03", "B", 2),
          new Line("04", "C", 5));

  @Test
  void every_head_every_share_or_every_household_counts_alike() {
    assertThat(weights(Rule.PER_HEAD)).containsExactly("01 1", "02 1", "03 1", "04 1");
    assertThat(weights(Rule.BY_SHARES)).containsExactly("01 3", "03 2", "04 5");
    assertThat(weights(Rule.PER_HOUSEHOLD)).containsExactly("01 1", "03 1", "04 1");
  }

  @Test
  void what_a_year_leaves_over_goes_to_others_the_next_year() {
    List<Weight> three = List.of(new Weight("a", 1), new Weight("b", 1), new Weight("c", 1));
    List<Part> first = WeightedSplit.of(new Money(100), three, Map.of());
    List<Part> second = WeightedSplit.of(new Money(100), three, carries(first));
    List<Part> third = WeightedSplit.of(new Money(100), three, carries(second));

    assertThat(first)
        .extracting(Part::amount)
        .extracting(Money::fen)
        .containsExactly(34L, 33L, 33L);
    assertThat(second)
        .extracting(Part::amount)
        .extracting(Money::fen)
        .containsExactly(33L, 34L, 33L);
    assertThat(third)
        .extracting(Part::amount)
        .extracting(Money::fen)
        .containsExactly(33L, 33L, 34L);
    assertThat(third).extracting(Part::carry).containsOnly(Rational.ZERO);
  }

  /** Members as payees of sharing terms, each of a fraction: the engine that pays contracts. */
  @Test
  void it_is_the_rule_of_the_sharing_terms_to_the_last_fraction() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int life = 0; life < 200; life++) {
      List<Weight> weights =
          IntStream.rangeClosed(1, 1 + random.nextInt(12))
              .mapToObj(member -> new Weight("m" + member, 1 + random.nextInt(9)))
              .toList();
      SharingTerms plain = terms(weights);
      DistributionBasis standing = DistributionBasis.NONE;
      Map<String, Rational> carried = new HashMap<>();
      for (int year = 0; year < 10; year++) {
        Money whole = new Money(random.nextInt(year % 3 == 0 ? 20 : 1_000_000));
        Distribution expected = plain.distribute(Income.REVENUE, whole, standing);
        List<Part> parts = WeightedSplit.of(whole, weights, carried);
        assertThat(parts)
            .as("seed %d, life %d, year %d", seed, life, year)
            .extracting(part -> part.member() + " " + part.amount() + " " + part.carry())
            .isEqualTo(
                expected.parts().stream()
                    .map(part -> part.payee() + " " + part.amount() + " " + part.carry())
                    .toList());
        standing = expected.standing();
        carried.putAll(carries(parts));
      }
    }
  }

  @Test
  void whoever_comes_and_goes_the_parts_make_the_whole_and_nobody_pays_back() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    Map<String, Rational> carried = new HashMap<>();
    for (int year = 0; year < 2_000; year++) {
      List<Weight> weights = new ArrayList<>(List.of(new Weight("m0", 1)));
      for (int member = 1; member < 30; member++) {
        if (random.nextInt(4) > 0) {
          weights.add(new Weight("m" + member, 1 + random.nextInt(5)));
        }
      }
      Money whole = new Money(random.nextInt(2_000));
      List<Part> parts = WeightedSplit.of(whole, weights, carried);
      long sum = parts.stream().mapToLong(part -> part.amount().fen()).sum();
      assertThat(sum).as("seed %d, year %d", seed, year).isEqualTo(whole.fen());
      assertThat(parts)
          .as("seed %d, year %d", seed, year)
          .allMatch(part -> part.amount().fen() >= 0);
      // As a roster of a new version would: only so many versions, so that fractions stay readable.
      carried = year % 20 == 19 ? new HashMap<>() : with(carried, parts);
    }
  }

  private static Map<String, Rational> with(Map<String, Rational> before, List<Part> parts) {
    Map<String, Rational> after = new HashMap<>(before);
    after.putAll(carries(parts));
    return after;
  }

  private static Map<String, Rational> carries(List<Part> parts) {
    Map<String, Rational> carried = new HashMap<>();
    parts.forEach(part -> carried.put(part.member(), part.carry()));
    return carried;
  }

  private static List<String> weights(Rule rule) {
    return AllotmentBasis.weights(new FixedRoster(ROSTER, "", rule, FAMILIES)).stream()
        .map(weight -> weight.member() + " " + weight.weight())
        .toList();
  }

  private static SharingTerms terms(List<Weight> weights) {
    int all = weights.stream().mapToInt(weight -> (int) weight.weight()).sum();
    return new SharingTerms(
        weights.stream().map(it -> new Payee(it.member(), "", Principle.VILLAGERS)).toList(),
        List.of(
            new Waterfall(Income.REVENUE, weights.stream().map(it -> fraction(it, all)).toList())));
  }

  private static Step fraction(Weight weight, int all) {
    return new Step(
        new Taker.One(weight.member()),
        new Measure.Fraction((int) weight.weight(), all),
        Money.ZERO,
        Optional.empty());
  }
}
