package eco.exchange.listing.offer;

import static eco.exchange.listing.offer.Market.MANAGER_YANG;
import static eco.exchange.listing.offer.Market.OFFICER_LI;
import static eco.exchange.listing.offer.Market.SHENGZE;
import static eco.exchange.listing.offer.Market.await;
import static eco.exchange.listing.offer.Market.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.answer.Answer;
import eco.exchange.event.ListingEvent.ListingDisclosed;
import eco.exchange.event.ListingEvent.ListingSubmitted;
import eco.exchange.listing.catalogue.EnterProduct;
import eco.exchange.listing.catalogue.ProductView;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What happens when many do the same at one moment, on a real PostgreSQL. */
class RacingForAListingTest {

  private static final Postgres POSTGRES = new Postgres();
  private static final int RIVALS = 8;

  private final Market market = POSTGRES.emptyMarket();
  private final Listings listings = market.listings;

  @Test
  void drafts_begun_at_one_moment_get_trade_codes_of_their_own() {
    DraftListing offer = market.soundOffer();
    List<ListingView> drafts =
        all(
            IntStream.range(0, RIVALS)
                .mapToObj(rival -> Market.offer(offer.product(), offer.appraisal()))
                .map(draft -> listings.draft(draft, SHENGZE)));

    assertThat(drafts).extracting(ListingView::trade).doesNotHaveDuplicates().hasSize(RIVALS);
  }

  @Test
  void one_request_asked_many_times_at_one_moment_drafts_once() {
    DraftListing offer = market.soundOffer();

    List<ListingView> answers = all(times(() -> listings.draft(offer, SHENGZE)));

    assertThat(answers).hasSize(RIVALS).containsOnly(answers.getFirst());
    assertThat(await(listings.listingsOf(SHENGZE.party(), Optional.empty(), 10)).items())
        .hasSize(1);
  }

  @Test
  void a_product_entered_many_times_at_one_moment_is_entered_once() {
    EnterProduct said = Market.carbonSink();

    List<ProductView> answers = all(times(() -> market.catalogue.enter(said, SHENGZE)));

    assertThat(answers).hasSize(RIVALS).containsOnly(answers.getFirst());
  }

  @Test
  void many_submissions_and_disclosures_at_one_moment_are_told_once() {
    TradeId trade = market.drafted().trade();

    all(times(() -> listings.submit(trade, SHENGZE)));
    all(times(() -> listings.disclose(trade, OFFICER_LI, MANAGER_YANG)));

    assertThat(POSTGRES.events())
        .hasExactlyElementsOfTypes(ListingSubmitted.class, ListingDisclosed.class);
  }

  @Test
  void of_many_listings_of_one_product_submitted_at_one_moment_one_gets_through() {
    DraftListing offer = market.soundOffer();
    List<TradeId> drafts =
        IntStream.range(0, RIVALS)
            .mapToObj(rival -> Market.offer(offer.product(), offer.appraisal()))
            .map(draft -> done(listings.draft(draft, SHENGZE)).trade())
            .toList();

    List<Answer<ListingView>> answers =
        together(drafts.stream().map(trade -> listings.submit(trade, SHENGZE)));

    assertThat(answers).filteredOn(Answer.Done.class::isInstance).hasSize(1);
    assertThat(answers)
        .filteredOn(Answer.Refused.class::isInstance)
        .hasSize(RIVALS - 1)
        .allSatisfy(
            answer ->
                assertThat(Market.reasons(Uni.createFrom().item(answer)))
                    .containsExactly("PRODUCT_IN_TRADE"));
    assertThat(POSTGRES.events()).hasSize(1);
  }

  @Test
  void the_database_itself_refuses_a_notice_passed_by_one_person() {
    TradeId trade = market.disclosed().trade();

    assertThatThrownBy(
            () ->
                POSTGRES.run(
                    "UPDATE listing.listing SET approved_by = reviewed_by WHERE trade = '%s'"
                        .formatted(trade)))
        .hasMessageContaining("check");
  }

  private static <T> Stream<Uni<T>> times(Supplier<Uni<T>> work) {
    return IntStream.range(0, RIVALS).mapToObj(rival -> work.get());
  }

  private static <T> List<T> all(Stream<Uni<Answer<T>>> works) {
    return together(works).stream().map(it -> done(Uni.createFrom().item(it))).toList();
  }

  private static <T> List<T> together(Stream<Uni<T>> works) {
    return await(Uni.join().all(works.toList()).andFailFast());
  }
}
