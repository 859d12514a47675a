package eco.exchange.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.acceptance.Http.Reply;
import eco.exchange.acceptance.Market;
import eco.exchange.acceptance.Sale;
import eco.exchange.acceptance.TradeFacts;
import eco.exchange.acceptance.TradeParties;
import eco.exchange.acceptance.TradeWalk;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The right of Badong, sold in other ways than by rising bids, from the draft on. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // each scenario opens a market of its own first
class OtherWaysToSellScenarios {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Market market;
  private TradeFacts facts;
  private TradeWalk walk;
  private int keys;

  @Test
  void a_right_that_nobody_wanted_is_offered_again_for_less_and_counted() throws Exception {
    opensAs("again");
    TradeParties cast = walk.cast();
    Sale sale = walk.sale(cast);
    sale.comesOnOffer();
    String story = "/api/v1/trades/" + sale.trade();
    market.moveTo(
        Instant.parse(market.publicly(story).at("/offer/lotTerms/closesAt").asText())
            .plusSeconds(1));
    cast.officer().waitsFor(story, it -> it.path("state").asText().equals("UNSOLD"));

    ObjectNode again = draft(cast, sale.trade()).put("relistOf", sale.trade());
    again.set("reserve", money("1440000.00"));
    again.set("deposit", money("280000.00"));
    JsonNode second = done(cast, "/api/v1/listings", again);
    assertThat(second.path("attempt").asInt()).isEqualTo(2);
    assertThat(done(cast, submission(second), MissingNode.getInstance()).path("state").asText())
        .isEqualTo("SUBMITTED");

    again.set("reserve", money("1400000.00"));
    Reply third = asked(cast, submission(done(cast, "/api/v1/listings", again)));
    assertThat(codes(third)).containsExactly("PRODUCT_IN_TRADE", "REDUCTION_NOT_APPROVED");
  }

  @Test
  void a_method_is_told_whole_or_by_a_name_that_says_enough() throws Exception {
    opensAs("told");
    TradeParties cast = walk.cast();
    Sale sale = walk.sale(cast);
    sale.entersTheCatalogue();
    sale.isListed();
    ObjectNode draft = draft(cast, sale.trade());
    assertThat(cast.transferor().sees("/api/v1/listings/" + sale.trade()).path("how").toString())
        .isEqualTo("{\"method\":\"ENGLISH_ONLINE\",\"quietTime\":\"PT5M\"}");

    ObjectNode how = JSON.createObjectNode().put("method", "PRICE_TIME").put("correctionsMax", 1);
    JsonNode told = done(cast, "/api/v1/listings", whole(draft, how));
    assertThat(told.path("how")).isEqualTo(how);
    assertThat(codes(asked(cast, draft.deepCopy().put("method", "TENDER"))))
        .containsExactly("METHOD_TERMS_MISSING");
    for (JsonNode unclear :
        List.of(
            whole(draft, JSON.nullNode()),
            whole(draft, how).put("method", "TENDER"),
            whole(draft, how.deepCopy().put("more", 1)))) {
      assertThat(asked(cast, unclear).status()).as("%s", unclear).isEqualTo(422);
    }
  }

  private void opensAs(String tag) throws IOException {
    market = TheMarket.opened();
    facts = TheMarket.named(tag, TradeFacts.badong());
    walk = TheMarket.walk(facts, market);
  }

  /** The draft of a trade, to be told again. */
  private ObjectNode draft(TradeParties cast, String trade) {
    JsonNode listing = cast.transferor().sees("/api/v1/listings/" + trade);
    ObjectNode draft = facts.json().path("listing").deepCopy();
    List.of("reserve", "increment", "deposit")
        .forEach(field -> draft.set(field, money(draft.path(field).asText())));
    return draft
        .put("product", listing.at("/product/id").asText())
        .put("appraisal", listing.at("/appraisal/id").asText());
  }

  private static ObjectNode whole(ObjectNode draft, JsonNode how) {
    ObjectNode told = draft.deepCopy();
    told.remove("method");
    told.set("how", how);
    return told;
  }

  private static String submission(JsonNode listing) {
    return "/api/v1/listings/" + listing.path("trade").asText() + "/submission";
  }

  private JsonNode done(TradeParties cast, String path, JsonNode body) {
    return cast.transferor().does(path, key(), body);
  }

  private Reply asked(TradeParties cast, String path) {
    return cast.transferor().asks(path, key(), MissingNode.getInstance());
  }

  private Reply asked(TradeParties cast, JsonNode draft) {
    return cast.transferor().asks("/api/v1/listings", key(), draft);
  }

  private String key() {
    return facts.tag() + "-" + keys++;
  }

  private static List<String> codes(Reply reply) {
    return StreamSupport.stream(reply.body().path("reasons").spliterator(), false)
        .map(reason -> reason.path("code").asText())
        .toList();
  }

  private static ObjectNode money(String amount) {
    return JSON.createObjectNode().put("amount", amount).put("currency", "CNY");
  }
}
