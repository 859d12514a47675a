package eco.exchange.web;

import static eco.exchange.web.Callers.PASSWORD;
import static eco.exchange.web.Callers.administrator;
import static eco.exchange.web.Callers.bearer;
import static eco.exchange.web.Callers.newBidder;
import static eco.exchange.web.Callers.stranger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningInTest {

  @Test
  void the_first_administrator_signs_in_with_the_password_in_the_data_folder() {
    administrator()
        .get("/api/v1/me")
        .then()
        .statusCode(200)
        .body("login", equalTo("administrator"))
        .body("roles[0]", equalTo("ADMINISTRATOR"))
        .body("party.kind", equalTo("AUTHORITY"))
        .header("Cache-Control", equalTo("no-store"));
  }

  @Test
  void a_wrong_password_and_an_unknown_login_are_told_the_same() {
    String known = signIn(newBidder(), "not-the-password").extract().asString();
    String unknown = signIn("nobody-here", "not-the-password").extract().asString();
    assertThat(withoutRequest(known)).isEqualTo(withoutRequest(unknown));
    signIn("nobody-here", "x")
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", equalTo("Bearer"))
        .body("code", equalTo("SIGN_IN_FAILED"));
  }

  @Test
  void a_refresh_token_is_taken_once_and_taken_twice_ends_the_session() {
    Response first = tokens(newBidder());
    Response second = refresh(first.path("refreshToken"));
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat((String) second.path("refreshToken")).isNotEqualTo(first.path("refreshToken"));
    bearer(second.path("accessToken")).get("/api/v1/me").then().statusCode(200);

    assertThat(refresh(first.path("refreshToken")).statusCode()).isEqualTo(401);
    assertThat(refresh(second.path("refreshToken")).statusCode()).isEqualTo(401);
  }

  @Test
  void an_invented_refresh_token_is_refused_and_hurts_nobody() {
    Response tokens = tokens(newBidder());
    assertThat(refresh("invented").statusCode()).isEqualTo(401);
    assertThat(refresh(tokens.path("refreshToken")).statusCode()).isEqualTo(200);
  }

  @Test
  void who_signs_out_cannot_refresh() {
    Response tokens = tokens(newBidder());
    bearer(tokens.path("accessToken")).delete("/api/v1/sessions/current").then().statusCode(204);
    assertThat(refresh(tokens.path("refreshToken")).statusCode()).isEqualTo(401);
  }

  @Test
  void a_login_is_the_same_in_small_and_capital_letters() {
    signIn(newBidder().toUpperCase(Locale.ROOT), PASSWORD).statusCode(201);
  }

  @Test
  void secrets_are_never_said_again() {
    Response answer = tokens(newBidder());
    answer.then().body(containsString("accessToken")).header("Cache-Control", equalTo("no-store"));
    assertThat(answer.asString()).doesNotContain(PASSWORD).doesNotContain("$2");
  }

  private static ValidatableResponse signIn(String login, String password) {
    return stranger()
        .body(Map.of("login", login, "password", password))
        .post("/api/v1/sessions")
        .then();
  }

  private static Response tokens(String login) {
    return signIn(login, PASSWORD).statusCode(201).extract().response();
  }

  private static Response refresh(String token) {
    return stranger().body(Map.of("refreshToken", token)).post("/api/v1/sessions/refresh");
  }

  private static String withoutRequest(String problem) {
    return problem.replaceAll("\"request\":\"[^\"]*\"", "");
  }
}
