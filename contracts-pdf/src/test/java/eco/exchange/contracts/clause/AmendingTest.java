package eco.exchange.contracts.clause;

import static eco.exchange.contracts.SampleAmendments.FROM;
import static eco.exchange.contracts.SampleAmendments.badongAmended;
import static eco.exchange.contracts.SampleDeals.AWARDED;
import static eco.exchange.contracts.SampleDeals.OFFICE;
import static eco.exchange.contracts.SampleDeals.badong;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.contracts.SampleAmendments;
import eco.exchange.contracts.SampleDeals;
import eco.exchange.contracts.deal.AmendmentLink;
import eco.exchange.contracts.deal.AmendmentLink.OwnersDecision;
import eco.exchange.contracts.deal.AmendmentLink.Vote;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DealCheck;
import eco.exchange.contracts.deal.DealFault.Code;
import eco.exchange.contracts.deal.DealJson;
import eco.exchange.contracts.deal.DrawnDeal;
import eco.exchange.market.OwnershipClass;
import eco.exchange.money.Percentage;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.TermsJson;
import eco.exchange.sharing.Waterfall;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An amendment changes how incomes of coming years are shared, and nothing else. */
class AmendingTest {

  private static final SharingTerms BEFORE = badong().terms();
  private static final SharingTerms AFTER = SampleAmendments.terms(BEFORE, "25");

  @ParameterizedTest
  @EnumSource
  void an_amendment_that_is_decided_as_it_must_be_has_no_fault(OwnershipClass owner) {
    assertThat(DealCheck.faultsOf(SampleAmendments.amended(owner))).isEmpty();
  }

  @Test
  void it_is_chained_to_the_version_before_by_both_hashes() {
    AmendmentLink first = badongAmended().amends().orElseThrow();
    AmendmentLink second = SampleAmendments.badongAmendedTwice().amends().orElseThrow();

    assertThat(first.original()).isEqualTo(badong().contract());
    assertThat(first.dealHash()).isEqualTo(DealJson.hash(badong()));
    assertThat(second.original()).isEqualTo(badong().contract());
    assertThat(second.previous()).isEqualTo(badongAmended().contract());
    assertThat(second.dealHash()).isEqualTo(DealJson.hash(badongAmended()));
    assertThat(TermsJson.hash(second.terms())).isEqualTo(TermsJson.hash(AFTER));
  }

  @Test
  void a_contract_that_amends_nothing_is_written_as_before() {
    String json = json(new DrawnDeal(badong(), OFFICE, AWARDED));

    assertThat(json).doesNotContain("amends");
    assertThat(DealJson.read(json, List.of(BEFORE)).deal()).isEqualTo(badong());
  }

  @Test
  void an_amendment_is_read_back_with_the_terms_of_both_versions() {
    DrawnDeal drawn = new DrawnDeal(badongAmended(), OFFICE, AWARDED);

    assertThat(DealJson.read(json(drawn), List.of(BEFORE, AFTER))).isEqualTo(drawn);
  }

  @Test
  void it_begins_with_a_year() {
    assertThat(faults(SampleAmendments.amended(badong(), AFTER, FROM.plusDays(1))))
        .containsExactly("NOT_FROM_NEW_YEAR");
  }

  @Test
  void terms_that_stay_as_they_are_are_no_amendment() {
    assertThat(faults(SampleAmendments.amended(badong(), BEFORE, FROM)))
        .containsExactly("NOTHING_CHANGED");
  }

  @Test
  void the_price_is_shared_as_was_agreed_when_it_was_bid() {
    Waterfall price =
        new Waterfall(
            Income.PRICE,
            List.of(
                Step.percent("watershed", Percentage.parse("50")),
                Step.percent("owner", Percentage.parse("35")),
                Step.remainder("investor")));
    SharingTerms terms =
        new SharingTerms(AFTER.payees(), List.of(price, AFTER.waterfall(Income.REVENUE)));

    assertThat(faults(SampleAmendments.amended(badong(), terms, FROM)))
        .containsExactly("PRICE_CHANGED");
  }

  @Test
  void nobody_who_was_paid_is_left_out_or_named_otherwise() {
    List<Payee> payees = new ArrayList<>(AFTER.payees());
    payees.set(2, new Payee("owner", "别的所有权人", payees.get(2).principle()));

    assertThat(
            faults(
                SampleAmendments.amended(
                    badong(), new SharingTerms(payees, AFTER.waterfalls()), FROM)))
        .containsExactly("PAYEE_LEFT_OUT");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-10-01, 2027-10-11, 312, 208, 208, ''",
    "2027-10-02, 2027-10-11, 312, 208, 208, ANNOUNCED_TOO_LATE",
    "2027-10-01, 2027-10-11, 312, 207, 207, TOO_FEW_PRESENT TOO_FEW_IN_FAVOUR",
    "2027-10-01, 2027-10-11, 312, 260, 207, TOO_FEW_IN_FAVOUR",
    "2027-10-01, 2027-10-11, 312, 208, 209, VOTE_SENSELESS",
    "2027-10-01, 2027-10-11, 0, 0, 0, VOTE_SENSELESS",
    "2027-12-01, 2028-01-01, 312, 260, 231, VOTE_SENSELESS",
  })
  void two_thirds_of_all_members_must_have_come_and_agreed(
      LocalDate announced, LocalDate held, int members, int present, int inFavour, String told) {
    Vote vote = new Vote(announced, held, members, present, inFavour);
    OwnersDecision decision = decision(Optional.of(vote));

    assertThat(String.join(" ", faults(decided(OwnershipClass.COLLECTIVE, decision))))
        .isEqualTo(told);
  }

  @Test
  void what_belongs_to_a_collective_or_the_state_is_not_amended_without_a_decision() {
    assertThat(faults(undecided(OwnershipClass.COLLECTIVE)))
        .containsExactly("DECISION_MISSING", "VOTE_MISSING");
    assertThat(faults(undecided(OwnershipClass.STATE))).containsExactly("DECISION_MISSING");
    assertThat(faults(undecided(OwnershipClass.INDIVIDUAL))).isEmpty();
    assertThat(faults(decided(OwnershipClass.COLLECTIVE, decision(Optional.empty()))))
        .containsExactly("VOTE_MISSING");
    assertThat(
            faults(
                decided(
                    OwnershipClass.STATE,
                    new OwnersDecision("批复", "not a hash", Optional.empty()))))
        .containsExactly("DECISION_MISSING");
  }

  private static OwnersDecision decision(Optional<Vote> vote) {
    return new OwnersDecision("成员大会决议", SampleAmendments.DECISION_HASH, vote);
  }

  private static Deal undecided(OwnershipClass owner) {
    return SampleAmendments.amended(
        SampleDeals.withOwner(badong(), owner), AFTER, Optional.empty());
  }

  private static Deal decided(OwnershipClass owner, OwnersDecision decision) {
    return SampleAmendments.amended(
        SampleDeals.withOwner(badong(), owner), AFTER, Optional.of(decision));
  }

  private static List<String> faults(Deal deal) {
    return DealCheck.faultsOf(deal).stream()
        .peek(fault -> assertThat(fault.code()).isEqualTo(Code.AMENDMENT))
        .map(fault -> fault.detail().replaceAll(":.*", ""))
        .toList();
  }

  private static String json(DrawnDeal drawn) {
    return DealJson.write(drawn, Clauses.templateOf(drawn));
  }
}
