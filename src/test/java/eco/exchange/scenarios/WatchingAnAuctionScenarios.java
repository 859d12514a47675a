package eco.exchange.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.acceptance.Http.Reply;
import eco.exchange.acceptance.Market;
import eco.exchange.acceptance.Sale;
import eco.exchange.acceptance.TradeFacts;
import eco.exchange.acceptance.TradeParties;
import eco.exchange.acceptance.TradeWalk;
import eco.exchange.scenarios.LiveStream.Event;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An auction as it is watched, by a stream of events and by a socket, while bids are placed. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // each scenario begins with isOpenForBids
class WatchingAnAuctionScenarios {

  private static final long RESERVE = 1_600_000;
  private static final long INCREMENT = 20_000;
  private static final List<String> BIDDERS = List.of("enshi", "tanwei");

  private Market market;
  private TradeParties cast;
  private Sale sale;
  private int placed;

  @Test
  void an_auction_is_watched_from_an_early_bid_to_its_end() throws Exception {
    isOpenForBids("watched");
    bids(3);
    RestAssured.given()
        .accept("text/html")
        .get("/trades/" + sale.trade())
        .then()
        .statusCode(200)
        .body(
            Matchers.containsString("/assets/live/1/live.js"),
            Matchers.containsString("1,640,000.00"),
            Matchers.not(Matchers.containsString("style=")));
    try (LiveStream stream = LiveStream.of(sale.trade())) {
      assertThat(stream.response().headers().firstValue("content-type"))
          .contains("text/event-stream");
      Event first = stream.next();
      assertThat(first.name()).isEqualTo("lot");
      assertThat(first.id()).isEqualTo("3");
      assertThat(first.data().at("/leadingPrice/amount").asText()).isEqualTo("1640000.00");
      assertThat(first.data().at("/nextPriceMin/amount").asText()).isEqualTo("1660000.00");
      assertThat(first.data().path("watchers").asInt()).isOne();
      JsonNode auction = market.publicly("/api/v1/trades/" + sale.trade() + "/auction");
      for (String field : List.of("phase", "closesAt", "extensions", "leadingPaddle", "seq")) {
        assertThat(first.data().path(field)).as(field).isEqualTo(auction.path(field));
      }
      try (LiveStream passing = LiveStream.of(sale.trade())) {
        assertThat(passing.next().id()).isEqualTo("3");
      }
      bids(1);
      assertThat(stream.until(event -> "4".equals(event.id())).data().path("latestBidAt").asText())
          .isNotEmpty();
      bids(1);
      stream.until(event -> "5".equals(event.id()));
      closes();
      Event closed = stream.until(event -> event.data().path("state").asText().equals("CLOSED"));
      assertThat(closed.data().at("/leadingPrice/amount").asText()).isEqualTo("1680000.00");
      assertThat(stream.next()).extracting(Event::name, Event::id).containsExactly("end", "end");
      assertThat(stream.next()).isEqualTo(Event.OVER);
    }
    try (LiveStream again = LiveStream.of(sale.trade(), "Last-Event-ID", "end")) {
      assertThat(again.response().statusCode()).isEqualTo(204);
    }
  }

