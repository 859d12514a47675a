package eco.exchange.listing.offer;

import static eco.exchange.listing.offer.Market.MANAGER_YANG;
import static eco.exchange.listing.offer.Market.OFFICER_LI;
import static eco.exchange.listing.offer.Market.SHENGZE;
import static eco.exchange.listing.offer.Market.STRANGER;
import static eco.exchange.money.Money.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Decision;
import eco.exchange.listing.catalogue.Catalogues;
import eco.exchange.listing.catalogue.MemoryCatalogueStore;
import eco.exchange.listing.offer.Listing.Award;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every verb in every state, in one table. */
class MovingAListingTest {

  private static final Award AWARD = new Award(STRANGER.party(), yuan("1116000"));
  private static final List<String> VERBS =
      List.of("revise", "submit", "return", "disclose", "award", "unsold", "certify");

  private final ListingDecisions decisions =
      new ListingDecisions(new EditionFinder(Market.RULEBOOK), Market.CALENDAR);
  private final MemoryCatalogueStore products = new MemoryCatalogueStore();
  private final MemoryListingStore store = new MemoryListingStore(products);
  private final Market market = new Market(clock -> Catalogues.inMemory(products, clock), store);

  /**
   * A dash is a refusal, a star an event, 'same' means that nothing changes and nothing is told.
   */
  @Test
  void each_state_offers_only_its_legal_moves() {
    plays(
        """
        state      revise    submit      return     disclose    award    unsold  certify
        DRAFT      same      SUBMITTED*  -          -           -        -       -
        SUBMITTED  -         same        RETURNED*  DISCLOSED*  -        -       -
        RETURNED   same      SUBMITTED*  same       -           -        -       -
        DISCLOSED  -         -           -          same        AWARDED  UNSOLD  -
        AWARDED    -         -           -          same        same     UNSOLD  CERTIFIED
        UNSOLD     -         -           -          same        -        same    -
        CERTIFIED  -         -           -          same        same     -       same
        """);
  }

  @Test
  void another_opinion_winner_price_or_cause_is_not_the_same_again() {
    Map<ListingState, Listing> states = states();
    Award dearer = new Award(AWARD.winner(), AWARD.price().plus(yuan("6000")));
    Award other = new Award(SHENGZE.party(), AWARD.price());

    assertThat(refused(decisions.returnToTransferor(at(states, "RETURNED"), "other", OFFICER_LI)))
        .isTrue();
    assertThat(refused(decisions.awarded(at(states, "AWARDED"), dearer))).isTrue();
    assertThat(refused(decisions.awarded(at(states, "CERTIFIED"), other))).isTrue();
    assertThat(refused(decisions.awarded(at(states, "AWARDED"), other)))
        .as("after a lapse the runner-up may win")
        .isFalse();
    assertThat(refused(decisions.unsold(at(states, "UNSOLD"), "other"))).isTrue();
  }

  @Test
  void a_trade_code_stays_with_its_product() {
    Listing draft = at(states(), "DRAFT");
    DraftListing elsewhere = market.soundOffer();

    Decision<Listing, Listing> decision = decisions.revise(draft, elsewhere, SHENGZE);

    assertThat(outcome(draft, decision)).isEqualTo("-");
    assertThat(decision.answer().toString()).contains("PRODUCT_CHANGED");
  }

  @Test
  void each_state_survives_being_taken_apart_and_put_together() {
    states()
        .forEach(
            (state, listing) ->
                assertThat(Listing.kept(state, listing.offer(), listing.trail()))
                    .isEqualTo(listing));
  }

  private void plays(String table) {
    Map<ListingState, Listing> states = states();
    List<String> rows = table.lines().skip(1).toList();
    assertThat(rows).hasSameSizeAs(states.entrySet());
    for (String row : rows) {
      List<String> cells = List.of(row.trim().split(" +"));
      Listing listing = at(states, cells.getFirst());
      for (int verb = 0; verb < VERBS.size(); verb++) {
        assertThat(outcome(listing, decide(VERBS.get(verb), listing)))
            .as("%s a listing that is %s", VERBS.get(verb), cells.getFirst())
            .isEqualTo(cells.get(verb + 1));
      }
    }
  }

  private Decision<Listing, Listing> decide(String verb, Listing listing) {
    return switch (verb) {
      case "revise" -> decisions.revise(listing, listing.offer().draft(), SHENGZE);
      case "submit" -> decisions.submit(listing, SHENGZE, Market.MORNING);
      case "return" -> decisions.returnToTransferor(listing, "mend it", OFFICER_LI);
      case "disclose" -> decisions.disclose(listing, OFFICER_LI, MANAGER_YANG, Market.MORNING);
      case "award" -> decisions.awarded(listing, AWARD);
      case "unsold" -> decisions.unsold(listing, "NO_BID");
      case "certify" -> decisions.certified(listing);
      default -> throw new IllegalArgumentException(verb);
    };
  }

  private static String outcome(Listing before, Decision<Listing, Listing> decision) {
    return switch (decision.answer()) {
      case Answer.Refused<Listing> refused ->
          decision.next().equals(before) && decision.events().isEmpty() ? "-" : "refused, and done";
      case Answer.Done<Listing> done when done.value().equals(before) ->
          decision.events().isEmpty() ? "same" : "same, and told";
      case Answer.Done<Listing> done ->
          done.value().state() + (decision.events().isEmpty() ? "" : "*");
    };
  }

  private static boolean refused(Decision<Listing, Listing> decision) {
    return decision.answer() instanceof Answer.Refused<Listing>;
  }

  private static Listing at(Map<ListingState, Listing> states, String name) {
    return Objects.requireNonNull(states.get(ListingState.valueOf(name)), name);
  }

  /** One listing in each of its states. */
  private Map<ListingState, Listing> states() {
    Map<ListingState, Listing> states = new LinkedHashMap<>();
    Listing draft = Market.await(store.listing(market.drafted().trade())).orElseThrow();
    Listing submitted = done(decisions.submit(draft, SHENGZE, Market.MORNING));
    Listing disclosed =
        done(decisions.disclose(submitted, OFFICER_LI, MANAGER_YANG, Market.MORNING));
    Listing awarded = done(decisions.awarded(disclosed, AWARD));
    List.of(
            draft,
            submitted,
            done(decisions.returnToTransferor(submitted, "mend it", OFFICER_LI)),
            disclosed,
            awarded,
            done(decisions.unsold(disclosed, "NO_BID")),
            done(decisions.certified(awarded)))
        .forEach(listing -> states.put(listing.state(), listing));
    return states;
  }

  private static Listing done(Decision<Listing, Listing> decision) {
    return switch (decision.answer()) {
      case Answer.Done<Listing> done -> done.value();
      case Answer.Refused<Listing> refused -> throw new AssertionError(refused.reasons());
    };
  }
}
