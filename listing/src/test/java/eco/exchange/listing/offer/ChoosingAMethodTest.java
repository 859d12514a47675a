package eco.exchange.listing.offer;

import static eco.exchange.listing.offer.Market.APPRAISER;
import static eco.exchange.listing.offer.Market.MORNING;
import static eco.exchange.listing.offer.Market.OFFICER_MA;
import static eco.exchange.listing.offer.Market.RULEBOOK;
import static eco.exchange.listing.offer.Market.SHENGZE;
import static eco.exchange.listing.offer.Market.TODAY;
import static eco.exchange.money.Money.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.listing.catalogue.AppraisalView;
import eco.exchange.listing.catalogue.Catalogues;
import eco.exchange.listing.catalogue.ProductView;
import eco.exchange.listing.catalogue.TitleStanding;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.MethodTerms.Descending;
import eco.exchange.method.MethodTerms.English;
import eco.exchange.method.MethodTerms.ListingThenTimed;
import eco.exchange.method.MethodTerms.Negotiated;
import eco.exchange.method.MethodTerms.PriceTime;
import eco.exchange.method.MethodTerms.Scoring;
import eco.exchange.method.MethodTerms.ShareOfRevenue;
import eco.exchange.method.MethodTerms.Tender;
import eco.exchange.method.MethodTerms.Weighted;
import eco.exchange.method.TradeMethod;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.RevenueBid;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.Waterfall;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each trade method must be told, and within which limits. */
class ChoosingAMethodTest {

  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private final ProductView product =
      Catalogues.entered(Market.carbonSink(), SHENGZE, MORNING)
          .judged(TitleStanding.CONFIRMED, Optional.empty(), OFFICER_MA.account());
  private final AppraisalView appraisal =
      AppraisalView.of(Market.appraisal(product.id()), APPRAISER, MORNING);
  private Drafting draft = new Drafting(Market.offer(product.id(), appraisal.id()));

  @Test
  void rising_bids_are_quiet_for_five_minutes_at_least() {
    assertThat(faults(english(FIVE_MINUTES))).isEmpty();
    assertThat(faults(english(FIVE_MINUTES.plusMillis(1)))).isEmpty();
    assertThat(faults(english(FIVE_MINUTES.minusMillis(1)))).containsExactly("METHOD_LIMIT_BROKEN");
    assertThat(faults(english(Duration.ZERO))).containsExactly("METHOD_TERMS_FAULTY");
    assertThat(faults(english(Duration.ofSeconds(Long.MAX_VALUE))))
        .containsExactly("METHOD_TERMS_FAULTY");
    assertThat(faults(english(FIVE_MINUTES.plusNanos(1)))).containsExactly("METHOD_TERMS_FAULTY");
  }

  @Test
  void timed_bidding_leaves_time_to_answer_and_keeps_the_floor_secret_for_long() {
    assertThat(faults(new ListingThenTimed(FIVE_MINUTES, FIVE_MINUTES, HALF_AN_HOUR))).isEmpty();
    Duration less = FIVE_MINUTES.minusSeconds(1);
    assertThat(faults(new ListingThenTimed(less, less, HALF_AN_HOUR.plusSeconds(1))))
        .containsExactly("METHOD_LIMIT_BROKEN", "METHOD_LIMIT_BROKEN", "METHOD_LIMIT_BROKEN");
  }

  @Test
  void an_offer_is_corrected_twice_at_most() {
    assertThat(faults(new PriceTime(0))).isEmpty();
    assertThat(faults(new PriceTime(2))).isEmpty();
    assertThat(faults(new PriceTime(3))).containsExactly("METHOD_TERMS_FAULTY");
  }

  @Test
  void weights_make_the_whole_and_a_tender_needs_three_bidders_and_takes_two_per_cent() {
    Scoring half = new Scoring(Percentage.parse("50"), List.of());
    Scoring whole = new Scoring(Percentage.WHOLE, List.of());
    assertThat(faults(new Weighted(half))).containsExactly("METHOD_TERMS_FAULTY");
    assertThat(faults(new Weighted(whole))).isEmpty();

    assertThat(faults(new Tender(3, whole))).containsExactly("DEPOSIT_OVER_CAP");
    draft.amounts(yuan("1080000"), yuan("6000"), yuan("21600"));
    assertThat(faults(new Tender(3, whole))).isEmpty();
    assertThat(faults(new Tender(2, half)))
        .containsExactly("METHOD_TERMS_FAULTY", "METHOD_TERMS_FAULTY");
  }

  @Test
  void a_falling_price_comes_to_the_reserve_by_whole_increments() {
    assertThat(faults(falling("1086000", "PT1M"))).isEmpty();
    assertThat(faults(falling("1086000.01", "PT1M"))).containsExactly("START_OFF_GRID");
    assertThat(faults(falling("1080000", "PT1M"))).containsExactly("START_OFF_GRID");
    assertThat(faults(falling("1074000", "PT1M"))).containsExactly("START_OFF_GRID");
  }

