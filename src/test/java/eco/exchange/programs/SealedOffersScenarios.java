package eco.exchange.programs;

import static eco.exchange.web.Callers.PASSWORD;
import static eco.exchange.web.Callers.administrator;
import static eco.exchange.web.Callers.bearer;
import static eco.exchange.web.Callers.newBidder;
import static eco.exchange.web.Callers.stranger;
import static eco.exchange.web.Callers.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import eco.exchange.answer.Answer;
import eco.exchange.bidding.application.Application;
import eco.exchange.bidding.application.Applications;
import eco.exchange.bidding.desk.Bidding;
import eco.exchange.bidding.envelope.Holder;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.PartyId;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.money.Money;
import eco.exchange.scenarios.OrderedSteps;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.common.mapper.TypeRef;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A lot sold by sealed offers, over HTTP, with the programs that people run on their machines. */
@QuarkusTest
@OrderedSteps
@SuppressWarnings("NullAway.Init") // the first steps make them
class SealedOffersScenarios {

  private static final TradeId LOT =
      TradeId.of("640425", RightKind.CARBON_SINK, LocalDate.of(2026, 3, 2), 990_001);
  private static final String TRADE = "/api/v1/trades/" + LOT;
  private static final String OFFER = TRADE + "/sealed-offer";

  @Inject Applications applications;
  @Inject Bidding bidding;

  private final Map<String, String> bidders = new HashMap<>();

  private TheHolders holders;
  private LotTerms terms;
  private Map<String, Object> firstOfLishui;

  @Test
  @Order(1)
  void only_a_holder_registers_a_key() throws Exception {
    holders = TheHolders.withKeys();
    Map<String, String> foreign = Map.of("holder", "NOTARY", "publicKey", "0".repeat(64));
    holders
        .of(Holder.CENTRE)
        .body(foreign)
        .post("/api/v1/holder-keys")
        .then()
        .statusCode(403)
        .body("code", equalTo("NOT_THE_HOLDER"));
    holders
        .of(Holder.NOTARY)
        .body(foreign)
        .post("/api/v1/holder-keys")
        .then()
        .statusCode(422)
        .body("code", equalTo("KEY_INVALID"));
  }

  @Test
  @Order(2)
  void bidders_are_admitted_and_bidding_begins() {
    terms = scheduled();
    isAdmitted("anji");
    isAdmitted("lishui");
    clockMovesTo(terms.opensAt());
  }

  @Test
  @Order(3)
  void a_sealed_offer_is_answered_with_a_stamped_receipt() throws Exception {
    handsIn("anji", "a1", seal("anji", "61.87")).statusCode(201);
    firstOfLishui = seal("lishui", "77.13");
    StampedText receipt = receipt(handsIn("lishui", "l1", firstOfLishui));
    assertThat(receipt.text())
        .contains("\"commitment\":\"%s\"".formatted(firstOfLishui.get("commitment")));
    assertThat(receipt.stampedBy(root())).isTrue();
    String ofAnother = receipt.text().replace("640425", "640426");
    assertThat(new StampedText(ofAnother, receipt.stamp()).stampedBy(root())).isFalse();
    assertThat(receipt(handsIn("lishui", "l1", firstOfLishui)).text()).isEqualTo(receipt.text());
    bidder("lishui").get(OFFER).then().statusCode(200).body("lot", equalTo(LOT.code()));
  }

  @Test
  @Order(4)
  void an_envelope_counts_once_and_for_its_bidder_alone() {
    handsIn("lishui", "l2", firstOfLishui)
        .statusCode(409)
        .body("code", equalTo("ENVELOPE_REPLAYED"));
    handsIn("anji", "a2", firstOfLishui).statusCode(422).body("code", equalTo("ENVELOPE_INVALID"));
  }

  private LotTerms scheduled() {
    Instant now =
        Instant.parse(stranger().get("/api/v1/market/clock").then().extract().path("now"));
    Instant day = now.truncatedTo(ChronoUnit.SECONDS).plus(1, ChronoUnit.HOURS);
    LotTerms terms =
        new LotTerms(
            Money.yuan("50.00"),
            Money.yuan("1.00"),
            Money.yuan("10.00"),
            day,
            day.plus(1, ChronoUnit.HOURS),
            day.plus(2, ChronoUnit.HOURS),
            day.plus(3, ChronoUnit.HOURS),
            new MethodTerms.SealedOneShot(),
            "2025-COLLECTIVE-ENGLISH_ONLINE");
    done(() -> bidding.schedule(LOT, new PartyId(UUID.randomUUID()), terms));
    return terms;
  }

  private void isAdmitted(String name) {
    String token = token(newBidder(), PASSWORD);
    bidders.put(name, token);
    String party = bearer(token).get("/api/v1/me").then().extract().path("party.party");
    Actor actor = new Actor(new AccountId(UUID.randomUUID()), PartyId.parse(party));
    ApplicationId id = new ApplicationId(UUID.randomUUID());
    Application.Paper paper = new Application.Paper("营业执照.pdf", "0123456789abcdef".repeat(4));
    Actor officer = new Actor(new AccountId(UUID.randomUUID()), new PartyId(UUID.randomUUID()));
    done(() -> applications.apply(new Application(id, LOT, List.of(paper)), actor));
    done(() -> applications.qualify(id, "符合公告条件", Optional.empty(), officer));
    done(() -> applications.admit(LOT, actor.party()));
  }

