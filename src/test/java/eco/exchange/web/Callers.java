package eco.exchange.web;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Those who call the exchange in tests: strangers, the administrator, and people of each role. */
public final class Callers {

  /** The password of everybody but the administrator. */
  public static final String PASSWORD = "clear-water-green-hills";

  private Callers() {}

  /** Somebody who is not signed in. */
  public static RequestSpecification stranger() {
    return given().contentType(ContentType.JSON);
  }

  /** Somebody who shows an access token. */
  public static RequestSpecification bearer(String token) {
    return stranger().header("Authorization", "Bearer " + token);
  }

  /** The first administrator, whose password stands in the data folder. */
  public static RequestSpecification administrator() {
    List<String> note = administratorNote();
    return bearer(token(note.get(0), note.get(1)));
  }

  /** The login and the password of the first administrator. */
  public static List<String> administratorNote() {
    Path data = ConfigProvider.getConfig().getValue("exchange.data", Path.class);
    try {
      return Files.readAllLines(data.resolve("administrator.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The access token of somebody who signs in. */
  public static String token(String login, String password) {
    return stranger()
        .body(Map.of("login", login, "password", password))
        .post("/api/v1/sessions")
        .then()
        .statusCode(201)
        .extract()
        .path("accessToken");
  }

  /** A new bidder, registered by itself: the login. */
  public static String newBidder() {
    String login = "bidder-" + UUID.randomUUID();
    stranger()
        .body(
            Map.of(
                "kind",
                "ENTERPRISE",
                "name",
                "安吉竹业有限公司",
                "number",
                Numbers.creditCode(),
                "login",
                login,
                "password",
                PASSWORD))
        .post("/api/v1/bidders")
        .then()
        .statusCode(201);
    return login;
  }

  /** A new bidder that has signed in. */
  public static RequestSpecification bidder() {
    return bearer(token(newBidder(), PASSWORD));
  }
}