  @Test
  void a_price_falls_for_thirty_days_at_most_with_the_last_price() {
    assertThat(faults(falling("1254000", "P1D"))).isEmpty();
    assertThat(faults(falling("1260000", "P1D"))).containsExactly("METHOD_LIMIT_BROKEN");
    draft.amounts(yuan("1080000"), new Money(1), yuan("216000"));
    assertThat(faults(falling("90000000000", "P60D")))
        .containsExactly("INCREMENT_OUT_OF_BOUNDS", "METHOD_LIMIT_BROKEN");
  }

  @Test
  void without_an_increment_a_falling_price_is_told_so_and_breaks_nothing() {
    draft.amounts(yuan("1080000"), Money.ZERO, yuan("216000"));
    assertThat(faults(falling("1086000", "PT1M"))).containsExactly("INCREMENT_NOT_POSITIVE");
  }

  @Test
  void a_sale_by_agreement_is_approved_in_a_document_of_its_own() {
    assertThat(faults(new Negotiated())).containsExactly("AGREEMENT_NOT_APPROVED");
    draft.approval("彭政函〔2025〕12号");
    assertThat(faults(new Negotiated())).containsExactly("AGREEMENT_NOT_APPROVED");
    draft.approval("彭政函〔2025〕99号");
    assertThat(faults(new Negotiated())).isEmpty();
  }

  @Test
  void the_five_minute_rule_cannot_be_switched_off() {
    assertThat(faults(new English(FIVE_MINUTES, Optional.of(Duration.ofMillis(1)))))
        .containsExactly("METHOD_LIMIT_BROKEN");
    Duration day = Duration.ofHours(24);
    assertThat(faults(new English(FIVE_MINUTES, Optional.of(day.minusMillis(1)))))
        .containsExactly("METHOD_LIMIT_BROKEN");
    assertThat(faults(new English(FIVE_MINUTES, Optional.of(day)))).isEmpty();
  }

  @Test
  void no_quiet_time_lasts_for_ever_and_no_price_falls_faster_than_one_can_take_it() {
    assertThat(faults(english(HALF_AN_HOUR))).isEmpty();
    assertThat(faults(english(HALF_AN_HOUR.plusMillis(1)))).containsExactly("METHOD_LIMIT_BROKEN");
    Duration instant = Duration.ofMillis(1);
    Money start = yuan("1086000");
    assertThat(faults(new Descending(start, instant, instant, instant)))
        .containsExactly("METHOD_LIMIT_BROKEN", "METHOD_LIMIT_BROKEN", "METHOD_LIMIT_BROKEN");
    assertThat(faults(new Descending(start, Duration.ofMinutes(1), HALF_AN_HOUR, FIVE_MINUTES)))
        .isEmpty();
  }

  @Test
  void an_increment_shuts_nobody_out_and_a_reserve_is_no_sham() {
    draft.amounts(yuan("1080000"), yuan("216000"), yuan("216000"));
    assertThat(faults(english(FIVE_MINUTES))).isEmpty();
    draft.amounts(yuan("1080000"), yuan("216000.01"), yuan("216000"));
    assertThat(faults(english(FIVE_MINUTES))).containsExactly("INCREMENT_OUT_OF_BOUNDS");
    draft.amounts(yuan("1080000"), yuan("108"), yuan("216000"));
    assertThat(faults(english(FIVE_MINUTES))).isEmpty();
    draft.amounts(yuan("1080000"), yuan("107.99"), yuan("216000"));
    assertThat(faults(english(FIVE_MINUTES))).containsExactly("INCREMENT_OUT_OF_BOUNDS");
    draft.amounts(yuan("10800000"), yuan("6000"), yuan("216000"));
    assertThat(faults(english(FIVE_MINUTES))).isEmpty();
    draft.amounts(yuan("10800000.01"), yuan("6000"), yuan("216000"));
    assertThat(faults(english(FIVE_MINUTES))).containsExactly("RESERVE_OVER_APPRAISAL");
  }

  @Test
  void a_deal_that_gives_all_to_the_watershed_needs_a_document_and_no_invented_payee() {
    SharingTerms all =
        new SharingTerms(
            Market.TERMS.payees().subList(0, 1),
            List.of(
                new Waterfall(Income.PRICE, List.of(Step.remainder("watershed"))),
                new Waterfall(Income.REVENUE, List.of(Step.remainder("watershed")))));
    draft.terms(all);
    assertThat(faults(english(FIVE_MINUTES)))
        .containsExactly("SHARING_NOT_APPROVED", "SHARING_NOT_APPROVED", "SHARING_NOT_APPROVED");
    draft.approval("彭政函〔2025〕12号");
    assertThat(faults(english(FIVE_MINUTES))).as("the decision itself").hasSize(3);
    draft.approval("彭政函〔2025〕99号");
    assertThat(faults(english(FIVE_MINUTES))).isEmpty();
  }