  private Map<String, Object> seal(String name, String price) throws IOException {
    String paddle = bidder(name).get(TRADE + "/paddle").then().extract().path("paddle");
    return holders.seal(LOT.code(), paddle, price);
  }

  private ValidatableResponse handsIn(String name, String key, Map<String, Object> body) {
    return bidder(name).header("Idempotency-Key", key).body(body).post(OFFER).then();
  }

  @Test
  @Order(5)
  void an_offer_is_withdrawn_and_another_handed_in() throws IOException {
    bidder("lishui").header("Idempotency-Key", "w1").delete(OFFER).then().statusCode(200);
    bidder("lishui").get(OFFER).then().statusCode(404);
    bidder("lishui")
        .header("Idempotency-Key", "w2")
        .delete(OFFER)
        .then()
        .statusCode(409)
        .body("code", equalTo("NOTHING_SEALED"));
    handsIn("lishui", "l3", firstOfLishui)
        .statusCode(409)
        .body("code", equalTo("ENVELOPE_REPLAYED"));
    handsIn("lishui", "l4", seal("lishui", "77.13")).statusCode(201);
    handsIn("lishui", "l5", Map.of("commitment", "x", "envelope", "x".repeat(20_000)))
        .statusCode(422);
    handsIn("lishui", "l6", Map.of("commitment", "x", "envelope", "\u0000")).statusCode(422);
  }

  @Test
  @Order(6)
  void acts_of_other_methods_are_refused() {
    Map<String, Object> price = Map.of("price", Map.of("amount", "70.00", "currency", "CNY"));
    for (String act : List.of("ceiling", "taking")) {
      refusesAct(bidder("anji").body(price), act);
    }
    refusesAct(bidder("anji"), "joining");
    refusesAct(holders.of(Holder.CENTRE).body(price), "floor");
    refusesAct(holders.of(Holder.CENTRE).body(Map.of("byPaddle", Map.of())), "scores");
  }

  private static void refusesAct(RequestSpecification caller, String act) {
    caller
        .header("Idempotency-Key", act)
        .post(TRADE + "/" + act)
        .then()
        .statusCode(409)
        .body("code", equalTo("WRONG_ACT"));
  }

  private static String everythingPublic() {
    return stranger().get(TRADE + "/auction").asString()
        + stranger().get(TRADE + "/bids").asString()
        + stranger().get(TRADE + "/opening").asString();
  }

  @Test
  @Order(7)
  void no_price_is_read_before_bidding_is_over() {
    holders
        .of(Holder.NOTARY)
        .get(TRADE + "/envelopes")
        .then()
        .statusCode(409)
        .body("code", equalTo("NOT_SEALED_YET"));
    assertThat(everythingPublic()).doesNotContain("61.87", "77.13", "6187", "7713", "commitment");
  }

  @Test
  @Order(8)
  void two_holders_open_what_one_cannot() throws IOException {
    clockMovesTo(terms.closesAt());
    Map<String, Object> early = holders.shares(LOT.code(), Holder.NOTARY);
    holders.of(Holder.CENTRE).body(early).post(TRADE + "/opening-shares").then().statusCode(403);
    bidder("anji").body(early).post(TRADE + "/opening-shares").then().statusCode(403);
    bidder("anji").get(TRADE + "/envelopes").then().statusCode(403);
    holders.handsIn(LOT.code(), Holder.NOTARY).body("state", equalTo("WAITING_FOR_HOLDERS"));
    stranger().get(TRADE + "/opening").then().body("offers", empty());
    holders.handsIn(LOT.code(), Holder.CENTRE).body("state", equalTo("OPENED"));

    stranger()
        .get(TRADE + "/opening")
        .then()
        .statusCode(200)
        .body("state", equalTo("OPENED"))
        .body("handedIn.holder", hasItems("CENTRE", "NOTARY"))
        .body("offers", hasSize(2))
        .body("offers.offer.price.amount", hasItems("61.87", "77.13"));
    stranger().get(TRADE + "/auction").then().body("state", equalTo("CLOSED"));
    bidder("anji").get(OFFER).then().statusCode(200);
    stranger().get(TRADE + "/bids").then().body(not(containsString("61.87")));
  }

  private static StampedText receipt(ValidatableResponse response) {
    Map<String, Object> told = response.statusCode(201).extract().as(new TypeRef<>() {});
    byte[] stamp = Base64.getDecoder().decode((String) told.remove("stamp"));
    return new StampedText(JsonObject.mapFrom(new TreeMap<>(told)).encode(), stamp);
  }

  private static byte[] root() {
    return stranger().get("/api/v1/trust/root.cer").then().extract().asByteArray();
  }

  private RequestSpecification bidder(String name) {
    return bearer(Objects.requireNonNull(bidders.get(name)));
  }

  private static void clockMovesTo(Instant to) {
    administrator()
        .body(Map.of("to", to.toString()))
        .post("/api/v1/market/clock")
        .then()
        .statusCode(200);
  }

  // As a request would: on a context of its own.
  private static <T> T done(Supplier<Uni<Answer<T>>> asked) {
    try {
      return done(VertxContextSupport.subscribeAndAwait(asked));
    } catch (Throwable failure) {
      throw new AssertionError(failure);
    }
  }

  private static <T> T done(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T> done -> done.value();
      case Answer.Refused<T> refused -> throw new AssertionError(refused);
    };
  }
}
