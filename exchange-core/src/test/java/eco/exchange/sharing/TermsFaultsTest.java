package eco.exchange.sharing;

import static eco.exchange.sharing.ExampleTerms.percent;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.sharing.TermsFault.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TermsFaultsTest {

  static final List<Payee> PAYEES = ExampleTerms.operatingRight().payees();
  static final Step REST = Step.remainder("transferee");
  static final Percentage TEN = Percentage.parse("10");

  @Test
  void terms_that_a_contract_may_be_drawn_from_have_no_fault() {
    assertThat(TermsCheck.faultsOf(ExampleTerms.operatingRight())).isEmpty();
    assertThat(TermsCheck.faultsOf(ExampleTerms.withFixedRent("1.00"))).isEmpty();
  }

  @Test
  void shares_that_do_not_reach_the_whole_are_told_with_the_figure() {
    assertThat(revenue(percent("watershed", "15"), percent("investor", "84.9999")))
        .contains(
            new TermsFault(Code.WHOLE_NOT_REACHED, "REVENUE gives 99.9999 % and no remainder"));
  }

  @Test
  void shares_that_pass_the_whole_are_told_with_the_figure() {
    assertThat(revenue(percent("watershed", "60"), percent("investor", "60")))
        .contains(new TermsFault(Code.WHOLE_PASSED, "REVENUE gives 120 %"));
  }

  @Test
  void every_fault_is_told_at_once_in_one_order() {
    SharingTerms terms =
        new SharingTerms(
            List.of(
                new Payee("a", "甲", Principle.OWNS),
                new Payee("a", "乙", Principle.INVESTS),
                new Payee("idle", "丙", Principle.COLLECTIVE)),
            List.of(
                new Waterfall(
                    Income.REVENUE,
                    List.of(
                        Step.remainder("stranger"),
                        percent("a", "0"),
                        Step.group("空", Percentage.parse("150".substring(1)), List.of())))));
    assertThat(TermsCheck.faultsOf(terms))
        .extracting(TermsFault::code)
        .containsExactly(
            Code.PAYEE_TWICE,
            Code.PAYEE_UNKNOWN,
            Code.PAYEE_UNPAID,
            Code.INCOME_NOT_SHARED_ONCE,
            Code.STEPS_MISSING,
            Code.STEP_NOT_POSITIVE,
            Code.REMAINDER_NOT_LAST,
            Code.WHOLE_NOT_REACHED,
            Code.WHOLE_NOT_REACHED);
  }

  @Test
  void five_hundred_are_paid_by_one_contract_and_no_more() {
    assertThat(TermsCheck.faultsOf(ExampleTerms.ofManyVillages(500))).isEmpty();
    assertThat(TermsCheck.faultsOf(ExampleTerms.ofManyVillages(501)))
        .extracting(TermsFault::code)
        .containsExactly(Code.TOO_LARGE);
  }

  @Test
  void a_bottomless_nest_of_groups_is_a_fault_and_not_a_crash() {
    Step nest = percent("watershed", "100");
    for (int depth = 0; depth < 1_000; depth++) {
      nest = Step.group("层", Percentage.WHOLE, List.of(nest));
    }
    assertThat(revenue(nest)).extracting(TermsFault::code).contains(Code.TOO_LARGE);
  }

  @Test
  void each_fault_of_a_step_has_its_own_code() {
    Step half = percent("watershed", "50");
    Taker owner = new Taker.One("township");
    assertThat(codes(half, new Step(owner, new Measure.Fraction(1, 0)), REST))
        .containsExactly(Code.FRACTION_OF_NOUGHT);
    assertThat(codes(half, new Step(owner, tiers("0", "10", "0", "20")), REST))
        .containsExactly(Code.TIERS_NOT_RISING);
    assertThat(codes(half, new Step(owner, tiers("1", "10")), REST))
        .containsExactly(Code.TIERS_NOT_RISING);
    assertThat(codes(half, percent("township", "5").atLeast(yuan("9")).atMost(yuan("8")), REST))
        .containsExactly(Code.BOUNDS_SENSELESS);
    assertThat(codes(half, REST.atLeast(yuan("9")))).contains(Code.BOUNDS_SENSELESS);
    assertThat(codes(half, new Step(owner, new Measure.Owed()), REST))
        .containsExactly(Code.PLEDGE_UNCLEAR);
    assertThat(codes(half, recoup("0", Step.remainder("township")), REST))
        .containsExactly(Code.STEP_NOT_POSITIVE);
  }

  /**
   * Whoever adds a measure names one that is as large, and one that is as wrong, as can be read.
   */
  @Test
  void a_huge_or_faulty_measure_is_a_fault_and_not_a_crash() {
    Money huge = Money.yuan("999999999999999.99");
    List<Measure> extremes =
        List.of(
            new Measure.Fixed(huge),
            new Measure.Percent(Percentage.WHOLE),
            new Measure.Rising(Percentage.WHOLE, Integer.MAX_VALUE, Percentage.WHOLE),
            new Measure.Rising(Percentage.WHOLE, Integer.MIN_VALUE, Percentage.WHOLE),
            new Measure.Fraction(Integer.MAX_VALUE, 1),
            new Measure.Fraction(Integer.MIN_VALUE, Integer.MIN_VALUE),
            new Measure.Tiers(List.of()),
            new Measure.Tiers(List.of(new Measure.Tier(huge, Percentage.WHOLE))),
            new Measure.Owed(),
            new Measure.Rest());
    assertThat(extremes.stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(Measure.class.getPermittedSubclasses());
    for (Measure measure : extremes) {
      Step one = new Step(new Taker.One("watershed"), measure);
      Step around = new Step(new Taker.Group("组", List.of(one, one.atLeast(huge))), measure);
      assertThat(codes(one, around.atMost(yuan("1")), one)).as("%s", measure).isNotEmpty();
    }
  }

  @Test
  void the_whole_is_neither_passed_nor_missed_in_any_band_and_under_any_bound() {
    Step owner = new Step(new Taker.One("township"), tiers("0", "10", "1000", "60"));
    assertThat(revenue(percent("watershed", "50"), owner, REST))
        .contains(new TermsFault(Code.WHOLE_PASSED, "REVENUE gives 110 % from CNY 1000.00"));
    assertThat(revenue(percent("watershed", "40"), owner))
        .contains(new TermsFault(Code.WHOLE_NOT_REACHED, "REVENUE gives 50 % and no remainder"));
    // Shares that move against each other reach the whole in every band.
    Step other = new Step(new Taker.One("township"), tiers("0", "70", "1000", "30"));
    Step against = new Step(new Taker.One("watershed"), tiers("0", "30", "1000", "70"));
    assertThat(codes(other, against)).isEmpty();
    assertThat(codes(percent("watershed", "60"), percent("township", "40").atMost(yuan("9"))))
        .containsExactly(Code.WHOLE_NOT_REACHED);
    assertThat(codes(percent("watershed", "60"), percent("township", "40").atLeast(yuan("9"))))
        .containsExactly(Code.WHOLE_PASSED);
    Measure rising = new Measure.Rising(Percentage.parse("60"), 1_000, Percentage.parse("30"));
    assertThat(codes(new Step(new Taker.One("watershed"), rising), percent("township", "20"), REST))
        .containsExactly(Code.WHOLE_PASSED);
    assertThat(codes(percent("watershed", "50"), recoup("9", percent("township", "99")), REST))
        .containsExactly(Code.WHOLE_NOT_REACHED);
  }

  @Test
  void floors_within_a_group_must_fit_into_what_the_group_can_get() {
    Step promised = percent("township", "50").atLeast(yuan("700"));
    Step capped =
        Step.group("组", TEN, List.of(promised, Step.remainder("investor"))).atMost(yuan("699.99"));
    assertThat(codes(percent("watershed", "50"), capped, REST))
        .containsExactly(Code.FLOORS_PASS_WHOLE);
    assertThat(codes(percent("watershed", "50"), capped.atMost(yuan("700")), REST)).isEmpty();
  }

  @Test
  void a_collective_keeps_the_law() {
    assertThat(codes(percent("watershed", "5"), layer(percent("collective", "29.9999")), REST))
        .containsExactly(Code.FUNDS_TOO_LOW);
    assertThat(codes(percent("watershed", "5"), layer(percent("collective", "30")), REST))
        .isEmpty();
    // What comes after the members is not set aside before them.
    assertThat(
            codes(
                percent("watershed", "5"),
                layer(percent("villagers", "10"), percent("collective", "40")),
                REST))
        .containsExactly(Code.FUNDS_TOO_LOW);
    List<Payee> payees = new ArrayList<>(PAYEES);
    payees.add(new Payee("home", "承包农户", Principle.HOUSEHOLD));
    Step layer = layer(percent("collective", "30"), percent("home", "10"));
    assertThat(TermsCheck.faultsOf(terms(payees, percent("watershed", "5"), layer, REST)))
        .extracting(TermsFault::code)
        .contains(Code.HOUSEHOLD_IN_COLLECTIVE);
  }

  @Test
  void a_household_that_owns_is_an_owner_and_a_pledgee_gets_nothing_but_its_due() {
    List<Payee> payees = new ArrayList<>(PAYEES);
    payees.set(2, new Payee("township", "承包农户", Principle.HOUSEHOLD));
    payees.add(new Payee("bank", "银行", Principle.PLEDGEE));
    Step pledge = new Step(new Taker.One("bank"), new Measure.Owed());
    assertThat(codesOf(terms(payees, pledge, percent("watershed", "5"), REST))).isEmpty();
    assertThat(codesOf(terms(payees, percent("bank", "5"), percent("watershed", "5"), REST)))
        .containsExactly(Code.PLEDGE_UNCLEAR);
  }

  @Test
  void huge_amounts_and_fractions_that_nobody_could_read_are_faults_and_no_crash() {
    Money huge = new Money(Long.MAX_VALUE);
    Step group =
        Step.group(
                "组",
                TEN,
                List.of(Step.fixed("township", huge), percent("township", "1").atLeast(huge), REST))
            .atMost(yuan("1"));
    assertThat(codes(percent("watershed", "5"), group, REST))
        .containsExactly(Code.FLOORS_PASS_WHOLE);
    Step[] primes =
        IntStream.of(10_007, 10_009, 10_037, 10_039)
            .mapToObj(prime -> new Step(new Taker.One("watershed"), new Measure.Fraction(1, prime)))
            .toArray(Step[]::new);
    List<Step> steps = new ArrayList<>(List.of(primes));
    steps.add(REST);
    assertThat(codes(steps.toArray(Step[]::new))).containsExactly(Code.TOO_LARGE);
  }

  private static List<TermsFault> revenue(Step... steps) {
    return TermsCheck.faultsOf(terms(PAYEES, steps));
  }

  private static SharingTerms terms(List<Payee> payees, Step... steps) {
    Waterfall price = new Waterfall(Income.PRICE, List.of(percent("watershed", "100")));
    return new SharingTerms(payees, List.of(price, new Waterfall(Income.REVENUE, List.of(steps))));
  }

  /** The codes of a revenue's faults, but for those of payees whom these few steps do not pay. */
  private static List<Code> codes(Step... steps) {
    return codesOf(terms(PAYEES, steps));
  }

  private static List<Code> codesOf(SharingTerms terms) {
    return TermsCheck.faultsOf(terms).stream()
        .map(TermsFault::code)
        .filter(code -> code != Code.PAYEE_UNPAID)
        .toList();
  }

  private static Step recoup(String until, Step then) {
    return new Step(
        new Taker.Recoup("investor", yuan(until), List.of(then)), new Measure.Percent(TEN));
  }

  private static Step layer(Step... steps) {
    List<Step> all = new ArrayList<>(List.of(steps));
    all.add(Step.remainder("villagers"));
    Taker.Roster roster = new Taker.Roster(Taker.Roster.Rule.PER_HEAD, LocalDate.of(2026, 12, 31));
    return new Step(new Taker.Collective("村", roster, all), new Measure.Percent(TEN));
  }

  private static Measure tiers(String... fromAndPercent) {
    List<Measure.Tier> tiers = new ArrayList<>();
    for (int i = 0; i < fromAndPercent.length; i += 2) {
      tiers.add(new Measure.Tier(yuan(fromAndPercent[i]), Percentage.parse(fromAndPercent[i + 1])));
    }
    return new Measure.Tiers(tiers);
  }

  private static Money yuan(String amount) {
    return Money.yuan(amount);
  }
}
