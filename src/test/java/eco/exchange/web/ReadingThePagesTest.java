package eco.exchange.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReadingThePagesTest {

  @Test
  void anybody_may_read_the_list_of_trades() {
    page("/").statusCode(200).body(containsString("<html lang=\"zh-CN\">"), containsString("公开交易"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/trades/E640425C0120261121000001D",
        "/trades/no-trade",
        "/trades/%3Cscript%3Ealert(1)%3C%2Fscript%3E"
      })
  void a_trade_that_is_not_public_has_a_page_that_says_so(String address) {
    page(address).statusCode(404).body(containsString("没有这笔交易"), not(containsString("alert(1)")));
  }

  @Test
  void the_style_sheet_is_our_own() {
    given().get("/assets/2/exchange.css").then().statusCode(200).contentType("text/css");
  }

  @Test
  void what_shows_an_auction_live_is_our_own() {
    given().get("/assets/live/1/live.js").then().statusCode(200).contentType("text/javascript");
    given().get("/assets/live/1/live.css").then().statusCode(200).contentType("text/css");
  }

  private static ValidatableResponse page(String address) {
    return given()
        .urlEncodingEnabled(false)
        .accept("text/html")
        .get(address)
        .then()
        .contentType("text/html;charset=UTF-8")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("Content-Security-Policy", not(containsString("unsafe")))
        .header("X-Content-Type-Options", "nosniff")
        .body(not(containsString("<script")), not(containsString("style=")));
  }
}
