package eco.exchange.scenarios;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import eco.exchange.acceptance.Market;
import eco.exchange.acceptance.Participant;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** What whoever asks for the papers of a trade is given. */
final class PapersOfATrade {

  private final Market market;
  private final Participant auditor;
  private final String trade;
  private final String path;

  PapersOfATrade(Market market, Participant auditor, String trade) {
    this.market = market;
    this.auditor = auditor;
    this.trade = trade;
    this.path = "/api/v1/trades/" + trade;
  }

  void areServedToWhomTheyBelong(RequestSpecification stranger) {
    JsonNode contract = auditor.sees(path + "/contract");
    String number = contract.path("contract").asText();
    isPublic("/notice.pdf", trade + "-N", "DISCLOSURE_NOTICE");
    isPublic("/distributions/PRICE/PRICE/notice.pdf", number + "-G-PRICE-0", "VILLAGERS_NOTICE");
    isNotFor(stranger, "/confirmation.pdf", trade + "-Q1", "DEAL_CONFIRMATION");
    String payee = market.publicly(path + "/distributions").at("/0/parts/0/payee").asText();
    isNotFor(
        stranger,
        "/statements/PRICE/PRICE/" + payee + "/statement.pdf",
        number + "-S-PRICE-0-" + payee,
        "STATEMENT");
    assertThat(known(auditor.sees(path + "/certificate").path("number").asText(), "CERTIFICATE"))
        .hasSize(64);
    assertThat(known(number, "CONTRACT")).isEqualTo(contract.path("termsHash").asText());
    given().get("/api/v1/papers/" + trade + "-X").then().statusCode(404);
    given().get("/api/v1/papers/" + "9".repeat(201)).then().statusCode(422);
  }

  private void isPublic(String paper, String number, String kind) {
    byte[] first = given().get(path + paper).then().statusCode(200).extract().asByteArray();
    byte[] again = given().get(path + paper).then().statusCode(200).extract().asByteArray();

    assertThat(new String(first, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    assertThat(again).as("what was issued stands").isEqualTo(first);
    assertThat(known(number, kind)).hasSize(64);
  }

  private void isNotFor(RequestSpecification stranger, String paper, String number, String kind) {
    given().get(path + paper).then().statusCode(401);
    stranger.get(path + paper).then().statusCode(404);
    assertThat(auditor.fetches(path + paper)).isEqualTo(auditor.fetches(path + paper));
    assertThat(known(number, kind)).hasSize(64);
  }

  /** The hash under which a paper is known to everybody. */
  private static String known(String number, String kind) {
    return given()
        .get("/api/v1/papers/" + number)
        .then()
        .statusCode(200)
        .body("kind", equalTo(kind))
        .extract()
        .path("hash");
  }
}
