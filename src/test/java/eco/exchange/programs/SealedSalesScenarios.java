package eco.exchange.programs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.acceptance.Market;
import eco.exchange.acceptance.Sale;
import eco.exchange.acceptance.TradeFacts;
import eco.exchange.acceptance.TradeParties;
import eco.exchange.acceptance.TradeWalk;
import eco.exchange.bidding.envelope.Holder;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.scenarios.Counter;
import eco.exchange.scenarios.TheMarket;
import eco.exchange.sharing.RevenueBid;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The right of Badong, sold by sealed offers and by agreement, from the draft to the result. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // each scenario opens a market of its own first
class SealedSalesScenarios {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DEPOSIT = "320000.00";
  private static final String TENDER =
      """
      {"method": "TENDER", "biddersMin": 3, "scoring":
        {"price": {"ppm": 600000}, "criteria": [{"name": "水土保持方案", "weight": {"ppm": 400000}}]}}
      """;

  private Market market;
  private TradeFacts facts;
  private TradeParties cast;
  private Sale sale;
  private TheHolders holders;
  private String path;

  @Test
  void a_tender_goes_to_the_best_score_and_not_to_the_highest_price() throws Exception {
    isOnSale("tender", JSON.readTree(TENDER), "32000.00");
    String plan = paddle("enshi");
    handsIn("shizhentang", "1900000.00");
    handsIn("enshi", "1800000.00");
    handsIn("tanwei", "1700000.00");
    ObjectNode scores = JSON.createObjectNode();
    ObjectNode byPaddle = scores.putObject("byPaddle");
    cast.bidders()
        .keySet()
        .forEach(
            login ->
                byPaddle.putArray(paddle(login)).add(paddle(login).equals(plan) ? 9_500 : 6_000));
    market.moveTo(closing());
    assertThat(cast.manager().asks(path + "/scores", "scores", scores).isDone()).isTrue();
    isOpened();

    sale.isAwarded();
    assertThat(sale.winner()).isEqualTo("enshi");
    JsonNode result = market.publicly(path).path("result");
    assertThat(result.at("/price/amount").asText()).isEqualTo("1800000.00");
  }

  @Test
  void a_tender_with_two_offers_is_not_opened() throws Exception {
    isOnSale("two", JSON.readTree(TENDER), "32000.00");
    handsIn("shizhentang", "1900000.00");
    handsIn("enshi", "1800000.00");
    market.moveTo(closing());

    JsonNode story =
        cast.officer().waitsFor(path, seen -> seen.path("state").asText().equals("UNSOLD"));
    assertThat(story.at("/auction/unsold").asText()).isEqualTo("TOO_FEW_OFFERS");
    assertThat(holders.of(Holder.NOTARY).get(path + "/envelopes").statusCode()).isEqualTo(409);
    cast.auditor().waitsFor(path + "/payment-orders", orders -> orders.size() == 3);
  }

  @Test
  void a_share_of_the_revenue_is_won_by_present_value_and_stands_in_the_contract()
      throws Exception {
    ObjectNode how = JSON.createObjectNode().put("method", "SHARE_OF_REVENUE");
    how.set("shareMin", ppm(100_000));
    how.set("shareMax", ppm(300_000));
    how.set("discount", ppm(50_000));
    how.set("rentMin", money("0.00"));
    ArrayNode revenues = how.putArray("revenues");
    IntStream.range(0, 20).forEach(year -> revenues.add(money("1000000.00")));
    isOnSale("share", how, DEPOSIT);
    handsIn("shizhentang", "1600000.00", "30000.00", "12");
    handsIn("enshi", "1600000.00", "0.00", "15.5");
    // Its rent is worth more than all the others, and could never be paid.
    handsIn("tanwei", "1600000.00", "999999999.00", "14.9");
    market.moveTo(closing());
    isOpened();

    sale.isAwarded();
    assertThat(sale.winner()).isEqualTo("enshi");
    Counter counter = new Counter(sale.trade());
    counter.decides(cast.officer(), "reviewAward", "approve");
    counter.decides(cast.manager(), "confirmAward", "approve");
    JsonNode contract =
        cast.auditor()
            .waitsFor(path + "/contract", seen -> seen.path("state").asText().equals("ISSUED"));
    SharingTerms published = TermsJson.read(listing().path("terms").toString());
    assertThat(contract.path("termsHash").asText())
        .isEqualTo(
            TermsJson.hash(RevenueBid.into(published, Money.ZERO, Percentage.parse("15.5"))));
  }

