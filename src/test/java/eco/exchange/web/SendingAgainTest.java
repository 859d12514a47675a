package eco.exchange.web;

import static eco.exchange.web.Callers.PASSWORD;
import static eco.exchange.web.Callers.administrator;
import static eco.exchange.web.Numbers.creditCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SendingAgainTest {

  @Inject Pool database;

  private final String key = UUID.randomUUID().toString();

  @Test
  void the_same_request_is_given_the_same_answer_and_done_once() {
    String number = creditCode();
    Map<String, Object> party = party("ENTERPRISE", number);
    Response first = send(key, party);
    Response second = send(key, party);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(second.contentType()).isEqualTo(first.contentType());
    assertThat(partiesWith(number)).isEqualTo(1);
  }

  @Test
  void a_key_with_another_body_or_to_another_address_is_refused() {
    send(key, party("ENTERPRISE", creditCode())).then().statusCode(201);
    send(key, party("ENTERPRISE", creditCode()))
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    Map<String, Object> account =
        Map.of(
            "party",
            UUID.randomUUID(),
            "login",
            "somebody",
            "password",
            PASSWORD,
            "roles",
            List.of("BIDDER"));
    administrator()
        .header("Idempotency-Key", key)
        .body(account)
        .post("/api/v1/accounts")
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void a_key_is_needed_and_is_visible_ascii() {
    Map<String, Object> party = party("ENTERPRISE", creditCode());
    administrator()
        .body(party)
        .post("/api/v1/parties")
        .then()
        .statusCode(400)
        .body("code", equalTo("IDEMPOTENCY_KEY_MISSING"));
    for (String wrong : List.of("", "two words", "x".repeat(65))) {
      administrator()
          .header("Idempotency-Key", wrong)
          .body(party)
          .post("/api/v1/parties")
          .then()
          .statusCode(400);
    }
  }

  @Test
  void a_refusal_is_not_kept_so_that_the_same_request_may_succeed_later() {
    String number = creditCode();
    send("before-" + key, party("ENTERPRISE", number)).then().statusCode(201);
    Map<String, Object> same = party("COLLECTIVE", number);
    send(key, same).then().statusCode(409).body("code", equalTo("NUMBER_TAKEN"));
    database
        .preparedQuery("DELETE FROM identity.party WHERE credit_code = $1")
        .executeAndAwait(Tuple.of(number));
    send(key, same).then().statusCode(201);
  }

  @Test
  void an_answer_that_was_lost_before_it_was_stored_is_made_again_from_what_was_done() {
    String number = creditCode();
    Map<String, Object> party = party("ENTERPRISE", number);
    Response first = send(key, party);
    database
        .preparedQuery("DELETE FROM web.idempotency WHERE key = $1")
        .executeAndAwait(Tuple.of(key));
    Response second = send(key, party);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat((String) second.path("party")).isEqualTo(first.path("party"));
    assertThat(partiesWith(number)).isEqualTo(1);
  }

  @Test
  void the_keys_of_two_people_do_not_meet() {
    send(key, party("ENTERPRISE", creditCode())).then().statusCode(201);
    String authority = send("p-" + key, party("AUTHORITY", creditCode())).path("party");
    String login = "second-" + key;
    administrator()
        .header("Idempotency-Key", "a-" + key)
        .body(
            Map.of(
                "party",
                authority,
                "login",
                login,
                "password",
                PASSWORD,
                "roles",
                List.of("ADMINISTRATOR")))
        .post("/api/v1/accounts")
        .then()
        .statusCode(201);
    Callers.bearer(Callers.token(login, PASSWORD))
        .header("Idempotency-Key", key)
        .body(party("ENTERPRISE", creditCode()))
        .post("/api/v1/parties")
        .then()
        .statusCode(201);
  }

  @Test
  void of_many_at_once_one_is_done_and_the_others_are_told_its_answer_or_to_wait()
      throws Exception {
    String number = creditCode();
    Map<String, Object> party = party("ENTERPRISE", number);
    String token =
        Callers.token(Callers.administratorNote().get(0), Callers.administratorNote().get(1));
    Callable<Response> request =
        () ->
            Callers.bearer(token)
                .header("Idempotency-Key", key)
                .body(party)
                .post("/api/v1/parties");
    try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
      for (Future<Response> answer :
          callers.invokeAll(Stream.generate(() -> request).limit(16).toList())) {
        Response response = answer.get();
        assertThat(response.statusCode()).isIn(201, 409);
        if (response.statusCode() == 409) {
          response.then().body("code", equalTo("REQUEST_IN_PROGRESS"));
          assertThat(response.header("Retry-After")).isEqualTo("1");
        }
      }
    }
    assertThat(partiesWith(number)).isEqualTo(1);
  }

  private static Response send(String key, Map<String, Object> body) {
    return administrator().header("Idempotency-Key", key).body(body).post("/api/v1/parties");
  }

  private static Map<String, Object> party(String kind, String number) {
    return Map.of("kind", kind, "name", "巴东县水利局", "number", number);
  }

  private long partiesWith(String number) {
    return database
        .preparedQuery("SELECT count(*) AS n FROM identity.party WHERE credit_code = $1")
        .executeAndAwait(Tuple.of(number))
        .iterator()
        .next()
        .getLong("n");
  }
}
