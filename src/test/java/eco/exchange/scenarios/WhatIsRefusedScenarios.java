package eco.exchange.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.acceptance.Http.Reply;
import eco.exchange.acceptance.Market;
import eco.exchange.acceptance.Participant;
import eco.exchange.acceptance.ReceiptByHand;
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

/** What people try and may not do, each refused with its own code, and nothing is changed by it. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // each scenario begins with opensAs
class WhatIsRefusedScenarios {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode EMPTY = JSON.createObjectNode();
  private static final JsonNode NOTHING = MissingNode.getInstance();

  private static final String FORBIDDEN_PLAN =
      """
      {"first": {"ppm": 290000}, "later": [{"part": {"ppm": 710000}, "months": 13}],
       "yearlyRate": {"ppm": 0}, "guarantees": []}
      """;
  private static final List<String> SENSELESS_PLANS =
      List.of(
          "{}",
          "{\"first\": {\"ppm\": 400000}}",
          FORBIDDEN_PLAN.replace("290000", "-1"),
          FORBIDDEN_PLAN.replace("13}", "13}, null"),
          FORBIDDEN_PLAN.replace("13}", "\"13\"}"),
          FORBIDDEN_PLAN.replace("[]", "[\"PROMISE\"]"),
          FORBIDDEN_PLAN.replace("[]", "[null]"));

  private Market market;
  private TradeParties cast;
  private Sale sale;
  private int keys;

  @Test
  void a_listing_is_told_all_its_faults_at_once() throws Exception {
    opensAs("faulty");
    ObjectNode facts = TradeFacts.badong().json().deepCopy();
    Participant seller = cast.transferor();
    String product = done(seller, "/api/v1/products", facts.path("product")).path("id").asText();
    ObjectNode listing = (ObjectNode) facts.path("listing").deepCopy();
    listing.put("product", product).put("appraisal", "00000000-0000-0000-0000-000000000000");
    listing.set("reserve", money("100.00"));
    listing.set("increment", money("0.00"));
    listing.set("deposit", money("99.00"));
    listing.put("termYears", 30).put("decision", "");
    ((ObjectNode) listing.at("/terms/waterfalls/0/steps/0")).put("ppm", 100_000);
    for (String senseless : SENSELESS_PLANS) {
      ObjectNode other = listing.deepCopy();
      other.set("plan", JSON.readTree(senseless));
      assertThat(asked(seller, "/api/v1/listings", other).status())
          .as(senseless)
          .isBetween(400, 422);
    }
    listing.set("plan", JSON.readTree(FORBIDDEN_PLAN));
    String trade = done(seller, "/api/v1/listings", listing).path("trade").asText();
    Reply reply = asked(seller, "/api/v1/listings/" + trade + "/submission", NOTHING);
    assertThat(codes(reply))
        .contains(
            "TITLE_UNCONFIRMED",
            "APPRAISAL_MISSING",
            "INCREMENT_NOT_POSITIVE",
            "DEPOSIT_OVER_CAP",
            "INSTALMENTS_FAULTY",
            "TERM_TOO_LONG",
            "DECISION_MISSING",
            "TERMS_FAULTY");
    assertThat(seller.sees("/api/v1/listings/" + trade).path("state").asText()).isEqualTo("DRAFT");
  }

  @Test
  void a_reserve_under_the_appraisal_is_refused_with_the_figures() throws Exception {
    opensAs("cheap");
    sale.entersTheCatalogue();
    Participant seller = cast.transferor();
    JsonNode product = done(seller, "/api/v1/products", TradeFacts.badong().json().path("product"));
    String id = product.path("id").asText();
    asked(cast.officer(), "/api/v1/products/" + id + "/title-confirmation", NOTHING);
    ObjectNode report = JSON.createObjectNode().put("product", id);
    report.put("valuedOn", market.begun().toString()).put("method", "收益法");
    report.put("reportNumber", "R-1").put("reportSha256", "0".repeat(64));
    report.set("value", money("1600000.01"));
    String appraisal =
        done(market.member("appraiser"), "/api/v1/appraisals", report).path("id").asText();
    ObjectNode listing = (ObjectNode) TradeFacts.badong().json().path("listing").deepCopy();
    listing.put("product", id).put("appraisal", appraisal);
    List.of("reserve", "increment", "deposit")
        .forEach(field -> listing.set(field, money(listing.path(field).asText())));
    String trade = done(seller, "/api/v1/listings", listing).path("trade").asText();
    Reply reply = asked(seller, "/api/v1/listings/" + trade + "/submission", NOTHING);
    assertThat(codes(reply)).containsExactly("RESERVE_UNDER_APPRAISAL");
    assertThat(reply.body().toString()).contains("1600000.01");
  }

  @Test
  void bids_are_refused_each_for_its_own_reason_and_move_nothing() throws Exception {
    opensAs("refused-bids");
    sale.comesOnOffer();
    sale.isAppliedFor();
    sale.isSecuredByDeposits();
    Participant enshi = cast.bidder("enshi");
    assertThat(bid(enshi, "1600000.00").code()).isEqualTo("NOT_OPEN_YET");
    sale.opens();
    assertThat(bid(enshi, "1580000.00").code()).isEqualTo("BELOW_RESERVE");
    assertThat(bid(enshi, "1600000.01").code()).isEqualTo("OFF_GRID");
    assertThat(bid(enshi, "1600000.00").status()).isEqualTo(201);
    assertThat(bid(enshi, "1700000.00").code()).isEqualTo("ALREADY_LEADING");
    assertThat(bid(cast.bidder("tanwei"), "1600000.00").code()).isEqualTo("TOO_LOW");
    assertThat(bid(stranger(), "1700000.00").code()).isEqualTo("NOT_ADMITTED");
    JsonNode auction = market.publicly(auctionPath());
    assertThat(auction.at("/leadingPrice/amount").asText()).isEqualTo("1600000.00");
    assertThat(auction.path("extensions").asInt()).isZero();
    Instant closesAt = Instant.parse(auction.path("closesAt").asText());
    market.moveTo(closesAt.minusSeconds(60));
    assertThat(bid(cast.bidder("tanwei"), "1600000.00").code()).isEqualTo("TOO_LOW");
    assertThat(market.publicly(auctionPath()).path("closesAt").asText())
        .as("a refused bid does not extend the clock")
        .isEqualTo(auction.path("closesAt").asText());
    market.moveTo(closesAt.plusSeconds(1));
    assertThat(bid(cast.bidder("tanwei"), "1700000.00").code()).isIn("TOO_LATE", "ALREADY_CLOSED");
    assertThat(
            cast.officer()
                .waitsFor(
                    "/api/v1/trades/" + sale.trade(), story -> story.path("result").isObject())
                .at("/result/price/amount")
                .asText())
        .isEqualTo("1600000.00");
  }

  @Test
  void a_bid_key_answers_again_and_takes_no_other_price() throws Exception {
    opensAs("bid-keys");
    isOpenForBids();
    Participant enshi = cast.bidder("enshi");
    String path = "/api/v1/trades/" + sale.trade() + "/bids";
    Reply first = enshi.asks(path, "the-key", price("1600000.00"));
    assertThat(enshi.asks(path, "the-key", price("1600000.00"))).isEqualTo(first);
    Reply other = enshi.asks(path, "the-key", price("1620000.00"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("KEY_REUSED");
    assertThat(market.publicly(auctionPath()).path("seq").asLong()).isEqualTo(1);
  }

  @Test
  void what_belongs_to_others_cannot_be_seen_and_roles_keep_to_their_work() throws Exception {
    opensAs("others");
    sale.entersTheCatalogue();
    sale.isListed();
    String draft = "/api/v1/listings/" + sale.trade();
    Participant bidder = cast.bidder("enshi");
    assertThat(bidder.asks(draft + "/submission", "k", NOTHING).status()).isEqualTo(403);
    Participant rival = market.transferor(TradeFacts.pengyang().transferor());
    assertThat(rival.asks(draft + "/submission", "k", NOTHING).status()).isEqualTo(404);
    assertThat(rival.asks(draft + "/submission", "k", EMPTY).status())
        .as("a body where none is asked for")
        .isEqualTo(404);
    sale.isDisclosed();
    String applications = "/api/v1/trades/" + sale.trade() + "/applications";
    assertThat(cast.transferor().asks(applications, "k", papers()).status()).isEqualTo(403);
    assertThat(cast.officer().asks("/api/v1/products", "k", NOTHING).status()).isEqualTo(403);
    assertThat(bidder.asks("/api/v1/receipts", "k", papers()).status()).isEqualTo(403);
    assertThat(market.publicly("/api/v1/trades/" + sale.trade() + "/ledger").path("status").asInt())
        .isEqualTo(401);
  }

  @Test
  void money_that_fits_nothing_is_kept_and_sent_back_by_a_decision() throws Exception {
    opensAs("stray");
    ObjectNode receipt = JSON.createObjectNode().put("reference", "STRAY-1");
    receipt.put("subAccount", "6210000000000000000").put("payer", "某人");
    receipt.put("arrivedAt", market.now().toString());
    receipt.set("amount", money("12.34"));
    ReceiptByHand.take(cast.officer(), cast.manager(), "stray", receipt);
    JsonNode unmatched = cast.officer().sees("/api/v1/receipts/unmatched?limit=200");
    assertThat(unmatched.toString()).contains("STRAY-1");
    ObjectNode decision = JSON.createObjectNode().put("outcome", "return").put("opinion", "无法匹配");
    cast.officer().does("/api/v1/receipts/STRAY-1/resolution", "stray-back", decision);
    assertThat(cast.officer().sees("/api/v1/receipts/unmatched?limit=200").toString())
        .doesNotContain("STRAY-1");
  }

  private void opensAs(String tag) throws IOException {
    market = TheMarket.opened();
    TradeFacts facts = TheMarket.named(tag, TradeFacts.badong());
    TradeWalk walk = TheMarket.walk(facts, market);
    cast = walk.cast();
    sale = walk.sale(cast);
  }

  private void isOpenForBids() throws InterruptedException {
    sale.comesToBidding();
  }

  private Participant stranger() {
    return market.bidder(TradeFacts.pengyang().bidders().getFirst());
  }

  private Reply bid(Participant bidder, String amount) {
    return asked(bidder, "/api/v1/trades/" + sale.trade() + "/bids", price(amount));
  }

  private String auctionPath() {
    return "/api/v1/trades/" + sale.trade() + "/auction";
  }

  private JsonNode done(Participant member, String path, JsonNode body) {
    Reply reply = asked(member, path, body);
    assertThat(reply.status()).as("%s %s", path, reply.body()).isBetween(200, 299);
    return reply.body();
  }

  private Reply asked(Participant member, String path, JsonNode body) {
    return member.asks(path, "key-" + System.identityHashCode(this) + "-" + keys++, body);
  }

  private static List<String> codes(Reply reply) {
    return StreamSupport.stream(reply.body().path("reasons").spliterator(), false)
        .map(reason -> reason.path("code").asText())
        .toList();
  }

  private static ObjectNode money(String amount) {
    return JSON.createObjectNode().put("amount", amount).put("currency", "CNY");
  }

  private static ObjectNode price(String amount) {
    ObjectNode body = JSON.createObjectNode();
    body.set("price", money(amount));
    return body;
  }

  private static ObjectNode papers() {
    ObjectNode body = JSON.createObjectNode();
    body.putArray("papers").addObject().put("name", "证明").put("sha256", "0".repeat(64));
    return body;
  }
}
