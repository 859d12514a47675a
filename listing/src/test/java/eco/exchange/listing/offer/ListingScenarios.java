package eco.exchange.listing.offer;

import static eco.exchange.listing.offer.Market.APPRAISER;
import static eco.exchange.listing.offer.Market.MANAGER_YANG;
import static eco.exchange.listing.offer.Market.OFFICER_LI;
import static eco.exchange.listing.offer.Market.OFFICER_MA;
import static eco.exchange.listing.offer.Market.SHENGZE;
import static eco.exchange.listing.offer.Market.SHENGZE_DEPUTY;
import static eco.exchange.listing.offer.Market.STRANGER;
import static eco.exchange.listing.offer.Market.await;
import static eco.exchange.listing.offer.Market.done;
import static eco.exchange.listing.offer.Market.reasons;
import static eco.exchange.money.Money.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.event.ListingEvent.ListingDisclosed;
import eco.exchange.event.ListingEvent.ListingReturned;
import eco.exchange.event.ListingEvent.ListingSubmitted;
import eco.exchange.event.MarketEvent;
import eco.exchange.listing.catalogue.AppraisalView;
import eco.exchange.listing.catalogue.Catalogue;
import eco.exchange.listing.catalogue.EnterProduct;
import eco.exchange.listing.catalogue.ProductView;
import eco.exchange.listing.catalogue.RecordAppraisal;
import eco.exchange.listing.catalogue.TitleStanding;
import eco.exchange.listing.offer.ListingView.Submitted;
import eco.exchange.market.Page;
import eco.exchange.market.ProductId;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.TradeMethod;
import eco.exchange.rulebook.RuleEdition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the doors do, whatever the store: from the catalogue to the certified sale. */
abstract class ListingScenarios {

  private Market market;
  private Catalogue catalogue;
  private Listings listings;

  @BeforeEach
  void openTheMarket() {
    market = market();
    catalogue = market.catalogue;
    listings = market.listings;
  }

  abstract Market market();

  /** What has been told so far, in order. */
  abstract List<MarketEvent> events();

  @Test
  void a_listing_goes_from_draft_to_certified_and_each_step_is_told_once() {
    ListingView draft = market.drafted();
    TradeId trade = draft.trade();
    assertThat(trade.code()).startsWith("E640425C0120250924");
    assertThat(draft.state()).isEqualTo(ListingState.DRAFT);

    done(listings.submit(trade, SHENGZE));
    ListingView disclosed = done(listings.disclose(trade, OFFICER_LI, MANAGER_YANG));
    done(listings.awarded(trade, STRANGER.party(), yuan("1116000")));
    ListingView sold = done(listings.certified(trade));

    assertThat(sold.state()).isEqualTo(ListingState.CERTIFIED);
    assertThat(sold.winner()).contains(STRANGER.party());
    assertThat(sold.price()).contains(yuan("1116000"));
    assertThat(sold.lotTerms()).isEqualTo(disclosed.lotTerms());
    assertThat(await(listings.listing(trade))).contains(sold);
    assertThat(events())
        .containsExactly(
            new ListingSubmitted(trade, SHENGZE.party(), SHENGZE.account(), 1),
            new ListingDisclosed(trade, SHENGZE.party(), disclosed.lotTerms().orElseThrow()));
  }

  @Test
  void what_was_said_is_shown_again_to_the_letter() {
    EnterProduct said = Market.carbonSink();
    ProductView product = done(catalogue.enter(said, SHENGZE));
    RecordAppraisal report = Market.appraisal(product.id());
    AppraisalView appraisal = done(catalogue.appraise(report, APPRAISER));
    DraftListing offer = Market.offer(product.id(), report.id());
    ListingView listing = done(listings.draft(offer, SHENGZE));

    assertThat(product.quantity()).isEqualTo("36000");
    assertThat(product.areaHm2()).isEqualTo("5630.125");
    assertThat(await(catalogue.product(said.id()))).contains(product);
    assertThat(await(catalogue.appraisal(report.id()))).contains(appraisal);
    assertThat(await(listings.listing(listing.trade()))).contains(listing);
    assertThat(listing.appraisal()).contains(appraisal);
    assertThat(listing.terms()).isEqualTo(offer.terms());
    assertThat(listing.conditions()).isEqualTo(offer.conditions());
  }

