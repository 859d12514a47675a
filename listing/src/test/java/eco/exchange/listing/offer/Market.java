package eco.exchange.listing.offer;

import static eco.exchange.money.Money.yuan;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.calendar.MarketClock;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.listing.catalogue.AppraisalView;
import eco.exchange.listing.catalogue.Catalogue;
import eco.exchange.listing.catalogue.EnterProduct;
import eco.exchange.listing.catalogue.ProductView;
import eco.exchange.listing.catalogue.RecordAppraisal;
import eco.exchange.listing.catalogue.Title;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.Guarantee;
import eco.exchange.market.OwnershipClass;
import eco.exchange.market.PartyId;
import eco.exchange.market.PaymentPlan;
import eco.exchange.market.ProductId;
import eco.exchange.market.RightKind;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.MethodTerms.Scoring;
import eco.exchange.method.MethodTerms.Scoring.Criterion;
import eco.exchange.money.Percentage;
import eco.exchange.rulebook.Rulebook;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.Waterfall;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The people of the Pengyang carbon-sink deal, what they say, and the market in which they do. */
final class Market {

  static final Rulebook RULEBOOK = Rulebook.published();
  static final WorkingCalendar CALENDAR = WorkingCalendar.published();
  static final Instant MORNING = Instant.parse("2025-09-24T02:00:00Z");
  static final LocalDate TODAY = LocalDate.of(2025, 9, 24);

  private static final PartyId CENTRE = party("centre");

  static final Actor SHENGZE = new Actor(account("Shengze"), party("盛泽水务"));
  static final Actor SHENGZE_DEPUTY = new Actor(account("Shengze's deputy"), SHENGZE.party());
  static final Actor STRANGER = new Actor(account("stranger"), party("雅豪新能源"));
  static final Actor APPRAISER = new Actor(account("appraiser"), party("appraiser"));
  static final Actor OFFICER_MA = new Actor(account("Ma"), CENTRE);
  static final Actor OFFICER_LI = new Actor(account("Li"), CENTRE);
  static final Actor MANAGER_YANG = new Actor(account("Yang"), CENTRE);

  static final PaymentPlan PLAN =
      new PaymentPlan(
          Percentage.parse("40"),
          List.of(
              new PaymentPlan.Later(Percentage.parse("30"), 6),
              new PaymentPlan.Later(Percentage.parse("30"), 12)),
          Percentage.parse("3"),
          List.of(Guarantee.BANK_GUARANTEE));

  static final SharingTerms TERMS = terms("85");
  static final MethodTerms ENGLISH =
      new MethodTerms.English(Duration.ofMinutes(5), Optional.empty());

  /** One way to tell each method. */
  static final List<MethodTerms> METHODS =
      List.of(
          new MethodTerms.English(Duration.ofMinutes(5), Optional.of(Duration.ofHours(2))),
          new MethodTerms.ListingThenTimed(
              Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(30)),
          new MethodTerms.SealedOneShot(),
          new MethodTerms.PriceTime(2),
          new MethodTerms.Weighted(scoring()),
          new MethodTerms.Descending(
              yuan("1200000"), Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(1)),
          new MethodTerms.Tender(3, scoring()),
          new MethodTerms.Negotiated(),
          new MethodTerms.ShareOfRevenue(
              Percentage.parse("5"),
              Percentage.parse("40"),
              yuan("1000"),
              Percentage.parse("4.5"),
              Collections.nCopies(20, yuan("90000"))));

  final MarketClock clock = new MarketClock(Clock.fixed(MORNING, ZoneOffset.UTC), Duration.ZERO);
  final Catalogue catalogue;
  final Listings listings;

  Market(Function<Clock, Catalogue> catalogues, ListingStore store) {
    catalogue = catalogues.apply(clock);
    listings = new Listings(catalogue, store, RULEBOOK, CALENDAR, clock);
  }

  static EnterProduct carbonSink() {
    return carbonSink(new ProductId(UUID.randomUUID()));
  }

