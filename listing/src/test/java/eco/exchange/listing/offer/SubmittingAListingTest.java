package eco.exchange.listing.offer;

import static eco.exchange.listing.offer.Market.APPRAISER;
import static eco.exchange.listing.offer.Market.MORNING;
import static eco.exchange.listing.offer.Market.OFFICER_MA;
import static eco.exchange.listing.offer.Market.RULEBOOK;
import static eco.exchange.listing.offer.Market.SHENGZE;
import static eco.exchange.listing.offer.Market.TODAY;
import static eco.exchange.money.Money.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Refusal;
import eco.exchange.listing.ListingRefusal;
import eco.exchange.listing.catalogue.AppraisalView;
import eco.exchange.listing.catalogue.Catalogues;
import eco.exchange.listing.catalogue.EnterProduct;
import eco.exchange.listing.catalogue.ProductView;
import eco.exchange.listing.catalogue.TitleStanding;
import eco.exchange.market.OwnershipClass;
import eco.exchange.market.PaymentPlan;
import eco.exchange.market.ProductId;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.TradeMethod;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.rulebook.RuleEdition;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsCheck;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each rule of submission by itself: a sound offer is spoilt in one place. */
class SubmittingAListingTest {

  private static final RuleEdition EDITION =
      RULEBOOK.editionFor(OwnershipClass.STATE, TradeMethod.ENGLISH_ONLINE, TODAY);

  private ProductView product =
      Catalogues.entered(Market.carbonSink(), SHENGZE, MORNING)
          .judged(TitleStanding.CONFIRMED, Optional.empty(), OFFICER_MA.account());
  private Optional<AppraisalView> appraisal = Optional.of(appraisalOf(product.id()));
  private Optional<TradeId> rival = Optional.empty();
  private Optional<RuleEdition> edition = Optional.of(EDITION);
  private LocalDate today = TODAY;

  private Money reserve = yuan("1080000");
  private Money increment = yuan("6000");
  private Money deposit = yuan("216000");
  private Optional<PaymentPlan> plan = Optional.empty();
  private int termYears = 20;
  private String decision = "彭政函〔2025〕12号";
  private SharingTerms terms = Market.TERMS;
  private MethodTerms how = Market.ENGLISH;
  private Optional<String> approval = Optional.empty();
  private Optional<EarlierTrade> earlier = Optional.empty();

  @Test
  void a_sound_offer_has_no_fault() {
    assertThat(faults()).isEmpty();
  }

  @Test
  void a_title_must_be_confirmed_and_undisputed() {
    product = Catalogues.entered(Market.carbonSink(product.id()), SHENGZE, MORNING);
    assertThat(faults()).containsExactly("TITLE_UNCONFIRMED");

    product = product.judged(TitleStanding.DISPUTED, Optional.of("?"), OFFICER_MA.account());
    assertThat(faults()).containsExactly("TITLE_DISPUTED");
  }

  @Test
  void no_other_listing_may_be_selling_the_product() {
    rival = Optional.of(TradeId.of("640425", RightKind.CARBON_SINK, TODAY, 9));
    assertThat(faults()).containsExactly("PRODUCT_IN_TRADE");
  }

  @Test
  void a_sale_without_rules_is_refused() {
    edition = Optional.empty();
    assertThat(faults()).containsExactly("NO_RULE_EDITION");
  }

  @Test
  void the_appraisal_must_be_recorded_and_be_of_this_product() {
    appraisal = Optional.empty();
    assertThat(faults()).containsExactly("APPRAISAL_MISSING");

    appraisal = Optional.of(appraisalOf(new ProductId(UUID.randomUUID())));
    assertThat(faults()).containsExactly("APPRAISAL_OF_ANOTHER_PRODUCT");
  }

  @Test
  void an_appraisal_is_valid_for_365_days_and_not_for_one_more() {
    today = LocalDate.of(2026, 6, 30);
    assertThat(faults()).isEmpty();

    today = LocalDate.of(2026, 7, 1);
    assertThat(faults()).containsExactly("APPRAISAL_EXPIRED");
  }