  @Test
  void the_plan_of_payment_is_published_as_it_was_drafted_and_makes_another_request_of_it() {
    DraftListing atOnce = market.soundOffer();
    DraftListing offer = new Drafting(atOnce).plan(Market.PLAN).done();
    TradeId trade = done(listings.draft(offer, SHENGZE)).trade();
    done(listings.submit(trade, SHENGZE));

    assertThat(done(listings.disclose(trade, OFFICER_LI, MANAGER_YANG)).plan())
        .contains(Market.PLAN);
    assertThat(await(listings.listing(trade)).orElseThrow().plan()).contains(Market.PLAN);
    assertThat(reasons(listings.draft(atOnce, SHENGZE))).containsExactly("KEY_REUSED");
  }

  @Test
  void a_returned_listing_is_mended_and_submitted_again_in_the_next_round() {
    DraftListing offer = market.soundOffer();
    TradeId trade = done(listings.draft(offer, SHENGZE)).trade();
    done(listings.submit(trade, SHENGZE));

    ListingView returned = done(listings.returnToTransferor(trade, "缺少验收材料", OFFICER_LI));
    assertThat(returned.opinion()).contains("缺少验收材料");
    RecordAppraisal newReport = Market.appraisal(offer.product());
    done(catalogue.appraise(newReport, APPRAISER));
    ListingView mended =
        done(listings.revise(trade, Market.offer(offer.product(), newReport.id()), SHENGZE));
    ListingView again = done(listings.submit(trade, SHENGZE_DEPUTY));

    assertThat(mended.state()).isEqualTo(ListingState.RETURNED);
    assertThat(mended.appraisal().map(AppraisalView::id)).contains(newReport.id());
    assertThat(again.submitted()).contains(new Submitted(SHENGZE_DEPUTY.account(), 2));
    assertThat(again.opinion()).isEmpty();
    assertThat(events())
        .containsExactly(
            new ListingSubmitted(trade, SHENGZE.party(), SHENGZE.account(), 1),
            new ListingReturned(trade, "缺少验收材料"),
            new ListingSubmitted(trade, SHENGZE.party(), SHENGZE_DEPUTY.account(), 2));
  }

  @Test
  void every_reason_against_a_submission_is_told_at_once() {
    ProductView product = done(catalogue.enter(Market.carbonSink(), SHENGZE));
    RecordAppraisal report = Market.appraisal(product.id());
    done(catalogue.appraise(report, APPRAISER));
    DraftListing sound = Market.offer(product.id(), report.id());
    DraftListing faulty =
        new Drafting(sound)
            .amounts(yuan("1079999.99"), yuan("0"), yuan("324000"))
            .decision(" ")
            .terms(Market.terms("84"))
            .done();
    TradeId trade = done(listings.draft(faulty, SHENGZE)).trade();

    assertThat(reasons(listings.submit(trade, SHENGZE)))
        .containsExactly(
            "TITLE_UNCONFIRMED",
            "RESERVE_UNDER_APPRAISAL",
            "INCREMENT_NOT_POSITIVE",
            "DEPOSIT_OVER_CAP",
            "DECISION_MISSING",
            "TERMS_FAULTY",
            "TERMS_FAULTY");
    assertThat(await(listings.listing(trade)).orElseThrow().state()).isEqualTo(ListingState.DRAFT);
    assertThat(events()).isEmpty();
  }

  @Test
  void doing_a_thing_twice_answers_the_same_and_tells_nothing_new() {
    EnterProduct said = Market.carbonSink();
    ProductView product = done(catalogue.enter(said, SHENGZE));
    RecordAppraisal report = Market.appraisal(said.id());
    AppraisalView appraisal = done(catalogue.appraise(report, APPRAISER));
    DraftListing offer = Market.offer(said.id(), report.id());
    ListingView draft = done(listings.draft(offer, SHENGZE));
    market.clock.moveTo(Market.MORNING.plus(Duration.ofHours(1)));

    assertThat(done(catalogue.enter(said, SHENGZE))).isEqualTo(product);
    assertThat(done(catalogue.appraise(report, APPRAISER))).isEqualTo(appraisal);
    assertThat(done(listings.draft(offer, SHENGZE))).isEqualTo(draft);

    TradeId trade = draft.trade();
    assertThat(done(catalogue.confirmTitle(said.id(), OFFICER_MA)))
        .isEqualTo(done(catalogue.confirmTitle(said.id(), OFFICER_LI)));
    assertThat(done(listings.submit(trade, SHENGZE)))
        .isEqualTo(done(listings.submit(trade, SHENGZE)));
    assertThat(done(listings.disclose(trade, OFFICER_LI, MANAGER_YANG)))
        .isEqualTo(done(listings.disclose(trade, OFFICER_LI, MANAGER_YANG)));
    assertThat(done(listings.awarded(trade, STRANGER.party(), yuan("1116000"))))
        .isEqualTo(done(listings.awarded(trade, STRANGER.party(), yuan("1116000"))));
    assertThat(done(listings.certified(trade))).isEqualTo(done(listings.certified(trade)));
    assertThat(events()).hasSize(2);
  }