  static EnterProduct carbonSink(ProductId id) {
    return new EnterProduct(
        id,
        "李岔小流域水土保持碳汇",
        "640425",
        "李岔小流域",
        "宁夏固原市彭阳县",
        RightKind.CARBON_SINK,
        new BigDecimal("36000.00"),
        "tCO2e",
        new BigDecimal("5630.125"),
        new Title("彭阳县人民政府", "盛泽水务", "盛泽水务", OwnershipClass.STATE, "宁(2024)彭阳县0001号"));
  }

  static RecordAppraisal appraisal(ProductId product) {
    return new RecordAppraisal(
        UUID.randomUUID(),
        product,
        yuan("1080000"),
        LocalDate.of(2025, 6, 30),
        "市场法",
        "宁评报字(2025)第17号",
        "ab".repeat(32));
  }

  static DraftListing offer(ProductId product, UUID appraisal) {
    return new DraftListing(
        UUID.randomUUID(),
        product,
        appraisal,
        "36,000吨水土保持碳汇",
        20,
        "抵消自愿减排",
        ENGLISH,
        yuan("1080000"),
        yuan("6000"),
        yuan("216000"),
        Optional.empty(),
        "彭政函〔2025〕12号",
        Optional.empty(),
        TERMS,
        List.of("依法设立的企业法人"),
        Optional.empty());
  }

  /** All goes to the watershed but the investor's part; 85 makes the whole. */
  static SharingTerms terms(String investorPercent) {
    List<Payee> payees =
        List.of(
            new Payee("watershed", "李岔小流域", Principle.WATERSHED),
            new Payee("investor", "盛泽水务", Principle.INVESTS),
            new Payee("owner", "彭阳县人民政府", Principle.OWNS),
            new Payee("operator", "盛泽水务", Principle.OPERATES));
    List<Step> steps =
        List.of(
            Step.percent("watershed", Percentage.parse("5")),
            Step.percent("owner", Percentage.parse("5")),
            Step.percent("operator", Percentage.parse("5")),
            Step.percent("investor", Percentage.parse(investorPercent)));
    return new SharingTerms(
        payees, List.of(new Waterfall(Income.PRICE, steps), new Waterfall(Income.REVENUE, steps)));
  }

  private static Scoring scoring() {
    return new Scoring(
        Percentage.parse("60"),
        List.of(
            new Criterion("水土流失防治方案", Percentage.parse("25")),
            new Criterion("村民受益", Percentage.parse("15"))));
  }

  /** A product with a confirmed title. */
  ProductView confirmedProduct() {
    ProductView product = done(catalogue.enter(carbonSink(), SHENGZE));
    return done(catalogue.confirmTitle(product.id(), OFFICER_MA));
  }

  /** An offer to which nothing is missing, not yet drafted. */
  DraftListing soundOffer() {
    ProductView product = confirmedProduct();
    AppraisalView report = done(catalogue.appraise(appraisal(product.id()), APPRAISER));
    return offer(product.id(), report.id());
  }

  ListingView drafted() {
    return done(listings.draft(soundOffer(), SHENGZE));
  }

  ListingView submitted() {
    return done(listings.submit(drafted().trade(), SHENGZE));
  }

  ListingView disclosed() {
    return done(listings.disclose(submitted().trade(), OFFICER_LI, MANAGER_YANG));
  }

  static <T> T done(Uni<Answer<T>> asked) {
    return switch (await(asked)) {
      case Answer.Done<T> done -> done.value();
      case Answer.Refused<T> refused -> throw new AssertionError(refused.reasons());
    };
  }

  /** The codes of the refusal, in the order told; none if it was done. */
  static List<String> reasons(Uni<? extends Answer<?>> asked) {
    return switch (await(asked)) {
      case Answer.Done<?> done -> List.of();
      case Answer.Refused<?> refused ->
          refused.reasons().stream().map(Refusal::reason).map(reason -> reason.name()).toList();
    };
  }

  static <T> T await(Uni<T> asked) {
    return asked.await().atMost(Duration.ofSeconds(60));
  }

  private static PartyId party(String name) {
    return new PartyId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  private static AccountId account(String name) {
    return new AccountId(party(name + "'s account").id());
  }
}
