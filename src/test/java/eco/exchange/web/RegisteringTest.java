package eco.exchange.web;

import static eco.exchange.web.Callers.PASSWORD;
import static eco.exchange.web.Callers.administrator;
import static eco.exchange.web.Callers.bearer;
import static eco.exchange.web.Callers.bidder;
import static eco.exchange.web.Callers.stranger;
import static eco.exchange.web.Callers.token;
import static eco.exchange.web.Numbers.citizenNumber;
import static eco.exchange.web.Numbers.creditCode;
import static eco.exchange.web.Numbers.spoilt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegisteringTest {

  @Inject Pool database;

  @Test
  void an_individual_is_shown_masked_and_kept_sealed() {
    String number = citizenNumber();
    String login = "farmer-" + UUID.randomUUID();
    registers("INDIVIDUAL", number, login)
        .statusCode(201)
        .body("party.code", equalTo(number.substring(0, 6) + "********" + number.substring(14)));

    String stored =
        database
            .query("SELECT string_agg(party::text, '') AS everything FROM identity.party")
            .executeAndAwait()
            .iterator()
            .next()
            .getString("everything");
    assertThat(stored).isNotEmpty().doesNotContain(number);
    bearer(token(login, PASSWORD)).get("/api/v1/me").then().body("roles", contains("BIDDER"));
  }

  @Test
  void a_wrong_check_digit_is_refused() {
    registers("ENTERPRISE", spoilt(creditCode()), fresh())
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:eco-exchange:problem:credit-code-invalid"))
        .body("code", equalTo("CREDIT_CODE_INVALID"));
    registers("INDIVIDUAL", spoilt(citizenNumber()), fresh())
        .statusCode(422)
        .body("code", equalTo("CITIZEN_NUMBER_INVALID"));
  }

  @Test
  void every_reason_is_told_at_once() {
    stranger()
        .body(
            Map.of(
                "kind", "AUTHORITY",
                "name", " 水务局",
                "number", "x",
                "login", "Ab",
                "password", "short"))
        .post("/api/v1/bidders")
        .then()
        .statusCode(422)
        .body("code", equalTo("NAME_INVALID"))
        .body(
            "reasons.code",
            contains(
                "NAME_INVALID",
                "CREDIT_CODE_INVALID",
                "LOGIN_INVALID",
                "PASSWORD_WEAK",
                "ROLE_NOT_OPEN"));
  }

  @Test
  void a_number_and_a_login_are_taken_once_and_then_nothing_is_kept() {
    String number = citizenNumber();
    String login = fresh();
    registers("INDIVIDUAL", number, login).statusCode(201);
    registers("INDIVIDUAL", number, fresh()).statusCode(409).body("code", equalTo("NUMBER_TAKEN"));

    String other = creditCode();
    registers("ENTERPRISE", other, login).statusCode(409).body("code", equalTo("LOGIN_TAKEN"));
    registers("ENTERPRISE", other, fresh()).statusCode(201);
  }

  @Test
  void the_administrator_opens_accounts_and_nobody_else_does() {
    String party = party("AUTHORITY").statusCode(201).extract().path("party");
    String login = fresh();
    Map<String, Object> account =
        Map.of(
            "party",
            party,
            "login",
            login,
            "password",
            PASSWORD,
            "roles",
            new String[] {"OFFICER"});

    bidder()
        .header("Idempotency-Key", "b-1")
        .body(account)
        .post("/api/v1/accounts")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("ROLE_MISSING"));
    stranger().body(account).post("/api/v1/accounts").then().statusCode(401);
    administrator()
        .header("Idempotency-Key", fresh())
        .body(account)
        .post("/api/v1/accounts")
        .then()
        .statusCode(201)
        .body("roles", contains("OFFICER"));
    bearer(token(login, PASSWORD))
        .header("Idempotency-Key", fresh())
        .body(account)
        .post("/api/v1/accounts")
        .then()
        .statusCode(403);
  }

  @Test
  void an_account_needs_a_party_that_is_there_and_a_role_that_is_open_to_it() {
    opens(UUID.randomUUID().toString(), "OFFICER")
        .statusCode(404)
        .body("code", equalTo("NO_SUCH_PARTY"));
    String enterprise = party("ENTERPRISE").extract().path("party");
    opens(enterprise, "MANAGER").statusCode(422).body("code", equalTo("ROLE_NOT_OPEN"));
    opens(enterprise, "APPRAISER").statusCode(201);
  }

  private static ValidatableResponse opens(String party, String role) {
    return administrator()
        .header("Idempotency-Key", fresh())
        .body(
            Map.of(
                "party",
                party,
                "login",
                fresh(),
                "password",
                PASSWORD,
                "roles",
                new String[] {role}))
        .post("/api/v1/accounts")
        .then();
  }

  private static ValidatableResponse party(String kind) {
    return administrator()
        .header("Idempotency-Key", fresh())
        .body(Map.of("kind", kind, "name", "彭阳县公共资源交易中心", "number", creditCode()))
        .post("/api/v1/parties")
        .then();
  }

  private static ValidatableResponse registers(String kind, String number, String login) {
    return stranger()
        .body(
            Map.of(
                "kind", kind,
                "name", "李雨田",
                "number", number,
                "login", login,
                "password", PASSWORD))
        .post("/api/v1/bidders")
        .then();
  }

  private static String fresh() {
    return "u-" + UUID.randomUUID();
  }
}