  @Test
  void a_repeated_draft_request_finds_its_listing_even_after_a_revision() {
    DraftListing offer = market.soundOffer();
    TradeId trade = done(listings.draft(offer, SHENGZE)).trade();
    DraftListing revision = Market.offer(offer.product(), UUID.randomUUID());
    done(listings.revise(trade, revision, SHENGZE));

    ListingView found = done(listings.draft(offer, SHENGZE));

    assertThat(found.trade()).isEqualTo(trade);
    assertThat(found.appraisal()).isEmpty();
  }

  @Test
  void a_key_is_refused_for_other_content_or_another_party() {
    EnterProduct said = Market.carbonSink();
    done(catalogue.enter(said, SHENGZE));
    RecordAppraisal report = Market.appraisal(said.id());
    done(catalogue.appraise(report, APPRAISER));
    DraftListing offer = Market.offer(said.id(), report.id());
    done(listings.draft(offer, SHENGZE));

    assertThat(reasons(catalogue.enter(said, STRANGER))).containsExactly("KEY_REUSED");
    assertThat(reasons(catalogue.appraise(report, STRANGER))).containsExactly("KEY_REUSED");
    List.of(
            new Drafting(offer).reserve("1080000.01"),
            new Drafting(offer).approval("彭政函〔2025〕13号"),
            new Drafting(offer).how(new MethodTerms.SealedOneShot()),
            new Drafting(offer)
                .how(new MethodTerms.English(Duration.ofMinutes(6), Optional.empty())))
        .forEach(
            other ->
                assertThat(reasons(listings.draft(other.done(), SHENGZE)))
                    .containsExactly("KEY_REUSED"));
  }

  @Test
  void other_peoples_drafts_do_not_exist_and_their_public_listings_are_not_yours() {
    DraftListing offer = market.soundOffer();
    TradeId trade = done(listings.draft(offer, SHENGZE)).trade();

    assertThat(reasons(listings.draft(offer, STRANGER))).containsExactly("NOT_FOUND");
    assertThat(reasons(listings.revise(trade, offer, STRANGER))).containsExactly("NOT_FOUND");
    assertThat(reasons(listings.submit(trade, STRANGER))).containsExactly("NOT_FOUND");

    done(listings.submit(trade, SHENGZE));
    done(listings.disclose(trade, OFFICER_LI, MANAGER_YANG));
    assertThat(reasons(listings.submit(trade, STRANGER))).containsExactly("NOT_YOURS");
    assertThat(reasons(listings.revise(trade, offer, SHENGZE))).containsExactly("WRONG_STATE");
  }

  @Test
  void what_does_not_exist_is_refused_or_empty() {
    TradeId trade = market.drafted().trade();
    TradeId none = TradeId.of("640425", RightKind.CARBON_SINK, Market.TODAY, 9);
    ProductId noProduct = new ProductId(UUID.randomUUID());

    assertThat(trade).isNotEqualTo(none);
    assertThat(reasons(listings.submit(none, SHENGZE))).containsExactly("NOT_FOUND");
    assertThat(reasons(listings.awarded(none, STRANGER.party(), yuan("1"))))
        .containsExactly("NOT_FOUND");
    assertThat(reasons(catalogue.confirmTitle(noProduct, OFFICER_MA))).containsExactly("NOT_FOUND");
    assertThat(reasons(catalogue.appraise(Market.appraisal(noProduct), APPRAISER)))
        .containsExactly("NOT_FOUND");
    assertThat(await(listings.listing(none))).isEmpty();
    assertThat(await(catalogue.product(noProduct))).isEmpty();
    assertThat(await(catalogue.appraisal(noProduct.id()))).isEmpty();
  }

