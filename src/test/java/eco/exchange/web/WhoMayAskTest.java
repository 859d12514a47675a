package eco.exchange.web;

import static eco.exchange.web.Callers.stranger;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Read from the published OpenAPI, so that an address added later is asked, too. */
@QuarkusTest
class WhoMayAskTest {

  private static final Set<String> PUBLIC =
      Set.of(
          "POST /api/v1/sessions",
          "POST /api/v1/sessions/refresh",
          "POST /api/v1/bidders",
          "GET /api/v1/market/clock",
          "GET /api/v1/schemas/sharing-terms",
          "GET /api/v1/trust/root.cer",
          "GET /api/v1/trust/revocations.crl",
          "POST /api/v1/trust/stamps",
          "GET /api/v1/bans",
          "GET /api/v1/trades",
          "GET /api/v1/trades/{trade}",
          "GET /api/v1/trades/{trade}/events",
          "GET /api/v1/trades/{trade}/auction",
          "GET /api/v1/trades/{trade}/auction/record",
          "GET /api/v1/trades/{trade}/bids",
          "GET /api/v1/trades/{trade}/live",
          "GET /api/v1/trades/{trade}/live/socket",
          "GET /api/v1/trades/{trade}/holder-keys",
          "GET /api/v1/trades/{trade}/opening",
          "GET /api/v1/trades/{trade}/payees/{payee}/collective",
          "GET /api/v1/trades/{trade}/payees/{payee}/rosters",
          "GET /api/v1/trades/{trade}/payees/{payee}/rosters/{version}/members",
          "GET /api/v1/trades/{trade}/payees/{payee}/rosters/{version}/members.csv",
          "GET /api/v1/trades/{trade}/revenue-defaults",
          "GET /api/v1/trades/{trade}/instalment-defaults",
          "GET /api/v1/funds",
          "GET /api/v1/funds/{fund}",
          "GET /api/v1/funds/{fund}/entries",
          "GET /api/v1/funds/{fund}/projects",
          "GET /api/v1/funds/{fund}/projects/{number}/payments",
          "GET /api/v1/villages",
          "GET /api/v1/villages/{village}",
          "GET /api/v1/villages/{village}/account.csv",
          "POST /api/v1/villagers/objections",
          "POST /api/v1/villagers/statement",
          "GET /api/v1/trades/{trade}/distributions",
          "GET /api/v1/trades/{trade}/distributions/{income}/{occasion}",
          "GET /api/v1/trades/{trade}/distributions/{income}/{occasion}/notice.pdf",
          "GET /api/v1/trades/{trade}/notice.pdf",
          "GET /api/v1/papers/{number}",
          "GET /api/v1/trades/{trade}/statements/{income}/{occasion}/{payee}");

