package eco.exchange.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.demo.Http.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A person who has signed in and acts over the public API.
 *
 * <p>An exchange works through its events a moment after it has answered, and it may be restarted
 * while it is asked. So what is refused as 'not yet' is asked again for a while, always with the
 * same key; what is refused for good ends the walk.
 */
public final class Member {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int NO_ANSWER = 0;
  private static final int NOT_SIGNED_IN = 401;
  private static final Set<Integer> NOT_YET = Set.of(NO_ANSWER, 404, 409, 429, 502, 503);

  private final Http http;
  private final String login;
  private final String password;
  private volatile String token = "";

  /** A person known by login and password; signs in when first needed, and again when it must. */
  public Member(Http http, String login, String password) {
    this.http = http;
    this.login = login;
    this.password = password;
  }

  /** Reads something that is there. */
  public JsonNode sees(String path) {
    return until("GET", path, "", MissingNode.getInstance(), answer -> true);
  }

  /** Reads something again and again until it is as expected. */
  public JsonNode waitsFor(String path, Predicate<JsonNode> expected) {
    return until("GET", path, "", MissingNode.getInstance(), expected);
  }

  /** Does something, once: the key makes sure of that. */
  public JsonNode does(String path, String key, JsonNode body) {
    return until("POST", path, key, body, answer -> true);
  }

  /** Asks once and takes whatever is answered, refusals included. */
  public Reply asks(String path, String key, JsonNode body) {
    return signedIn("POST", path, key, body);
  }

  /** Fetches a file. */
  public byte[] fetches(String path) {
    Reply probe = signedIn("GET", "/api/v1/me", "", MissingNode.getInstance());
    if (!probe.isDone()) {
      throw refused("GET", "/api/v1/me", probe);
    }
    return http.file(path, headers(""));
  }

  private JsonNode until(
      String method, String path, String key, JsonNode body, Predicate<JsonNode> expected) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      Reply reply = signedIn(method, path, key, body);
      if (reply.isDone() && expected.test(reply.body())) {
        return reply.body();
      }
      if (!reply.isDone() && !NOT_YET.contains(reply.status())) {
        throw refused(method, path, reply);
      }
      if (System.nanoTime() - deadline > 0) {
        throw refused(method, path, reply);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private Reply signedIn(String method, String path, String key, JsonNode body) {
    if (token.isEmpty()) {
      signIn();
    }
    Reply reply = http.send(method, path, headers(key), body);
    if (reply.status() == NOT_SIGNED_IN) {
      signIn();
      reply = http.send(method, path, headers(key), body);
    }
    return reply;
  }

  private synchronized void signIn() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("login", login).put("password", password);
    Reply reply = http.send("POST", "/api/v1/sessions", Map.of(), body);
    if (reply.isDone()) {
      token = reply.body().path("accessToken").asText();
    } else if (!NOT_YET.contains(reply.status())) {
      throw refused("POST", "/api/v1/sessions", reply);
    }
  }

  private Map<String, String> headers(String key) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "Bearer " + token);
    if (!key.isEmpty()) {
      headers.put("Idempotency-Key", key);
    }
    return headers;
  }

  private WalkFailed refused(String method, String path, Reply reply) {
    if (reply.status() == NO_ANSWER) {
      return new WalkFailed("the exchange does not answer; run the demo again and it goes on");
    }
    return new WalkFailed(
        "%s: %s %s answered %d %s".formatted(login, method, path, reply.status(), reply.body()));
  }
}
