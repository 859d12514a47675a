package eco.exchange.web;

import static eco.exchange.web.Callers.PASSWORD;
import static eco.exchange.web.Callers.stranger;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that will stand on a paper can be printed, or is refused at the door. */
@QuarkusTest
class NamesOnPaperTest {

  @ParameterizedTest
  @ValueSource(strings = {"安吉<b>竹</b>业&amp;", "㛃喆丂农业", "{7*7}${x}", "Anji (2026) №1"})
  void what_can_be_printed_is_taken_as_it_is(String name) {
    register(name).statusCode(201);
  }

  @ParameterizedTest
  @CsvSource({
    "'安吉\u202E竹业', U+202E",
    "'安吉\u200B竹业', U+200B",
    "'安吉\n竹业', U+000A",
    "'\u05D0\u05D1', U+05D0",
    "'𠮷野农业', U+20BB7 𠮷",
    "'安吉\uE000', U+E000",
  })
  void what_cannot_is_refused_and_the_sign_is_named(String name, String sign) {
    register(name)
        .statusCode(422)
        .body("violations.field", contains("name"))
        .body("violations[0].message", containsString(sign));
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 5_000})
  void a_name_that_is_too_long_is_refused(int length) {
    register("长".repeat(length)).statusCode(422).body("violations.field", contains("name"));
  }

  private static ValidatableResponse register(String name) {
    Map<String, String> body =
        Map.of(
            "kind",
            "ENTERPRISE",
            "name",
            name,
            "number",
            Numbers.creditCode(),
            "login",
            "bidder-" + UUID.randomUUID(),
            "password",
            PASSWORD);
    return stranger().body(body).post("/api/v1/bidders").then();
  }
}