  /** What a bidder may ask for beside what is public; the rest of the market is for others. */
  private static final Set<String> OF_BIDDERS =
      Set.of(
          "DELETE /api/v1/sessions/current",
          "GET /api/v1/sessions/current",
          "GET /api/v1/me",
          "GET /api/v1/products",
          "GET /api/v1/products/{product}",
          "GET /api/v1/appraisals/{appraisal}",
          "GET /api/v1/listings/{trade}",
          "GET /api/v1/applications",
          "GET /api/v1/applications/{application}",
          "POST /api/v1/applications/{application}/withdrawal",
          "GET /api/v1/trades/{trade}/award",
          "POST /api/v1/trades/{trade}/applications",
          "GET /api/v1/trades/{trade}/deposit-account",
          "GET /api/v1/trades/{trade}/paddle",
          "POST /api/v1/trades/{trade}/bids",
          "POST /api/v1/trades/{trade}/ceiling",
          "POST /api/v1/trades/{trade}/joining",
          "POST /api/v1/trades/{trade}/taking",
          "GET /api/v1/trades/{trade}/sealed-offer",
          "POST /api/v1/trades/{trade}/sealed-offer",
          "DELETE /api/v1/trades/{trade}/sealed-offer",
          "GET /api/v1/own-payments",
          "GET /api/v1/own-payments/owed-anew",
          "POST /api/v1/own-payments/accounts",
          "GET /api/v1/tasks",
          "POST /api/v1/tasks/{task}",
          "GET /api/v1/trades/{trade}/tasks",
          "POST /api/v1/trades/{trade}/tasks/{task}",
          "GET /api/v1/trades/{trade}/contract",
          "GET /api/v1/trades/{trade}/contract.pdf",
          "GET /api/v1/trades/{trade}/contract/versions",
          "GET /api/v1/trades/{trade}/contract/versions/{version}/contract.pdf",
          "POST /api/v1/trades/{trade}/contract/amendments",
          "POST /api/v1/trades/{trade}/contract/amendments/{version}/withdrawal",
          "POST /api/v1/trades/{trade}/contract/amendments/{version}/signature-drafts",
          "POST /api/v1/trades/{trade}/contract/amendments/{version}/signatures",
          "POST /api/v1/trades/{trade}/contract/signature-drafts",
          "POST /api/v1/trades/{trade}/contract/signatures",
          "GET /api/v1/trades/{trade}/certificate",
          "GET /api/v1/trades/{trade}/certificate.pdf",
          "GET /api/v1/trades/{trade}/confirmation.pdf",
          "GET /api/v1/trades/{trade}/statements/{income}/{occasion}/{payee}/statement.pdf",
          "GET /api/v1/trades/{trade}/price-account",
          "GET /api/v1/trades/{trade}/penalty-accounts",
          "GET /api/v1/trades/{trade}/handover",
          "GET /api/v1/trades/{trade}/instalments",
          "GET /api/v1/trades/{trade}/guarantee",
          "GET /api/v1/trades/{trade}/revenue-reports",
          "POST /api/v1/trades/{trade}/revenue-reports");

  @Test
  void everything_that_is_not_public_asks_who_is_there() {
    Set<String> open = new TreeSet<>();
    addresses()
        .forEach(
            address -> {
              if (ask(stranger(), address).statusCode() != 401) {
                open.add(address);
              }
            });
    assertThat(open).isEqualTo(new TreeSet<>(PUBLIC));
  }

  @Test
  void a_bidder_is_refused_what_is_for_others() {
    String token = Callers.token(Callers.newBidder(), Callers.PASSWORD);
    Set<String> answered = new TreeSet<>();
    addresses().stream()
        .filter(address -> !PUBLIC.contains(address))
        .filter(address -> !address.startsWith("DELETE"))
        .filter(address -> ask(Callers.bearer(token), address).statusCode() != 403)
        .forEach(answered::add);
    Set<String> expected = new TreeSet<>(OF_BIDDERS);
    expected.removeIf(address -> address.startsWith("DELETE"));
    assertThat(answered).isEqualTo(expected);
  }

  private static Set<String> addresses() {
    Map<String, Map<String, Object>> paths =
        stranger().get("/openapi?format=json").then().statusCode(200).extract().path("paths");
    Set<String> addresses = new TreeSet<>();
    paths.forEach(
        (path, methods) ->
            methods.keySet().stream()
                .filter(method -> List.of("get", "post", "put", "delete").contains(method))
                .filter(method -> path.startsWith("/api/"))
                .forEach(method -> addresses.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    assertThat(addresses).hasSizeGreaterThan(40);
    return addresses;
  }

  private static Response ask(RequestSpecification caller, String address) {
    String[] parts = address.split(" ");
    String path =
        parts[1]
            .replace("{trade}", "E640425C0120261121000001D")
            .replace("{income}", "PRICE")
            .replace("{occasion}", "PRICE")
            .replace("{year}", "0")
            .replace("{version}", "1")
            .replace("{number}", "1")
            .replace("{fund}", "F422823-001")
            .replaceAll("\\{[a-z]+}", "00000000-0000-0000-0000-000000000001");
    return switch (parts[0]) {
      case "GET" -> caller.get(path);
      case "DELETE" -> caller.delete(path);
      case "PUT" -> caller.body("{}").put(path);
      default -> caller.body("{}").post(path);
    };
  }
}
