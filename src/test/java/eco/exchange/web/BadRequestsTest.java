package eco.exchange.web;

import static eco.exchange.web.Callers.administrator;
import static eco.exchange.web.Callers.stranger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BadRequestsTest {

  @Test
  void text_that_is_no_json_is_malformed_and_json_that_does_not_fit_is_invalid() {
    hears(
        """
        {"login": "anji", "password": "x"           400  MALFORMED_JSON   -
        not json                                    400  MALFORMED_JSON   -
        {"login": "a", "login": "b"}                400  MALFORMED_JSON   -
        {"login": "anji", "password": "x"} 1        422  INVALID_REQUEST  .
        []                                          422  INVALID_REQUEST  .
        1                                           422  INVALID_REQUEST  .
        null                                        422  INVALID_REQUEST  .
        {"login": 7, "password": "x"}               422  INVALID_REQUEST  login
        {"login": "anji", "password": ["x"]}        422  INVALID_REQUEST  password
        {"login": "anji", "password": "x", "z": 1}  422  INVALID_REQUEST  z
        {}                                          422  INVALID_REQUEST  login,password
        {"login": "anji", "password": null}         422  INVALID_REQUEST  password
        {"login": "", "password": ""}               422  INVALID_REQUEST  login,password
        """);
  }

  @Test
  void an_empty_body_is_refused_like_a_missing_one() {
    stranger().post("/api/v1/sessions").then().statusCode(422);
    stranger().body("").post("/api/v1/sessions").then().statusCode(422);
  }

  @Test
  void a_choice_that_there_is_not_is_told_with_those_that_there_are() {
    administrator()
        .header("Idempotency-Key", "k")
        .body("{\"kind\": \"SECT\", \"name\": \"a\", \"number\": \"1\"}")
        .post("/api/v1/parties")
        .then()
        .statusCode(422)
        .body("violations.field", contains("kind"))
        .body(
            "violations.message",
            contains("must be one of ENTERPRISE, INDIVIDUAL, COLLECTIVE, AUTHORITY"));
  }

  @Test
  void another_media_type_is_refused() {
    stranger()
        .contentType(ContentType.XML)
        .body("<login/>")
        .post("/api/v1/sessions")
        .then()
        .statusCode(415)
        .contentType("application/problem+json")
        .body("code", equalTo("MEDIA_TYPE_UNSUPPORTED"))
        .body("title", equalTo("Format not supported"))
        .body("titleZh", equalTo("不支持所提交的格式"));
  }

  @Test
  void a_body_larger_than_the_limit_is_refused_and_one_that_hides_its_length_too()
      throws IOException {
    String large = "{\"login\": \"" + "a".repeat(1_200_000) + "\"}";
    stranger()
        .body(large)
        .post("/api/v1/sessions")
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("BODY_TOO_LARGE"));
    assertThat(sentInChunks(large)).isEqualTo(411);
  }

  @Test
  void only_the_roster_of_a_village_may_be_as_large_as_a_village() {
    String large = "{\"resolution\": \"" + "a".repeat(20_000_000) + "\"}";
    String payee = "/api/v1/trades/E640425C0120260302000001R/payees/villagers";

    stranger().body(large).post(payee + "/rosters").then().statusCode(401);
    stranger().body(large).post(payee + "/collective").then().statusCode(413);
    stranger().body(large + large).post(payee + "/rosters").then().statusCode(413);
  }

  @Test
  void what_is_wrong_with_a_field_is_told_in_english_to_everybody() {
    stranger()
        .header("Accept-Language", "zh-CN")
        .body("{\"login\": \"\", \"password\": \"x\"}")
        .post("/api/v1/sessions")
        .then()
        .statusCode(422)
        .body("titleZh", equalTo("填报内容有误"))
        .body("violations", not(empty()))
        .body("violations.message", everyItem(matchesRegex("[ -~]+")));
  }

  @Test
  void an_address_of_nothing_and_a_method_of_nothing_are_told_as_problems() {
    stranger()
        .get("/api/v1/no-such-thing")
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    stranger()
        .delete("/api/v1/bidders")
        .then()
        .statusCode(405)
        .body("code", equalTo("METHOD_NOT_ALLOWED"));
  }

  @Test
  void each_problem_has_the_number_under_which_it_is_logged() {
    String answered =
        stranger()
            .body("{}")
            .post("/api/v1/sessions")
            .then()
            .body("request", notNullValue())
            .header("X-Content-Type-Options", equalTo("nosniff"))
            .extract()
            .header("X-Request-Id");
    assertThat(answered).hasSize(36);
  }

  /**
   * Posts a table of sign-ins: body, status, code, and the fields that violate, comma-separated.
   */
  private static void hears(String table) {
    table
        .lines()
        .map(row -> row.trim().split("  +"))
        .forEach(
            row -> {
              ValidatableResponse answer = stranger().body(row[0]).post("/api/v1/sessions").then();
              answer
                  .statusCode(Integer.parseInt(row[1]))
                  .contentType("application/problem+json")
                  .body("code", equalTo(row[2]));
              String text = answer.extract().asString();
              assertThat(text).as(row[0]).doesNotContain("eco.exchange").doesNotContain("java");
              if (!row[3].equals("-")) {
                String fields = row[3].equals(".") ? "" : row[3];
                assertThat(
                        String.join(",", answer.extract().<List<String>>path("violations.field")))
                    .as(row[0])
                    .isEqualTo(fields);
              }
            });
  }

  private static int sentInChunks(String body) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("http://localhost:" + RestAssured.port + "/api/v1/sessions")
                .toURL()
                .openConnection();
    connection.setDoOutput(true);
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setChunkedStreamingMode(8192);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body.getBytes(StandardCharsets.UTF_8));
    }
    return connection.getResponseCode();
  }
}