  @Test
  void who_comes_back_is_told_each_missed_bid_once_while_others_bid_on() throws Exception {
    isOpenForBids("resumed");
    bids(5);
    AtomicBoolean enough = new AtomicBoolean();
    Thread others =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!enough.get()) {
                    bids(1);
                  }
                });
    for (long known = 1; known <= 5; known++) {
      try (LiveStream stream = LiveStream.of(sale.trade(), "Last-Event-ID", "" + known)) {
        Event missed = stream.next();
        Event lot = stream.next();
        assertThat(missed.name()).isEqualTo("bids");
        assertThat(lot.name()).isEqualTo("lot");
        long seq = lot.data().path("seq").asLong();
        assertThat(missed.data()).hasSizeGreaterThan(0);
        assertThat(numbers(missed.data()))
            .containsExactlyElementsOf(LongStream.rangeClosed(known + 1, seq).boxed().toList());
        assertThat(stream.next().data().path("seq").asLong()).isGreaterThan(seq);
      }
    }
    enough.set(true);
    others.join();
  }

  @Test
  void a_socket_tells_the_same_and_takes_one_question_only() throws Exception {
    isOpenForBids("socket");
    bids(2);
    String own = "http://localhost:" + RestAssured.port;
    Ear ear = new Ear();
    WebSocket socket = socket(own, ear);
    assertThat(ear.next().path("event").asText()).isEqualTo("lot");
    socket.sendText("{\"after\":0}", true);
    JsonNode missed = ear.next();
    assertThat(missed.path("event").asText()).isEqualTo("bids");
    assertThat(numbers(missed.path("data"))).containsExactly(1L, 2L);
    assertThat(ear.next().at("/data/seq").asLong()).isEqualTo(2);
    socket.sendText("{\"price\":1}", true);
    assertThat(ear.next().path("closed").asInt()).isEqualTo(1008);
  }

  @Test
  void the_pages_of_other_sites_may_not_open_a_socket() throws Exception {
    isOpenForBids("origin");
    assertThatThrownBy(() -> socket("https://elsewhere.example", new Ear()))
        .isInstanceOf(CompletionException.class)
        .cause()
        .asInstanceOf(InstanceOfAssertFactories.type(WebSocketHandshakeException.class))
        .extracting(refused -> refused.getResponse().statusCode())
        .isEqualTo(403);
  }

  @Test
  void a_lot_that_is_none_and_a_number_that_is_none_are_problems() throws Exception {
    for (String trade : List.of("E640425C0120261121000001D", "nothing")) {
      try (LiveStream none = LiveStream.of(trade)) {
        assertThat(none.response().statusCode()).isEqualTo(404);
        assertThat(none.response().headers().firstValue("content-type"))
            .contains("application/problem+json");
      }
    }
    try (LiveStream none = LiveStream.of("E640425C0120261121000001D", "Last-Event-ID", "-1")) {
      assertThat(none.response().statusCode()).isEqualTo(422);
    }
  }

  private void isOpenForBids(String tag) throws Exception {
    market = TheMarket.opened();
    TradeFacts facts = TheMarket.named(tag, TradeFacts.badong());
    TradeWalk walk = TheMarket.walk(facts, market);
    cast = walk.cast();
    sale = walk.sale(cast);
    sale.comesToBidding();
  }

  private void bids(int count) {
    for (int i = 0; i < count; i++) {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      body.putObject("price")
          .put("amount", (RESERVE + placed * INCREMENT) + ".00")
          .put("currency", "CNY");
      Reply reply =
          cast.bidder(BIDDERS.get(placed % 2))
              .asks("/api/v1/trades/" + sale.trade() + "/bids", "bid-" + placed, body);
      assertThat(reply.status()).as("%s", reply.body()).isEqualTo(201);
      placed++;
    }
  }

  private void closes() {
    JsonNode auction = market.publicly("/api/v1/trades/" + sale.trade() + "/auction");
    market.moveTo(Instant.parse(auction.path("closesAt").asText()).plusSeconds(1));
  }

  private WebSocket socket(String origin, Ear ear) {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .header("Origin", origin)
        .buildAsync(LiveStream.address("ws", sale.trade(), "/socket"), ear)
        .join();
  }

  private static List<Long> numbers(JsonNode bids) {
    return StreamSupport.stream(bids.spliterator(), false)
        .map(bid -> bid.path("seq").asLong())
        .toList();
  }

  /** What a socket hears; of its closing, the status. */
  private static final class Ear implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();

    JsonNode next() throws InterruptedException {
      JsonNode message = heard.poll(20, TimeUnit.SECONDS);
      assertThat(message).as("a message").isNotNull();
      return message;
    }

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket socket, CharSequence part, boolean isLast) {
      text.append(part);
      if (isLast) {
        heard.add(LiveStream.parsed(text.toString()));
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      heard.add(JsonNodeFactory.instance.objectNode().put("closed", status));
      return null;
    }
  }
}