  @Test
  void a_pure_sale_that_gives_all_cash_to_the_villagers_can_be_said_with_a_document() {
    draft.terms(
        new SharingTerms(
            List.of(new Payee("villagers", "村民", Principle.VILLAGERS)),
            List.of(new Waterfall(Income.PRICE, List.of(Step.remainder("villagers"))))));
    assertThat(faults(english(FIVE_MINUTES))).hasSize(5);
    draft.approval("彭政函〔2025〕99号");
    assertThat(faults(english(FIVE_MINUTES))).isEmpty();
  }

  @Test
  void the_least_bid_is_one_that_each_expected_year_can_carry() {
    draft.terms(shared("10", "80", "4500.00"));
    assertThat(faults(share("10", "14.9999", 20, "4500.00"))).isEmpty();
    draft.terms(shared("10", "80", "4500.01"));
    assertThat(faults(share("10", "14.9999", 20, "4500.01"))).containsExactly("LEAST_BID_TOO_HIGH");
  }

  @Test
  void the_notice_tells_what_each_expected_year_leaves_for_a_bid() {
    draft.terms(shared("10", "80"));
    assertThat(draft.how(share("10", "14.9999", 20)).done().disclosedHow())
        .isEqualTo(
            ((ShareOfRevenue) share("10", "14.9999", 20))
                .leaving(Collections.nCopies(20, yuan("13500"))));
  }

  @Test
  void a_share_is_bid_for_every_year_of_the_right_and_can_be_paid() {
    draft.terms(shared("10", "80"));
    assertThat(faults(share("10", "14.9999", 20))).isEmpty();
    assertThat(faults(share("10", "14.9999", 19))).containsExactly("REVENUES_OFF_TERM");
    assertThat(faults(share("10", "15", 20))).containsExactly("TERMS_FAULTY");
    assertThat(faults(share("9", "14", 20))).containsExactly("TERMS_FAULTY");
    assertThat(faults(share("15", "10", 20))).containsExactly("METHOD_TERMS_FAULTY");

    draft.terms(Market.TERMS);
    assertThat(faults(share("5", "10", 20))).containsExactly("TERMS_FAULTY");
  }

  /**
   * The owner gets a percentage, the watershed five, the investor another, the operator the rest.
   */
  private static SharingTerms shared(String owner, String investor) {
    List<Step> steps =
        List.of(
            Step.percent("watershed", Percentage.parse("5")),
            Step.percent("owner", Percentage.parse(owner)),
            Step.percent("investor", Percentage.parse(investor)),
            Step.remainder("operator"));
    return new SharingTerms(
        Market.TERMS.payees(),
        List.of(Market.TERMS.waterfall(Income.PRICE), new Waterfall(Income.REVENUE, steps)));
  }

  private static MethodTerms share(String least, String greatest, int years) {
    return new ShareOfRevenue(
        Percentage.parse(least),
        Percentage.parse(greatest),
        Money.ZERO,
        Percentage.parse("4.5"),
        Collections.nCopies(years, yuan("90000")));
  }

  /** The same, with a rent for the owner besides. */
  private static SharingTerms shared(String owner, String investor, String rent) {
    return RevenueBid.into(shared(owner, investor), yuan(rent), Percentage.parse(owner));
  }

  private static MethodTerms share(String least, String greatest, int years, String rent) {
    return new ShareOfRevenue(
        Percentage.parse(least),
        Percentage.parse(greatest),
        yuan(rent),
        Percentage.parse("4.5"),
        Collections.nCopies(years, yuan("90000")));
  }

  private static MethodTerms english(Duration quietTime) {
    return new English(quietTime, Optional.empty());
  }

  private static MethodTerms falling(String start, String every) {
    return new Descending(yuan(start), Duration.parse(every), HALF_AN_HOUR, HALF_AN_HOUR);
  }

  private List<String> faults(MethodTerms how) {
    DraftListing said = draft.how(how).done();
    TradeId trade = TradeId.of("640425", RightKind.CARBON_SINK, TODAY, 1);
    Listing.Offer offer =
        new Listing.Offer(
            trade,
            said.fingerprint(),
            MORNING,
            product,
            Optional.of(appraisal),
            Optional.empty(),
            Optional.empty(),
            said);
    SubmissionCase asked =
        new SubmissionCase(
            offer, new EditionFinder(RULEBOOK).of(product, TradeMethod.of(how), TODAY), TODAY);
    return SubmissionRules.faults(asked).stream().map(it -> it.reason().name()).toList();
  }
}
