package eco.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MovingTheClockTest {

  @Test
  void everybody_reads_the_time_and_only_the_administrator_moves_it() {
    Instant before = now();
    Map<String, Object> move = Map.of("to", before.plus(Duration.ofHours(1)).toString());
    Callers.stranger().body(move).post("/api/v1/market/clock").then().statusCode(401);
    Callers.bidder().body(move).post("/api/v1/market/clock").then().statusCode(403);
    assertThat(now()).isBefore(before.plus(Duration.ofHours(1)));

    moved(Callers.administrator(), before.plus(Duration.ofHours(1)));
    assertThat(now()).isAfterOrEqualTo(before.plus(Duration.ofHours(1)));
  }

  @Test
  void time_never_goes_back_and_never_far_ahead() {
    Instant before = now();
    moved(Callers.administrator(), before.minus(Duration.ofDays(1)));
    assertThat(now()).isAfterOrEqualTo(before);
    Callers.administrator()
        .body(Map.of("to", "9999-01-01T00:00:00Z"))
        .post("/api/v1/market/clock")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("to"));
  }

  @Test
  void tokens_live_by_real_time_so_moving_the_market_signs_nobody_out() {
    RequestSpecification bidder = Callers.bidder();
    moved(Callers.administrator(), now().plus(Duration.ofHours(1)));
    bidder.get("/api/v1/me").then().statusCode(200);
  }

  private static void moved(RequestSpecification caller, Instant to) {
    caller.body(Map.of("to", to.toString())).post("/api/v1/market/clock").then().statusCode(200);
  }

  private static Instant now() {
    return Instant.parse(
        Callers.stranger()
            .get("/api/v1/market/clock")
            .then()
            .statusCode(200)
            .extract()
            .path("now"));
  }
}