  @Test
  void who_sells_may_not_confirm_appraise_or_review() {
    EnterProduct said = Market.carbonSink();
    done(catalogue.enter(said, SHENGZE));
    TradeId trade = market.submitted().trade();

    assertThat(reasons(catalogue.confirmTitle(said.id(), SHENGZE_DEPUTY)))
        .containsExactly("OWN_PRODUCT");
    assertThat(reasons(catalogue.disputeTitle(said.id(), "?", SHENGZE)))
        .containsExactly("OWN_PRODUCT");
    assertThat(reasons(catalogue.appraise(Market.appraisal(said.id()), SHENGZE)))
        .containsExactly("OWN_PRODUCT");
    assertThat(reasons(listings.returnToTransferor(trade, "?", SHENGZE_DEPUTY)))
        .containsExactly("OWN_PRODUCT");
    assertThat(reasons(listings.disclose(trade, OFFICER_LI, SHENGZE_DEPUTY)))
        .containsExactly("OWN_PRODUCT");
  }

  @Test
  void one_person_cannot_both_review_and_approve() {
    TradeId trade = market.submitted().trade();

    assertThat(reasons(listings.disclose(trade, OFFICER_LI, OFFICER_LI)))
        .containsExactly("SAME_PERSON");
    assertThat(await(listings.listing(trade)).orElseThrow().state())
        .isEqualTo(ListingState.SUBMITTED);
  }

  @Test
  void a_title_disputed_under_review_stops_the_disclosure_until_it_is_settled() {
    ListingView listing = market.submitted();
    ProductId product = listing.product().id();

    ProductView disputed = done(catalogue.disputeTitle(product, "林权界线有争议", OFFICER_MA));
    assertThat(disputed.standing()).isEqualTo(TitleStanding.DISPUTED);
    assertThat(disputed.dispute()).contains("林权界线有争议");
    assertThat(reasons(catalogue.disputeTitle(product, "another", OFFICER_LI)))
        .containsExactly("TITLE_DISPUTED");
    assertThat(reasons(listings.disclose(listing.trade(), OFFICER_LI, MANAGER_YANG)))
        .containsExactly("TITLE_DISPUTED");

    done(catalogue.confirmTitle(product, OFFICER_MA));
    ListingView disclosed = done(listings.disclose(listing.trade(), OFFICER_LI, MANAGER_YANG));
    assertThat(disclosed.product().standing()).isEqualTo(TitleStanding.CONFIRMED);
  }

  @Test
  void a_product_is_sold_by_one_listing_at_a_time_and_freed_when_unsold() {
    DraftListing offer = market.soundOffer();
    TradeId first = done(listings.draft(offer, SHENGZE)).trade();
    TradeId second =
        done(listings.draft(Market.offer(offer.product(), offer.appraisal()), SHENGZE)).trade();
    assertThat(first).isNotEqualTo(second);

    done(listings.submit(first, SHENGZE));
    assertThat(reasons(listings.submit(second, SHENGZE))).containsExactly("PRODUCT_IN_TRADE");
    done(listings.disclose(first, OFFICER_LI, MANAGER_YANG));
    assertThat(reasons(listings.submit(second, SHENGZE))).containsExactly("PRODUCT_IN_TRADE");
    done(listings.unsold(first, "NO_BIDDER"));

    assertThat(done(listings.submit(second, SHENGZE)).state()).isEqualTo(ListingState.SUBMITTED);
  }

  @Test
  void a_right_that_found_nobody_is_offered_again_and_every_attempt_counts() {
    DraftListing offer = market.soundOffer();
    TradeId first = done(listings.draft(offer, SHENGZE)).trade();
    DraftListing again =
        new Drafting(offer).asAnotherRequest().relistOf(first).reserve("972000").done();
    TradeId second = done(listings.draft(again, SHENGZE)).trade();
    assertThat(reasons(listings.submit(second, SHENGZE)))
        .containsExactly("RELISTED_NOT_ENDED", "RESERVE_UNDER_APPRAISAL");
    unsold(first);

    done(listings.submit(second, SHENGZE));
    ListingView disclosed = done(listings.disclose(second, OFFICER_LI, MANAGER_YANG));

    assertThat(disclosed.attempt()).isEqualTo(2);
    assertThat(disclosed.relistOf()).contains(first);
    assertThat(await(listings.listing(first)).orElseThrow().attempt()).isEqualTo(1);
    done(listings.unsold(second, "AWARD_LAPSED"));
    TradeId third = unsold(new Drafting(again).asAnotherRequest().relistOf(second).done());
    assertThat(await(listings.listing(third)).orElseThrow().attempt()).isEqualTo(3);
    DraftListing beside = new Drafting(again).asAnotherRequest().done();
    TradeId fourth = done(listings.draft(beside, SHENGZE)).trade();
    assertThat(reasons(listings.submit(fourth, SHENGZE))).containsExactly("RELISTED_ALREADY");
    assertThat(events()).hasSize(6);
  }

