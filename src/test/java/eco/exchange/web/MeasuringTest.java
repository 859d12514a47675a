package eco.exchange.web;

import static eco.exchange.web.Callers.stranger;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the exchange tells of itself to whoever watches over its machines. */
@QuarkusTest
class MeasuringTest {

  @Test
  void all_bids_are_measured_under_one_address() {
    TradeId lot = TradeId.of("640425", RightKind.CARBON_SINK, LocalDate.of(2026, 3, 3), 990_002);
    stranger().body(Map.of()).post("/api/v1/trades/" + lot + "/bids").then().statusCode(401);
    stranger()
        .get("/metrics")
        .then()
        .statusCode(200)
        .body(containsString("uri=\"/api/v1/trades/{trade}/bids\""))
        .body(not(containsString(lot.code())));
  }
}
