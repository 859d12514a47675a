package eco.exchange.scenarios;

import static eco.exchange.scenarios.Replies.all;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.acceptance.Http.Reply;
import eco.exchange.acceptance.Market;
import eco.exchange.acceptance.Participant;
import eco.exchange.acceptance.Sale;
import eco.exchange.acceptance.TradeFacts;
import eco.exchange.acceptance.TradeParties;
import eco.exchange.acceptance.TradeWalk;
import eco.exchange.scenarios.Replies.Application;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Nobody outside learns who bids before the result; and who may not bid, withdraws or comes first.
 */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // each scenario begins with opensAs
class KeepingNamesSecretScenarios {

  private TradeFacts facts;
  private Market market;
  private TradeParties cast;
  private Sale sale;
  private String path;
  private int keys;

  @Test
  void no_public_answer_names_a_bidder_before_the_result_and_a_person_only_masked_after()
      throws Exception {
    opensAs("secret");
    sale.isAppliedFor();
    namesNobody();
    sale.isSecuredByDeposits();
    namesNobody();
    sale.opens();
    assertThat(bids("enshi", "1600000.00").status()).isEqualTo(201);
    assertThat(bids("tanwei", "1640000.00").status()).isEqualTo(201);
    namesNobody();
    JsonNode auction = market.publicly(path + "/auction");
    market.moveTo(Instant.parse(auction.path("closesAt").asText()).plusSeconds(1));

    JsonNode story = cast.officer().waitsFor(path, seen -> seen.path("result").isObject());
    assertThat(story.at("/result/winner").asText()).isEqualTo("谭*****");
    String told = publicly();
    assertThat(told).doesNotContain("谭伟").doesNotContain(party("tanwei"));
    assertThat(told).as("who did not win stays secret").doesNotContain("恩施高山药材");
  }

  @Test
  void a_banned_bidder_is_refused_and_one_who_withdraws_has_the_deposit_back() throws Exception {
    opensAs("apart");
    Participant supervisor = market.member("supervisor");
    String ban = done(supervisor, "/api/v1/bans", ban()).at("/ban/id").asText();
    Reply banned = asked(cast.bidder("enshi"), path + "/applications", papers());
    assertThat(banned.status()).isEqualTo(403);
    assertThat(banned.code()).isEqualTo("BANNED");
    assertThat(banned.body().toString()).contains("宁发改罚〔2026〕3号");
    assertThat(market.publicly("/api/v1/bans?limit=200").toString()).contains("恩施高山药材");
    ObjectNode revocation = JsonNodeFactory.instance.objectNode();
    revocation.put("applicant", "恩施高山药材有限公司(示例)").put("reason", "信用修复");
    done(supervisor, "/api/v1/bans/" + ban + "/revocation", revocation);

    sale.isAppliedFor();
    sale.isSecuredByDeposits();
    Participant enshi = cast.bidder("enshi");
    String application =
        all(enshi.sees("/api/v1/applications?limit=200").path("items"), Application.class).stream()
            .filter(it -> it.trade().equals(sale.trade()))
            .map(Application::id)
            .findFirst()
            .orElseThrow();
    String withdrawal = "/api/v1/applications/" + application + "/withdrawal";
    assertThat(asked(cast.bidder("tanwei"), withdrawal, papers()).status()).isEqualTo(404);
    Reply withdrawn = asked(enshi, withdrawal, JsonNodeFactory.instance.objectNode());
    assertThat(withdrawn.body().path("state").asText()).isEqualTo("WITHDRAWN");
    enshi.waitsFor(
        path + "/deposit-account", seen -> seen.path("state").asText().equals("RELEASED"));
    sale.opens();
    assertThat(bids("enshi", "1600000.00").code()).isEqualTo("NOT_ADMITTED");
  }

  @Test
  void a_claim_of_priority_shows_in_the_paddle_once_the_officer_has_confirmed_its_rank()
      throws Exception {
    opensAs("priority");
    ObjectNode claim = papers();
    claim.put("priority", "COLLECTIVE_MEMBER");
    String application =
        done(cast.bidder("tanwei"), path + "/applications", claim).path("id").asText();
    Counter counter = new Counter(sale.trade());
    Reply refused =
        counter.asks(cast.officer(), "examine", application, "qualify", Map.of("rank", "x"));
    assertThat(refused.code()).isEqualTo("RANK_INVALID");
    counter.decides(cast.officer(), "examine", application, "qualify", Map.of("rank", "1"));
    JsonNode seen = cast.bidder("tanwei").sees("/api/v1/applications/" + application);
    assertThat(seen.path("rank").asInt()).isOne();
  }

  private void opensAs(String tag) throws Exception {
    market = TheMarket.opened();
    facts = TheMarket.named(tag, TradeFacts.badong());
    TradeWalk walk = TheMarket.walk(facts, market);
    cast = walk.cast();
    sale = walk.sale(cast);
    sale.comesOnOffer();
    path = "/api/v1/trades/" + sale.trade();
  }

  private void namesNobody() {
    String told = publicly();
    for (JsonNode bidder : facts.bidders()) {
      String login = bidder.path("login").asText();
      assertThat(told)
          .as("what anybody may read")
          .doesNotContain(bidder.path("name").asText())
          .doesNotContain(bidder.path("number").asText())
          .doesNotContain(login)
          .doesNotContain(party(login));
    }
  }

  /** Everything that anybody may read of the trade, pages and refusals included. */
  private String publicly() {
    List<String> told = new ArrayList<>();
    for (String address : List.of("", "/events?limit=200", "/auction", "/bids?limit=200")) {
      told.add(RestAssured.get(path + address).asString());
    }
    for (String closed : List.of("/applications", "/award", "/contract", "/ledger", "/tasks")) {
      told.add(RestAssured.get(path + closed).asString());
    }
    told.add(RestAssured.get("/trades/" + sale.trade()).asString());
    return String.join("\n", told);
  }

  private String party(String login) {
    return cast.bidder(login).sees("/api/v1/me").at("/party/party").asText();
  }

  private Reply bids(String login, String amount) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("price").put("amount", amount).put("currency", "CNY");
    return asked(cast.bidder(login), path + "/bids", body);
  }

  private JsonNode done(Participant member, String address, JsonNode body) {
    Reply reply = asked(member, address, body);
    assertThat(reply.status()).as("%s %s", address, reply.body()).isBetween(200, 299);
    return reply.body();
  }

  private Reply asked(Participant member, String address, JsonNode body) {
    return member.asks(address, facts.tag() + "-key-" + keys++, body);
  }

  private ObjectNode ban() {
    JsonNode enshi = facts.bidder("enshi");
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("name", enshi.path("name").asText()).put("code", enshi.path("number").asText());
    body.put("type", "公共资源交易失信").put("role", "竞买人").put("reason", "串通报价");
    body.put("decidedOn", "2026-01-05").put("from", "2026-01-06");
    body.put("authority", "自治区发展改革委").put("document", "宁发改罚〔2026〕3号");
    body.putArray("acts").add("APPLY").add("BID").add("SIGN");
    return body.put("scope", "PUBLIC");
  }

  private static ObjectNode papers() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putArray("papers").addObject().put("name", "证明").put("sha256", "0".repeat(64));
    return body;
  }
}