  @Test
  void what_is_named_as_the_earlier_trade_is_one_of_this_product() {
    TradeId ofAnother = market.disclosed().trade();
    done(listings.unsold(ofAnother, "NO_BID"));
    DraftListing offer = new Drafting(market.soundOffer()).relistOf(ofAnother).done();
    TradeId trade = done(listings.draft(offer, SHENGZE)).trade();
    assertThat(reasons(listings.submit(trade, SHENGZE))).containsExactly("RELISTED_UNKNOWN");

    TradeId none = TradeId.of("640425", RightKind.CARBON_SINK, Market.TODAY, 999);
    done(listings.revise(trade, new Drafting(offer).relistOf(none).done(), SHENGZE));
    assertThat(reasons(listings.submit(trade, SHENGZE))).containsExactly("RELISTED_UNKNOWN");
  }

  @Test
  void after_a_year_without_a_buyer_the_right_is_appraised_anew() {
    DraftListing offer = market.soundOffer();
    TradeId first = unsold(offer);
    market.clock.moveTo(Market.MORNING.plus(Duration.ofDays(366)));
    DraftListing again = new Drafting(offer).asAnotherRequest().relistOf(first).done();
    TradeId second = done(listings.draft(again, SHENGZE)).trade();

    assertThat(reasons(listings.submit(second, SHENGZE)))
        .containsExactly("APPRAISAL_EXPIRED", "REAPPRAISAL_DUE");
  }

  @Test
  void every_method_is_kept_to_the_letter_and_told_with_the_notice() {
    for (MethodTerms how : Market.METHODS) {
      DraftListing offer =
          new Drafting(market.soundOffer()).how(how).approval("彭政函〔2025〕13号").done();
      TradeId trade = done(listings.draft(offer, SHENGZE)).trade();
      ListingView kept = await(listings.listing(trade)).orElseThrow();

      assertThat(kept.how()).isEqualTo(how);
      assertThat(kept.method()).isEqualTo(TradeMethod.of(how));
      assertThat(kept.approval()).isEqualTo(offer.approval());
      assertThat(done(listings.draft(offer, SHENGZE))).isEqualTo(kept);
    }
    DraftListing sealed =
        new Drafting(market.soundOffer()).how(new MethodTerms.SealedOneShot()).done();
    TradeId trade = done(listings.draft(sealed, SHENGZE)).trade();
    done(listings.submit(trade, SHENGZE));
    ListingView disclosed = done(listings.disclose(trade, OFFICER_LI, MANAGER_YANG));
    assertThat(disclosed.lotTerms().orElseThrow().how()).isEqualTo(sealed.how());
    assertThat(await(listings.listing(trade))).contains(disclosed);
  }

  @Test
  void a_method_that_numbers_tell_whole_has_usual_terms() {
    ProductId product = market.confirmedProduct().id();

    assertThat(done(listings.usualTerms(product, TradeMethod.ENGLISH_ONLINE)))
        .isEqualTo(Market.ENGLISH);
    assertThat(done(listings.usualTerms(product, TradeMethod.PRICE_TIME)))
        .isEqualTo(new MethodTerms.PriceTime(2));
    assertThat(reasons(listings.usualTerms(product, TradeMethod.TENDER)))
        .containsExactly("METHOD_TERMS_MISSING");
    assertThat(
            reasons(
                listings.usualTerms(new ProductId(UUID.randomUUID()), TradeMethod.ENGLISH_ONLINE)))
        .containsExactly("NOT_FOUND");
  }

  private TradeId unsold(DraftListing offer) {
    return unsold(done(listings.draft(offer, SHENGZE)).trade());
  }

  private TradeId unsold(TradeId trade) {
    done(listings.submit(trade, SHENGZE));
    done(listings.disclose(trade, OFFICER_LI, MANAGER_YANG));
    done(listings.unsold(trade, "NO_BID"));
    return trade;
  }