  @Test
  void an_agreement_with_the_only_bidder_is_made_at_the_higher_of_reserve_and_bid()
      throws Exception {
    begins("agreed", JSON.createObjectNode().put("method", "NEGOTIATED"), DEPOSIT);
    listing().put("approval", "巴东县人民政府同意协议转让〔2026〕31号(示例)");
    ArrayNode bidders = (ArrayNode) facts.json().path("bidders");
    IntStream.range(1, bidders.size()).forEach(more -> bidders.remove(1));
    isOnSale();
    bids("shizhentang", "1500000.00");
    market.moveTo(closing());

    sale.isAwarded();
    assertThat(sale.winner()).isEqualTo("shizhentang");
    assertThat(market.publicly(path).at("/result/price/amount").asText()).isEqualTo("1600000.00");
  }

  @Test
  void what_a_second_bidder_wants_is_not_sold_by_agreement() throws Exception {
    begins("contested", JSON.createObjectNode().put("method", "NEGOTIATED"), DEPOSIT);
    listing().put("approval", "巴东县人民政府同意协议转让〔2026〕32号(示例)");
    isOnSale();
    isNotAgreed("shizhentang", "1700000.00");
    market.moveTo(closing());

    JsonNode story =
        cast.officer().waitsFor(path, seen -> seen.path("state").asText().equals("UNSOLD"));
    assertThat(story.at("/auction/unsold").asText()).isEqualTo("COMPETITION_REQUIRED");
  }

  private void isOnSale(String tag, JsonNode how, String deposit) throws Exception {
    begins(tag, how, deposit);
    holders = TheHolders.withKeys();
    isOnSale();
  }

  private void begins(String tag, JsonNode how, String deposit) throws Exception {
    market = TheMarket.opened();
    facts = TheMarket.named(tag, TradeFacts.badong());
    listing().remove("method");
    listing().put("deposit", deposit);
    listing().set("how", how);
  }

  private ObjectNode listing() {
    return (ObjectNode) facts.json().path("listing");
  }

  private void isOnSale() throws Exception {
    TradeWalk walk = TheMarket.walk(facts, market);
    cast = walk.cast();
    sale = walk.sale(cast);
    sale.comesToBidding();
    path = "/api/v1/trades/" + sale.trade();
  }

  private String paddle(String login) {
    return cast.bidder(login).sees(path + "/paddle").path("paddle").asText();
  }

  private void handsIn(String login, String... offer) throws Exception {
    Map<String, Object> sealed = holders.seal(sale.trade(), paddle(login), offer);
    cast.bidder(login)
        .does(path + "/sealed-offer", facts.tag() + "-seal-" + login, JSON.valueToTree(sealed));
  }

  private void bids(String login, String price) {
    ObjectNode body = JSON.createObjectNode().set("price", money(price));
    cast.bidder(login).does(path + "/bids", facts.tag() + "-bid-" + login, body);
  }

  private void isNotAgreed(String login, String price) {
    ObjectNode body = JSON.createObjectNode().set("price", money(price));
    String key = facts.tag() + "-bid-" + login;
    assertThat(cast.bidder(login).asks(path + "/bids", key, body).body().path("code").asText())
        .isEqualTo("AGREEMENT_NOT_POSSIBLE");
  }

  private Instant closing() {
    String closesAt = market.publicly(path).at("/offer/lotTerms/closesAt").asText();
    return Instant.parse(closesAt).plusSeconds(1);
  }

  private void isOpened() throws Exception {
    holders.handsIn(sale.trade(), Holder.SUPERVISOR);
    holders.handsIn(sale.trade(), Holder.NOTARY);
  }

  private static ObjectNode ppm(int share) {
    return JSON.createObjectNode().put("ppm", share);
  }

  private static ObjectNode money(String amount) {
    return JSON.createObjectNode().put("amount", amount).put("currency", "CNY");
  }
}
