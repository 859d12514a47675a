package eco.exchange.sharing;

import static eco.exchange.sharing.ExampleTerms.percent;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.sharing.Distribution.Part;
import eco.exchange.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BiddingForAShareTest {

  private static final Money NO_RENT = Money.ZERO;
  private static final Percentage TEN = Percentage.parse("10");
  private static final Percentage FORTY = Percentage.parse("39.9999");

  /** 15 % watershed, 20 % investor, 10 % owner, 25 % a group, and the operator takes the rest. */
  private static final SharingTerms TERMS = ExampleTerms.operatingRight();

  @Test
  void what_was_bid_goes_to_the_owner_at_the_cost_of_the_operator_alone() {
    SharingTerms bid = RevenueBid.into(TERMS, Money.yuan("5000"), Percentage.parse("22.5"));

    assertThat(paid(bid, "100000"))
        .isEqualTo(
            Map.of(
                "watershed", "15000.00",
                "investor", "20000.00",
                "township", "27500.00",
                "collective", "7500.00",
                "villagers", "17500.00",
                "transferee", "12500.00"));
    assertThat(bid.waterfall(Income.PRICE)).isEqualTo(TERMS.waterfall(Income.PRICE));
    assertThat(bid.payees()).isEqualTo(TERMS.payees());
  }

  @Test
  void the_rent_is_paid_before_the_owners_share_in_a_year_that_brings_little() {
    SharingTerms bid = RevenueBid.into(TERMS, Money.yuan("800"), TEN);

    assertThat(paid(bid, "1000")).containsEntry("township", "650.00");
    assertThat(paid(bid, "1000")).containsEntry("transferee", "0.00");
  }

  @Test
  void the_least_bid_leaves_the_terms_as_they_are() {
    assertThat(RevenueBid.into(TERMS, NO_RENT, TEN)).isEqualTo(TERMS);
    SharingTerms rented = RevenueBid.into(TERMS, Money.yuan("800"), TEN);
    assertThat(RevenueBid.into(rented, Money.yuan("800"), TEN)).isEqualTo(rented);
    assertThat(RevenueBid.into(rented, NO_RENT, TEN)).isEqualTo(TERMS);
  }

  @Test
  void for_every_lawful_bid_the_parts_make_the_whole_and_the_terms_have_no_fault() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    assertThat(RevenueBid.faultsOf(TERMS, NO_RENT, TEN, FORTY)).isEmpty();
    for (int ppm = TEN.ppm(); ppm <= FORTY.ppm(); ppm += 1 + random.nextInt(200)) {
      Money rent = new Money(random.nextInt(3) * random.nextLong(10_000_000));
      SharingTerms bid = RevenueBid.into(TERMS, rent, new Percentage(ppm));
      Money whole = new Money(random.nextLong(100_000_000));

      assertThat(TermsCheck.faultsOf(bid)).as("seed %d", seed).isEmpty();
      Money sum =
          bid.distribute(Income.REVENUE, whole, DistributionBasis.NONE).parts().stream()
              .map(Part::amount)
              .reduce(Money.ZERO, Money::plus);
      assertThat(sum).as("seed %d", seed).isEqualTo(whole);
    }
    assertThat(TermsCheck.faultsOf(RevenueBid.into(TERMS, Money.yuan("1"), FORTY))).isEmpty();
  }

  @Test
  void the_greatest_share_leaves_the_others_what_is_theirs() {
    assertThat(codes(RevenueBid.faultsOf(TERMS, NO_RENT, TEN, Percentage.parse("40"))))
        .containsExactly("WHOLE_PASSED");
  }

  @Test
  void the_terms_state_the_least_rent_and_share_of_one_owner() {
    assertThat(codes(RevenueBid.faultsOf(TERMS, NO_RENT, Percentage.parse("9"), FORTY)))
        .containsExactly("BID_PART_UNCLEAR");
    assertThat(codes(RevenueBid.faultsOf(TERMS, Money.yuan("1"), TEN, FORTY)))
        .containsExactly("BID_PART_UNCLEAR");
    assertThat(
            RevenueBid.faultsOf(
                RevenueBid.into(TERMS, Money.yuan("1"), TEN), Money.yuan("1"), TEN, FORTY))
        .isEmpty();

    List<Payee> twoOwners = new ArrayList<>(TERMS.payees());
    twoOwners.set(1, new Payee("investor", "投资方", Principle.OWNS));
    twoOwners.add(new Payee("third", "投资方", Principle.INVESTS));
    assertThat(codes(revenue(twoOwners, steps(percent("third", "1")))))
        .containsExactly("BID_PART_UNCLEAR");
  }

  @Test
  void what_a_year_leaves_is_what_the_others_have_not_been_given() {
    assertThat(RevenueBid.left(TERMS, List.of(Money.yuan("100000"), NO_RENT, new Money(3))))
        .containsExactly(Money.yuan("40000"), NO_RENT, new Money(1));
    List<Step> feeFirst = steps(Step.fixed("investor", Money.yuan("70000")));
    SharingTerms terms =
        new SharingTerms(
            TERMS.payees(),
            List.of(TERMS.waterfall(Income.PRICE), new Waterfall(Income.REVENUE, feeFirst)));
    assertThat(RevenueBid.left(terms, List.of(Money.yuan("100000")))).containsExactly(NO_RENT);
  }

  @Test
  void a_refusal_speaks_of_steps_in_words() {
    List<TermsFault> faults =
        RevenueBid.faultsOf(TERMS, Money.yuan("1"), Percentage.parse("7.25"), FORTY);
    assertThat(faults)
        .extracting(TermsFault::detail)
        .containsExactly(
            "the revenue pays 'township' by these steps alone: CNY 1.00, then 7.25 % of the whole");
  }

  @Test
  void the_owner_is_paid_in_no_group_and_whoever_operates_takes_the_rest() {
    Step group =
        Step.group("一组", TEN, List.of(percent("township", "50"), Step.remainder("villagers")));
    assertThat(codes(revenue(TERMS.payees(), steps(group)))).containsExactly("BID_PART_UNCLEAR");

    List<Step> villagersLast = new ArrayList<>(steps());
    villagersLast.set(villagersLast.size() - 1, percent("transferee", "1"));
    villagersLast.add(Step.remainder("villagers"));
    assertThat(codes(revenue(TERMS.payees(), villagersLast))).containsExactly("BID_PART_UNCLEAR");
  }

  @Test
  void terms_with_faults_of_their_own_are_told_of_those_alone() {
    SharingTerms faulty = new SharingTerms(List.of(), TERMS.waterfalls());
    assertThat(RevenueBid.faultsOf(faulty, NO_RENT, TEN, FORTY)).isEmpty();
  }

  private static List<Step> steps(Step... more) {
    List<Step> steps = new ArrayList<>(List.of(more));
    steps.addAll(TERMS.waterfall(Income.REVENUE).steps());
    return steps;
  }

  private static List<TermsFault> revenue(List<Payee> payees, List<Step> steps) {
    SharingTerms terms =
        new SharingTerms(
            payees, List.of(TERMS.waterfall(Income.PRICE), new Waterfall(Income.REVENUE, steps)));
    assertThat(TermsCheck.faultsOf(terms)).isEmpty();
    return RevenueBid.faultsOf(terms, NO_RENT, TEN, Percentage.parse("20"));
  }

  private static List<String> codes(List<TermsFault> faults) {
    return faults.stream().map(fault -> fault.code().name()).toList();
  }

  private static Map<String, String> paid(SharingTerms terms, String yuan) {
    return terms
        .distribute(Income.REVENUE, Money.yuan(yuan), DistributionBasis.NONE)
        .parts()
        .stream()
        .collect(Collectors.toMap(Part::payee, part -> part.amount().decimal()));
  }
}