  @Test
  void a_refused_award_leaves_the_listing_unsold_without_a_winner() {
    TradeId trade = market.disclosed().trade();
    done(listings.awarded(trade, STRANGER.party(), yuan("1116000")));

    ListingView unsold = done(listings.unsold(trade, "AWARD_REFUSED"));

    assertThat(unsold.unsoldCause()).contains("AWARD_REFUSED");
    assertThat(unsold.winner()).isEmpty();
    assertThat(unsold.price()).isEmpty();
    assertThat(reasons(listings.certified(trade))).containsExactly("WRONG_STATE");
  }

  @Test
  void a_disclosed_listing_keeps_its_edition_its_dates_and_the_two_who_passed_it() {
    ListingView listing = await(listings.listing(market.disclosed().trade())).orElseThrow();

    assertThat(listing.lotTerms().orElseThrow().ruleEdition())
        .isEqualTo("2025-STATE-ENGLISH_ONLINE");
    assertThat(await(listings.edition(listing.trade())).map(RuleEdition::id))
        .contains("2025-STATE-ENGLISH_ONLINE");
    assertThat(await(listings.edition(market.drafted().trade()))).isEmpty();
    assertThat(listing.disclosedAt()).contains(Market.MORNING);
    assertThat(listing.lotTerms().orElseThrow().applicationsCloseAt())
        .isEqualTo(Instant.parse("2025-10-28T16:00:00Z"));
    assertThat(listing.calendarFinal()).isTrue();
    assertThat(listing.passed())
        .contains(new ListingView.Passed(OFFICER_LI.account(), MANAGER_YANG.account()));
  }

  @Test
  void the_public_sees_what_is_disclosed_and_the_transferor_everything() {
    TradeId draft = market.drafted().trade();
    TradeId submitted = market.submitted().trade();
    TradeId disclosed = market.disclosed().trade();

    assertThat(trades(await(listings.listings(Optional.empty(), 10)))).containsExactly(disclosed);
    assertThat(trades(await(listings.listingsOf(SHENGZE.party(), Optional.empty(), 10))))
        .containsExactlyInAnyOrder(draft, submitted, disclosed);
    assertThat(trades(await(listings.listingsOf(STRANGER.party(), Optional.empty(), 10))))
        .isEmpty();
  }

  @Test
  void pages_show_everything_once_the_newest_first_even_if_all_came_at_one_moment() {
    List<ProductView> entered = new ArrayList<>();
    IntStream.range(0, 7)
        .forEach(
            hour -> {
              market.clock.moveTo(Market.MORNING.plus(Duration.ofHours(hour / 3)));
              entered.add(done(catalogue.enter(Market.carbonSink(), SHENGZE)));
            });

    List<ProductView> shown = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<ProductView> page = await(catalogue.products(after, 2));
      assertThat(page.items()).hasSizeBetween(1, 2);
      shown.addAll(page.items());
      after = page.after();
    } while (after.isPresent());

    assertThat(shown).containsExactlyInAnyOrderElementsOf(entered).doesNotHaveDuplicates();
    assertThat(
            shown.stream().map(ProductView::cataloguedAt).map(Instant::toEpochMilli).map(it -> -it))
        .isSorted();
  }

  @Test
  void pages_of_listings_go_on_where_they_ended() {
    List<TradeId> disclosed =
        IntStream.range(0, 3).mapToObj(time -> market.disclosed().trade()).toList();

    Page<ListingView> first = await(listings.listings(Optional.empty(), 2));
    Page<ListingView> rest = await(listings.listings(first.after(), 2));
    Page<ListingView> own = await(listings.listingsOf(SHENGZE.party(), Optional.empty(), 2));
    Page<ListingView> ownRest = await(listings.listingsOf(SHENGZE.party(), own.after(), 2));

    List<TradeId> newestFirst = disclosed.reversed();
    assertThat(trades(first)).isEqualTo(newestFirst.subList(0, 2));
    assertThat(trades(rest)).isEqualTo(newestFirst.subList(2, 3));
    assertThat(rest.after()).isEmpty();
    assertThat(trades(own)).isEqualTo(newestFirst.subList(0, 2));
    assertThat(trades(ownRest)).isEqualTo(newestFirst.subList(2, 3));
  }

  @Test
  void a_place_that_no_page_has_told_is_refused() {
    for (String nonsense : List.of("", "~", "yesterday~1", "2025-09-24T02:00:00Z")) {
      assertThatThrownBy(() -> await(listings.listings(Optional.of(nonsense), 2)))
          .as(nonsense)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static List<TradeId> trades(Page<ListingView> page) {
    return page.items().stream().map(ListingView::trade).toList();
  }
}