  @Test
  void the_reserve_covers_the_appraisal_to_the_fen() {
    reserve = yuan("1079999.99");
    assertThat(faults()).containsExactly("RESERVE_UNDER_APPRAISAL");
  }

  @Test
  void nothing_is_neither_a_reserve_nor_an_increment_nor_a_deposit() {
    reserve = Money.ZERO;
    increment = Money.ZERO;
    deposit = Money.ZERO;
    assertThat(faults())
        .containsExactly(
            "RESERVE_NOT_POSITIVE",
            "RESERVE_UNDER_APPRAISAL",
            "INCREMENT_NOT_POSITIVE",
            "DEPOSIT_NOT_POSITIVE");
  }

  @Test
  void the_deposit_may_be_thirty_per_cent_and_not_a_fen_more() {
    deposit = yuan("324000");
    assertThat(faults()).isEmpty();

    deposit = yuan("324000.01");
    assertThat(faults()).containsExactly("DEPOSIT_OVER_CAP");
  }

  @Test
  void a_price_of_one_fen_has_a_deposit_of_one_fen() {
    reserve = yuan("0.01");
    increment = yuan("0.01");
    deposit = yuan("0.01");
    assertThat(faults()).containsExactly("RESERVE_UNDER_APPRAISAL");

    deposit = yuan("0.02");
    assertThat(faults()).containsExactly("RESERVE_UNDER_APPRAISAL", "DEPOSIT_OVER_CAP");
  }

  @Test
  void a_large_price_may_be_paid_in_instalments() {
    plan = Optional.of(Market.PLAN);

    assertThat(faults()).isEmpty();
  }

  @Test
  void every_fault_of_the_instalments_is_told() {
    reserve = yuan("999999.99");
    appraisal = Optional.empty();
    plan =
        Optional.of(
            new PaymentPlan(
                Percentage.parse("29"),
                List.of(new PaymentPlan.Later(Percentage.parse("71"), 13)),
                Percentage.parse("3"),
                List.of()));

    assertThat(told())
        .filteredOn(fault -> fault.reason() == ListingRefusal.INSTALMENTS_FAULTY)
        .extracting(fault -> fault.detail().substring(0, fault.detail().indexOf(':')))
        .containsExactly("FIRST_TOO_SMALL", "TOO_LONG", "NO_GUARANTEE", "PRICE_NOT_LARGE");
  }

  @Test
  void an_operating_right_lasts_one_to_twenty_years_and_a_carbon_sink_any_time() {
    termYears = 30;
    assertThat(faults()).isEmpty();
    termYears = 0;
    assertThat(faults()).isEmpty();

    product = operatingRight();
    assertThat(faults()).containsExactly("TERM_MISSING");
    termYears = 20;
    assertThat(faults()).isEmpty();
    termYears = 21;
    assertThat(faults()).containsExactly("TERM_TOO_LONG");
  }

  @Test
  void a_reserve_may_be_lowered_to_ninety_per_cent_and_further_with_a_new_consent_in_writing() {
    earlier = Optional.of(unsold(MORNING));
    reserve = yuan("972000");
    deposit = yuan("1000");
    assertThat(faults()).isEmpty();

    reserve = yuan("971999.99");
    assertThat(faults()).containsExactly("REDUCTION_NOT_APPROVED");
    for (String old : List.of(decision, "彭政函〔2025〕1号", "彭政函〔2025〕2号", " ")) {
      approval = Optional.of(old);
      assertThat(faults()).as(old).containsExactly("REDUCTION_NOT_APPROVED");
    }
    approval = Optional.of("彭政函〔2025〕88号");
    assertThat(faults()).isEmpty();
  }

  @Test
  void a_year_after_the_first_disclosure_the_price_begins_anew_with_a_new_appraisal() {
    earlier = Optional.of(unsold(Instant.parse("2024-09-24T02:00:00Z")));
    deposit = yuan("1000");
    reserve = yuan("972000");
    assertThat(faults()).isEmpty();

    earlier = Optional.of(unsold(Instant.parse("2024-09-23T02:00:00Z")));
    assertThat(faults()).containsExactly("RESERVE_UNDER_APPRAISAL");
    reserve = yuan("1080000");
    assertThat(faults()).isEmpty();
    appraisal = Optional.empty();
    assertThat(faults()).containsExactly("APPRAISAL_MISSING", "REAPPRAISAL_DUE");
  }

  @Test
  void somebody_must_have_decided_the_sale() {
    decision = "  ";
    assertThat(faults()).containsExactly("DECISION_MISSING");
  }

  @Test
  void each_fault_of_the_sharing_terms_is_told_with_its_code() {
    terms = new SharingTerms(List.of(), List.of());
    assertThat(told())
        .hasSize(TermsCheck.faultsOf(terms).size())
        .allMatch(fault -> fault.reason() == ListingRefusal.TERMS_FAULTY)
        .anyMatch(fault -> fault.detail().startsWith("INCOME_NOT_SHARED_ONCE: "));
  }

  @Test
  void faults_are_told_in_the_order_of_the_refusals() {
    product = Catalogues.entered(Market.carbonSink(), SHENGZE, MORNING);
    rival = Optional.of(TradeId.of("640425", RightKind.CARBON_SINK, TODAY, 9));
    reserve = Money.ZERO;
    increment = Money.ZERO;
    deposit = yuan("1");
    decision = "";
    terms = Market.terms("84");

    assertThat(told())
        .hasSizeGreaterThan(8)
        .extracting(fault -> (ListingRefusal) fault.reason())
        .isSorted();
  }

  /** A trade first disclosed at this time, and for the last time a month before its sale failed. */
  private EarlierTrade unsold(Instant firstAt) {
    DraftListing draft =
        new Drafting(Market.offer(product.id(), UUID.randomUUID()))
            .decision("彭政函〔2025〕1号")
            .approval("彭政函〔2025〕2号")
            .done();
    Instant lastAt = Instant.parse("2025-05-24T02:00:00Z");
    DisclosurePlan plan =
        DisclosurePlan.of(draft, EDITION, Market.CALENDAR, Instant.parse("2025-05-24T02:00:00Z"));
    Disclosure notice =
        new Disclosure(lastAt, firstAt, 1, plan, OFFICER_MA.account(), SHENGZE.account());
    TradeId trade = TradeId.of("640425", RightKind.CARBON_SINK, TODAY, 7);
    return new EarlierTrade(
        trade, ListingState.UNSOLD, draft, Optional.of(notice), Optional.empty());
  }

  private ProductView operatingRight() {
    EnterProduct sink = Market.carbonSink(product.id());
    return Catalogues.entered(
            new EnterProduct(
                sink.id(),
                "林下种植经营权",
                sink.region(),
                sink.watershed(),
                sink.location(),
                RightKind.MATERIAL_SUPPLY_RIGHT,
                sink.quantity(),
                "mu",
                sink.areaHm2(),
                sink.title()),
            SHENGZE,
            MORNING)
        .judged(TitleStanding.CONFIRMED, Optional.empty(), OFFICER_MA.account());
  }

  private static AppraisalView appraisalOf(ProductId product) {
    return AppraisalView.of(Market.appraisal(product), APPRAISER, MORNING);
  }

  private List<String> faults() {
    return told().stream().map(fault -> fault.reason().name()).toList();
  }

  private List<Refusal> told() {
    DraftListing draft =
        new DraftListing(
            UUID.randomUUID(),
            product.id(),
            UUID.randomUUID(),
            "水土保持碳汇",
            termYears,
            "抵消",
            how,
            reserve,
            increment,
            deposit,
            plan,
            decision,
            approval,
            terms,
            List.of(),
            earlier.map(EarlierTrade::trade));
    TradeId trade = TradeId.of("640425", RightKind.CARBON_SINK, TODAY, 1);
    Listing.Offer offer =
        new Listing.Offer(
            trade, draft.fingerprint(), MORNING, product, appraisal, rival, earlier, draft);
    return SubmissionRules.faults(new SubmissionCase(offer, edition, today));
  }
}
